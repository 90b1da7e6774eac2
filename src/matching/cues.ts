import { Phrases, type Analyser, type Analysis } from '../language/index.js';
import type { Facet } from '../contract/index.js';
import type { FacetCues, FactCues } from './content.js';

/**
 * What side of the procedure is asked, and what the citizen says about oneself: the wordings of facets.fr.yml and facts.fr.yml found in the
 * message. Longer wordings are stronger evidence than shorter ones (the square of their words), and a cue inside a longer cue of
 * another value does not count twice.
 *
 * « combien de temps pour avoir un passeport ? » → delay (« combien de temps »), not cost (« combien »)
 */
/** Single words that name a facet in a keyword query (« passeport prix »): weaker than any wording of the content. */
const WORDS: readonly [Facet, string][] = [
  ['cost', 'prix tarif tarifs coût combien montant price cost fee fees'],
  ['delay', 'délai délais delay'],
  ['documents', 'pièces documents justificatifs formulaire cerfa'],
  ['eligibility', 'conditions éligible'],
  ['validity', 'validité valable valide'],
  ['appeal', 'recours'],
];

export class Cues {
  private readonly facets: Phrases<Facet>;
  private readonly facts: Phrases<string>;

  constructor(facets: readonly FacetCues[], facts: readonly FactCues[], analyser: Analyser) {
    const stem = (word: string) => analyser.stem(word);
    this.facets = new Phrases(
      [
        ...facets.flatMap(({ facet, cues }) => cues.map((cue) => [cue, facet] as const)),
        ...WORDS.flatMap(([facet, words]) => words.split(' ').map((word) => [word, facet] as const)),
      ],
      stem,
    );
    this.facts = new Phrases(
      facts.flatMap(({ fact, value, cues }) => cues.map((cue) => [cue, `${fact}=${value}`] as const)),
      stem,
    );
  }

  /** The facets asked for, best first, with their strength. */
  facetsOf(analysis: Pick<Analysis, 'tokens'>): { facet: Facet; strength: number }[] {
    const strengths = new Map<Facet, number>();
    for (const { value, words } of longestOnly(this.facets.find(stemsOf(analysis))))
      strengths.set(value, (strengths.get(value) ?? 0) + words * words);
    return [...strengths].map(([facet, strength]) => ({ facet, strength })).sort((a, b) => b.strength - a.strength);
  }

  /** The content words that say more than a facet or a fact: none in « et ça coûte combien pour ma fille de 8 ans ? ». */
  bareWords(analysis: Analysis): string[] {
    const stems = stemsOf(analysis);
    const covered = new Set<number>();
    for (const { from, words } of [...this.facets.find(stems), ...this.facts.find(stems)])
      for (let at = from; at < from + words; at++) covered.add(at);
    return analysis.tokens.flatMap(({ kind, word }, at) => (kind === 'content' && !covered.has(at) && !PEOPLE.has(word) ? [word] : []));
  }

  /** The facts said, by variable; the age read from figures wins over words. */
  factsOf(analysis: Analysis): Record<string, string> {
    const facts: Record<string, string> = {};
    for (const { value } of longestOnly(this.facts.find(stemsOf(analysis)))) {
      const cut = value.indexOf('=');
      facts[value.slice(0, cut)] = value.slice(cut + 1);
    }
    if (analysis.entities.age !== undefined) facts['age'] = String(analysis.entities.age);
    return facts;
  }
}

/** People and ages: they change for whom a question is asked, not what is asked. */
const PEOPLE = new Set(
  `fils fille enfant enfants bebe petit petite ado mari femme epoux epouse conjoint conjointe compagnon compagne copain copine mere pere parent parents frere soeur
grand grande ami amie oncle tante cousin cousine neveu niece beau belle papa maman ans an mois age son daughter child kid baby wife husband mother father year years old
vieux jeune personne meme cas situation autre normal temps`.split(/\s+/),
);
const stemsOf = ({ tokens }: Pick<Analysis, 'tokens'>): string[] => tokens.map(({ stem }) => stem);

function longestOnly<T extends { from: number; words: number }>(hits: readonly T[]): T[] {
  return hits.filter(
    (hit) =>
      !hits.some(
        (other) => other !== hit && other.words > hit.words && other.from <= hit.from && other.from + other.words >= hit.from + hit.words,
      ),
  );
}
