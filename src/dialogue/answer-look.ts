import type { Facet } from '../contract/index.js';
import { fold, normalise } from '../language/index.js';

/** What an answer looks like. */
export interface Look {
  /** How much a text, made plain, looks like it: from 0 to 1. */
  of: (text: string) => number;
  /** Sections where such an answer mostly stands. */
  facets: readonly Facet[];
  /** A number of something, which no price is. */
  counts?: true;
}

// Texts are read folded: without accents, in small letters, where a word's bounds are what `\b` takes them for.
const MONEY = /\d[\d\u00a0\u202f .,]*(?:€|euros?\b)/u;
const FREE = /\bgratuit|\bsans frais\b|\bpayant/u;
const SPAN = /\d+(?:er|e|eme)? ?(?:h\b|(?:heures?|jours?|semaines?|mois|ans?|annees?|minutes?)\b)/u;
const YEARS = /\d+ ans\b/u;
const SHARE = /\d ?%|\bpour cent\b|\d ?\/ ?\d/u;
const DATE =
  /\b(?:1er|\d{1,2}) (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|\bavant le\b|\bau plus tard\b|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b/u;
const HOURS = /\d{1,2} ?h\b|\d{1,2} heures?\b/u;
const PLACE =
  /\b(?:mairie|prefecture|sous-prefecture|consulat|ambassade|tribunal|commissariat|gendarmerie|notaire|guichet|aupres d|adress|en ligne|sur place|caf|msa|cpam|mdph|ccas|centre|maison d|organisme|site internet|compte)/u;
const PAPERS =
  /\b(?:justificati|copies?\b|photocopie|original|formulaire|cerfa|pieces?\b|attestation|acte\b|extrait|photos?\b|certificat|facture|avis d)/u;
const PHONE = /\b0\d(?:[ .]?\d{2}){4}\b|\b0 ?8\d{2} \d{3} \d{3}\b|\b3\d{3}\b|\b(?:le|au|numero|composez|appelez) 1\d{1,3}\b(?! [a-z])/u;
const PUNISHED = /\b(?:amende|prison|emprisonnement|sanction|retrait d)/u;
const NUMBER = /\d/u;
const PAID = /\b(?:pay|paie|factur|rembours|charge\b|charges? de|frais\b|remuner|gratuit|depens|avance)/u;
const LIMITED =
  /\b(?:maxim|minim|plafon|limit|au plus\b|au moins\b|(?:peut|doit|peuvent|doivent|puisse) pas (?:depasser|exceder|etre (?:superieur|inferieur)))/u;

/** Small letters without accents, one kind of blank and of apostrophe. */
export const plain = (text: string): string => fold(normalise(text));

const look = (facets: readonly Facet[], ...patterns: readonly (readonly [RegExp, number])[]): Look => ({
  of: (text) => Math.max(0, ...patterns.map(([pattern, worth]) => (pattern.test(text) ? worth : 0))),
  facets,
});
const AMOUNT = look(['cost'], [MONEY, 1], [FREE, 0.8], [SHARE, 0.4]);
const DURATION = look(['delay', 'validity'], [SPAN, 1]);
const WHERE = look(['where', 'contact', 'steps', 'online'], [PLACE, 1]);
const DOCUMENTS = look(['documents'], [PAPERS, 1]);
const COUNT = look([], [NUMBER, 1]);

/**
 * What an answer must look like, read off the question: a price holds euros, a delay a number of days, an age a number of years. Of two sentences that
 * share the same words, the one that looks like the answer is the answer.
 *
 * « quel âge pour le BAFA » → « 17 ans »; « plafond de ressources » → « 9 032 € »; « combien de litres » → « 110 litres »
 */
const QUESTIONS: readonly [RegExp, Look][] = [
  [
    /\b(?:quel|jusqu'a quel|a partir de quel) age\b|\bage (?:min|max|legal|requis|pour)|\bhow old\b|\b(?:what|from what) age\b/u,
    look(['eligibility'], [YEARS, 1]),
  ],
  [/\bcombien de temps\b|\bhow long\b|\bdur(?:e|ee|er|ent)\b|\bdelais?\b|\bpreavis\b|\bvalable\b|\bvalidite\b/u, DURATION],
  [/\bpourcentage|\bquels? taux\b|\btaux d|\bpercent/u, look(['cost'], [SHARE, 1], [NUMBER, 0.3])],
  [
    /\ba quel numero\b|\bnumero (?:de telephone|a appeler)|\btelephone\b|\bappeler\b|\bwhat number\b/u,
    look(['contact', 'where'], [PHONE, 1]),
  ],
  [/\bamende\b|\brisque|\bsanction|\bpuni/u, look([], [PUNISHED, 0.6], [MONEY, 1])],
  [
    /\b(?:prix|tarifs?|montants?|sommes?|plafonds?|couts?|coute|euros?|indemnites?|prime|smic|price|cost|fee|fine|how much)\b|combien (?:ca |d'argent|d'euros|\S+ pay)/u,
    AMOUNT,
  ],
  [/\b(?:pay(?:er|e|es|ant|ante|ee|ees)|paie|gratuite?s?)\b/u, look(['cost'], [FREE, 1], [PAID, 0.9], [MONEY, 0.8])],
  [
    /^\W*quand\b|\b(?:jusqu'a quand|depuis quand|date limite|de quelle date|a quelle date|de quand|quel(?:le)?s? (?:moment|periode)s?|au plus tard|when|deadline)\b/u,
    look(['delay'], [DATE, 1], [SPAN, 1]),
  ],
  [/\ba quelles? heures?\b|\bhoraires?\b/u, look([], [HOURS, 1])],
  [
    /^\W*ou\b|\bou (?:faut|dois|doit|est|se|on|demander|envoyer|aller|faire|puis|peut)\b|\b(?:quel(?:le)? (?:mairie|tribunal|juge|organisme|service|administration)|where)\b/u,
    WHERE,
  ],
  [/\b(?:documents?|pieces?|papiers?|justificatifs?|formulaires?|cerfa)\b/u, DOCUMENTS],
];
const FACETS: Partial<Record<Facet, Look>> = { cost: AMOUNT, delay: DURATION, validity: DURATION, documents: DOCUMENTS, where: WHERE };
const MOST = /\b(?:maximum|minimum|maximale?|minimale?|maxi|mini|plafonds?|limite|au plus|au moins|jusqu'ou|jusqu'a (?:combien|quel))/u;
/** What a limit said to be one adds to the look of an answer, where the question asks for one. */
const SAID_TO_BE = 0.25;
const HOW_MANY = /\b(?:maximum|minimum|maxi|mini|limite|combien|nombre|how many)\b/u;

/** « combien de litres » : a number of them, where another would be the answer to something else. */
const COUNTED = /\b(?:combien|nombre|how many) (?:de |d')?([a-z]{3,})/gu;
const UNCOUNTED = /^(?:temps|argent|faut|coute|vaut|cela|est|pour|verse|donne|dois|doit|peut|puis|touche|reste|sont|ont|avez)/u;

/** Undefined when the question may be answered by anything. */
export function lookOfAnswer(question: string, facet: Facet | undefined): Look | undefined {
  const text = plain(question);
  const found = lookOf(text, facet);
  if (!MOST.test(text)) return found;
  const { of, facets }: Look = found ?? COUNT;
  return { ...found, of: (said) => of(said) + (LIMITED.test(said) ? SAID_TO_BE : 0), facets };
}

function lookOf(text: string, facet: Facet | undefined): Look | undefined {
  const asked = QUESTIONS.find(([asks]) => asks.test(text))?.[1];
  const counted = [...text.matchAll(COUNTED)].flatMap(([, noun]) => (UNCOUNTED.test(noun!) ? [] : [noun!])).slice(0, MOST_COUNTED);
  if (counted.length === 0) return asked ?? (facet && FACETS[facet]) ?? (HOW_MANY.test(text) ? COUNT : undefined);
  const general = asked ?? (counted.some((noun) => LASTING.test(noun)) ? DURATION : COUNT);
  const exact = counted.map(
    (noun) =>
      SAME.find(([same]) => same.test(noun))?.[1] ?? new RegExp(`\\d+(?:er|e)?(?: [a-z]+)? ${noun.replace(/(?:e?s|x)$/u, '')}`, 'u'),
  );
  return {
    of: (said) => (exact.some((pattern) => pattern.test(said)) ? 1 : Math.min(HALF_RIGHT, general.of(said))),
    facets: general.facets,
    counts: true,
  };
}
/** The answer may count in another unit than the question: days for weeks. */
const HALF_RIGHT = 0.6;
const MOST_COUNTED = 3;
/** « combien de retard » is answered in hours, « combien d'années » in « ans ». */
const LASTING = /^(?:retard|anciennete|avance|preavis|carence|repos|conge|vacances|recul)/u;
const SAME: readonly [RegExp, RegExp][] = [
  [/^annee/u, /\d+(?: [a-z]+)? an(?:s?\b|nee)/u],
  [/^mois/u, /\d+(?:er|e)?(?: [a-z]+)? (?:mois|mensualite)/u],
  [/^heure/u, /\d+(?: [a-z]+)? heure|\d ?h\b/u],
];
