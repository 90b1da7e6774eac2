import type { Lang } from '../../contract/index.js';
import type { Site } from '../../platform/sites.js';
import { RETENTION_DAYS } from '../retention.js';
import { markup } from './markup.js';
import type { Statement } from './statement-page.js';

const CNIL = markup`<a href="https://www.cnil.fr/fr/plaintes" rel="noopener noreferrer">www.cnil.fr/fr/plaintes</a>`;

/** What article 13 of the RGPD asks to say, for one site. */
export function privacyNotice({ name, legal }: Site, lang: Lang): Statement {
  const controller = legal?.controller ?? name;
  const dpo = legal?.dpo;
  if (lang === 'en') {
    return {
      title: 'Personal data',
      sections: [
        { title: 'Who is responsible', lines: [`${controller}${legal?.address === undefined ? '' : `, ${legal.address}`}.`] },
        {
          title: 'What your data is used for',
          lines: [
            [
              'to answer your questions about public procedures and services',
              'to pass your conversation to a member of staff when you ask for it or when the assistant is not sure',
              'to call you back, if you ask for it',
              'to improve the answers, by statistics without your messages',
            ],
            'No decision about you is taken by the assistant.',
          ],
        },
        {
          title: 'Legal basis',
          lines: [
            'A task carried out in the public interest (GDPR, article 6.1.e). For the details you leave to be called back: your consent, which you can take back at any time.',
          ],
        },
        {
          title: 'Which data',
          lines: [
            [
              'the messages of your conversation, the answers, the date and the page you wrote from',
              'the name, e-mail address or phone number that you leave to be called back; they are encrypted',
              'one technical cookie, set when you start writing and unused after 24 hours; no audience measurement, no advertising',
            ],
            'Social security numbers, bank details, card numbers, e-mail addresses and phone numbers written in a message are masked before it is stored.',
          ],
        },
        {
          title: 'Who sees it',
          lines: [
            'The staff of the service you write to. Nothing is sent to a third party or outside the European Union by this service, and no artificial-intelligence provider receives your messages.',
          ],
        },
        {
          title: 'How long it is kept',
          lines: [
            [
              `a conversation with the automatic assistant: ${RETENTION_DAYS.bot} days`,
              `a conversation with a member of staff: ${RETENTION_DAYS.human} days`,
              `the details left to be called back: ${RETENTION_DAYS.callback} days after the call`,
            ],
            'After that everything is deleted automatically. The counts used for statistics hold no message.',
          ],
        },
        {
          title: 'Your rights',
          lines: [
            'You can ask to see your data, to have it corrected, erased or limited, and object to its use. The button “Clear my conversation” erases your messages at once.',
            dpo === undefined ? `Write to ${controller}.` : `Write to the data protection officer: ${dpo}.`,
            markup`If you think your rights are not respected, you can complain to the CNIL: ${CNIL}, or by post: 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07, France.`,
          ],
        },
      ],
    };
  }
  return {
    title: 'Données personnelles',
    sections: [
      { title: 'Qui est responsable', lines: [`${controller}${legal?.address === undefined ? '' : `, ${legal.address}`}.`] },
      {
        title: 'À quoi servent vos données',
        lines: [
          [
            'répondre à vos questions sur les démarches et les services publics',
            'transmettre votre conversation à un agent quand vous le demandez ou quand l’assistant n’est pas sûr',
            'vous rappeler, si vous le demandez',
            'améliorer les réponses, par des statistiques qui ne contiennent pas vos messages',
          ],
          'L’assistant ne prend aucune décision vous concernant.',
        ],
      },
      {
        title: 'Base légale',
        lines: [
          'L’exécution d’une mission d’intérêt public (RGPD, article 6.1.e). Pour les coordonnées que vous laissez afin d’être rappelé : votre consentement, que vous pouvez retirer à tout moment.',
        ],
      },
      {
        title: 'Quelles données',
        lines: [
          [
            'les messages de votre conversation, les réponses, la date et la page d’où vous écrivez',
            'le nom, l’adresse électronique ou le téléphone que vous laissez pour être rappelé ; ils sont chiffrés',
            'un seul cookie technique, posé quand vous commencez à écrire et périmé après 24 heures sans usage ; ni mesure d’audience, ni publicité',
          ],
          'Les numéros de sécurité sociale, coordonnées bancaires, numéros de carte, adresses électroniques et numéros de téléphone écrits dans un message sont masqués avant l’enregistrement.',
        ],
      },
      {
        title: 'Qui les voit',
        lines: [
          'Les agents du service auquel vous écrivez. Ce service n’envoie rien à un tiers ni hors de l’Union européenne, et aucun fournisseur d’intelligence artificielle ne reçoit vos messages.',
        ],
      },
      {
        title: 'Combien de temps',
        lines: [
          [
            `une conversation avec l’assistant automatique : ${RETENTION_DAYS.bot} jours`,
            `une conversation avec un agent : ${RETENTION_DAYS.human} jours`,
            `les coordonnées laissées pour être rappelé : ${RETENTION_DAYS.callback} jours après l’appel`,
          ],
          'Tout est ensuite supprimé automatiquement. Les nombres qui servent aux statistiques ne contiennent aucun message.',
        ],
      },
      {
        title: 'Vos droits',
        lines: [
          'Vous pouvez demander à voir vos données, à les faire corriger, effacer ou limiter, et vous opposer à leur usage. Le bouton « Effacer ma conversation » efface tout de suite vos messages.',
          dpo === undefined ? `Écrivez à : ${controller}.` : `Écrivez au délégué à la protection des données : ${dpo}.`,
          markup`Si vous estimez que vos droits ne sont pas respectés, vous pouvez adresser une réclamation à la CNIL : ${CNIL}, ou par courrier : 3 place de Fontenoy, TSA 80715, 75334 Paris Cedex 07.`,
        ],
      },
    ],
  };
}
