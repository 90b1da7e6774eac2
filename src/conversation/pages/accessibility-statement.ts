import type { Lang } from '../../contract/index.js';
import type { Site } from '../../platform/sites.js';
import { markup } from './markup.js';
import type { Statement } from './statement-page.js';

const STATE: Record<'non' | 'partielle' | 'totale', Record<Lang, string>> = {
  non: { fr: 'non conforme', en: 'not compliant' },
  partielle: { fr: 'partiellement conforme', en: 'partially compliant' },
  totale: { fr: 'totalement conforme', en: 'fully compliant' },
};
const FORM = markup`<a href="https://formulaire.defenseurdesdroits.fr/" rel="noopener noreferrer">formulaire.defenseurdesdroits.fr</a>`;
const DELEGATES = markup`<a href="https://www.defenseurdesdroits.fr/carte-des-delegues" rel="noopener noreferrer">www.defenseurdesdroits.fr/carte-des-delegues</a>`;

/** The statement that article 47 of the law of 11 February 2005 asks for, after the model of the RGAA. */
export function accessibilityStatement({ name, legal }: Site, lang: Lang): Statement {
  const state = STATE[legal?.accessibility ?? 'partielle'][lang];
  const who = legal?.controller ?? name;
  const contact = [legal?.phone, legal?.address].filter((line) => line !== undefined).join(' – ');
  if (lang === 'en') {
    return {
      title: 'Accessibility statement',
      sections: [
        {
          title: 'Commitment',
          lines: [
            `${who} commits to making its online services accessible, under article 47 of French law no. 2005-102 of 11 February 2005.`,
            `This statement applies to the online assistant of ${name}: the window on the site’s pages and the page without JavaScript.`,
          ],
        },
        { title: 'State of compliance', lines: [`The online assistant is ${state} with the RGAA, version 4.1.`] },
        {
          title: 'Known limits',
          lines: [
            [
              'official sites that an answer links to follow their own rules',
              'answers are in French only, marked as such on English pages',
            ],
            'The page without JavaScript holds the same conversation and reloads by itself while you wait for a person; a link stops this.',
          ],
        },
        {
          title: 'Tell us',
          lines: [
            'If you cannot reach a content or a function, tell us: we will send you to an accessible way, or give you the content in another form.',
            ...(contact === '' ? [] : [contact]),
          ],
        },
        {
          title: 'If nothing changes',
          lines: [
            'If you told us about a defect and had no satisfying answer, you can turn to the Defender of Rights:',
            markup`by form: ${FORM}`,
            markup`to a delegate near you: ${DELEGATES}`,
            'by post, free of charge: Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
          ],
        },
      ],
    };
  }
  return {
    title: 'Déclaration d’accessibilité',
    sections: [
      {
        title: 'Engagement',
        lines: [
          `${who} s’engage à rendre ses services en ligne accessibles, conformément à l’article 47 de la loi n° 2005-102 du 11 février 2005.`,
          `Cette déclaration s’applique à l’assistant en ligne de ${name} : la fenêtre affichée sur les pages du site et la page sans JavaScript.`,
        ],
      },
      {
        title: 'État de conformité',
        lines: [`L’assistant en ligne est ${state} avec le référentiel général d’amélioration de l’accessibilité (RGAA), version 4.1.`],
      },
      {
        title: 'Limites connues',
        lines: [
          [
            'les sites officiels vers lesquels une réponse renvoie suivent leurs propres règles',
            'les réponses sont en français seulement, et signalées comme telles sur les pages en anglais',
          ],
          'La page sans JavaScript contient la même conversation. Elle se recharge pendant que vous attendez une personne ; un lien permet de l’arrêter.',
        ],
      },
      {
        title: 'Retour d’information et contact',
        lines: [
          'Si vous n’arrivez pas à accéder à un contenu ou à une fonction, dites-le-nous : nous vous orienterons vers un moyen accessible, ou vous donnerons le contenu sous une autre forme.',
          ...(contact === '' ? [] : [contact]),
        ],
      },
      {
        title: 'Voies de recours',
        lines: [
          'Si vous nous avez signalé un défaut d’accessibilité sans obtenir de réponse satisfaisante, vous pouvez vous adresser au Défenseur des droits :',
          markup`par formulaire : ${FORM}`,
          markup`auprès d’un délégué près de chez vous : ${DELEGATES}`,
          'par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.',
        ],
      },
    ],
  };
}
