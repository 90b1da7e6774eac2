import type { Facet } from '../contract/index.js';

/**
 * What an answer must look like, read off the question: a price holds euros, a delay a number of days, an age a number of years. Of two passages that
 * share the same words, the one that looks like the answer is the answer.
 *
 * « quel âge pour le BAFA » → /\d+ ans/; « plafond de ressources » → /€/
 */
const QUESTIONS: readonly [RegExp, RegExp][] = [
  [/\b(?:quel|jusqu'à quel|à partir de quel) âge|\bâge (?:min|max|légal|requis)|\bhow old\b|\bfrom what age\b/iu, /\d+ ans/iu],
  [/\bpourcentage|\bquel taux\b|\btaux d|\bpercent/iu, /\d ?%/u],
  [
    /\b(?:prix|tarif|montant|somme|plafond|amende|coût|coûte|euros?|payer?|price|cost|fee|fine|how much)\b|combien (?:ça |d'argent|d'euros)/iu,
    /\d[\d\u00a0\u202f .,]* ?€|\bgratuit/iu,
  ],
  [
    /\b(?:délai|durée|combien de (?:temps|jours|mois|semaines|ans|années|heures)|préavis|jusqu'à quand|date limite|validité|valable|how long|how many (?:days|weeks|months|years))\b/iu,
    /\d+ (?:jours?|semaines?|mois|ans?|heures?|minutes?)\b/iu,
  ],
  [/\b(?:combien|nombre|maximum|minimum|how many)\b/iu, /\d/u],
];
const FACETS: Partial<Record<Facet, RegExp>> = {
  cost: /\d[\d\u00a0\u202f .,]* ?€|\bgratuit/iu,
  delay: /\d+ (?:jours?|semaines?|mois|ans?|heures?)\b/iu,
  validity: /\d+ (?:mois|ans?)\b/iu,
};

/** Undefined when the question may be answered by anything. */
export const lookOfAnswer = (text: string, facet: Facet | undefined): RegExp | undefined =>
  QUESTIONS.find(([question]) => question.test(text))?.[1] ?? (facet && FACETS[facet]);
