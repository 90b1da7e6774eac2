import type { Lang } from '../contract/index.js';

/** What the service itself says in a conversation. What the robot says stands in dialogue, what the screens say in web. */
interface Texts {
  machine: string;
  humanAsked: string;
  nobodyThere: (nextOpening?: string) => string;
  backToBot: string;
  callbackLeft: string;
  closedByIdle: string;
  requeued: string;
}

export const TEXTS: Record<Lang, Texts> = {
  fr: {
    machine:
      "Vous échangez avec un assistant automatique, pas avec une personne. Il répond à partir d'informations officielles et vous passe un agent quand il n'est pas sûr. N'écrivez pas ici d'informations personnelles (numéro de sécurité sociale, coordonnées bancaires…).",
    humanAsked: 'Votre demande est transmise à une personne. Vous pouvez continuer à écrire : elle lira tout.',
    nobodyThere: (nextOpening) =>
      `Personne ne peut vous répondre en direct pour le moment.${nextOpening === undefined ? '' : ` Réouverture : ${nextOpening}.`} Vous pouvez laisser vos coordonnées pour être rappelé, ou attendre ici.`,
    backToBot: "Vous échangez de nouveau avec l'assistant automatique.",
    callbackLeft: 'Votre demande de rappel est enregistrée. Un agent vous recontactera.',
    closedByIdle: 'Cette conversation a été fermée faute de nouveaux messages. Vous pouvez en commencer une autre à tout moment.',
    requeued: 'La personne qui vous répondait n’est plus connectée. Vous retrouvez votre place dans la file.',
  },
  en: {
    machine:
      'You are talking to an automatic assistant, not to a person. It answers from official information and passes you to an agent when it is not sure. Please do not write personal data here (social security number, bank details…).',
    humanAsked: 'Your request has been passed to a person. You can go on writing: they will read everything.',
    nobodyThere: (nextOpening) =>
      `Nobody can answer you live at the moment.${nextOpening === undefined ? '' : ` We reopen: ${nextOpening}.`} You can leave your contact details to be called back, or wait here.`,
    backToBot: 'You are talking to the automatic assistant again.',
    callbackLeft: 'Your callback request is recorded. An agent will contact you.',
    closedByIdle: 'This conversation was closed because there were no new messages. You can start another one at any time.',
    requeued: 'The person who was answering you is no longer connected. You keep your place in the queue.',
  },
};

/** "lundi 23 novembre à 09:00", in the site's time zone. */
export const sayOpening = (iso: string, lang: Lang, timezone: string): string =>
  new Intl.DateTimeFormat(lang === 'fr' ? 'fr-FR' : 'en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: timezone,
  }).format(new Date(iso));
