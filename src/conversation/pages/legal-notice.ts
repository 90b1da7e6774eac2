import type { Lang } from '../../contract/index.js';
import type { Site } from '../../platform/sites.js';
import { markup } from './markup.js';
import type { Statement } from './statement-page.js';

const LICENCE = markup`<a href="https://www.etalab.gouv.fr/licence-ouverte-open-licence/" rel="noopener noreferrer">Licence Ouverte 2.0</a>`;

/** Who publishes, who hosts, where the answers come from. */
export function legalNotice({ name, legal }: Site, lang: Lang): Statement {
  const publisher = [legal?.controller ?? name, legal?.address].filter((line) => line !== undefined).join(', ');
  if (lang === 'en') {
    return {
      title: 'Legal notice',
      sections: [
        {
          title: 'Publisher',
          lines: [
            `${publisher}.`,
            ...(legal?.phone ? [`Phone: ${legal.phone}.`] : []),
            `Director of publication: ${legal?.publisher ?? legal?.controller ?? name}.`,
          ],
        },
        { title: 'Hosting', lines: [legal?.host ?? `The service is hosted by ${legal?.controller ?? name}.`] },
        {
          title: 'The answers',
          lines: [
            'The assistant finds its answers in articles checked by the service. Each answer names its official source and the date it was checked. They inform; they do not replace the decision of an administration.',
            markup`Information taken from official sites is reused under ${LICENCE}.`,
          ],
        },
        { title: 'The software', lines: ['Guichet, free software under the MIT licence.'] },
      ],
    };
  }
  return {
    title: 'Mentions légales',
    sections: [
      {
        title: 'Éditeur',
        lines: [
          `${publisher}.`,
          ...(legal?.phone ? [`Téléphone : ${legal.phone}.`] : []),
          `Directeur de la publication : ${legal?.publisher ?? legal?.controller ?? name}.`,
        ],
      },
      { title: 'Hébergement', lines: [legal?.host ?? `Le service est hébergé par : ${legal?.controller ?? name}.`] },
      {
        title: 'Les réponses',
        lines: [
          'L’assistant cherche ses réponses dans des fiches relues par le service. Chaque réponse indique sa source officielle et la date de sa vérification. Elles informent ; elles ne remplacent pas la décision d’une administration.',
          markup`Les informations reprises de sites officiels sont réutilisées sous ${LICENCE}.`,
        ],
      },
      { title: 'Le logiciel', lines: ['Guichet, logiciel libre sous licence MIT.'] },
    ],
  };
}
