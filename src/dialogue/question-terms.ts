import type { Article } from '../contract/index.js';
import type { Analysis } from '../language/index.js';
import type { Snapshot } from '../matching/index.js';

/** A word of the question: what says it, how much it tells one passage of this article from another, and how much of it each passage holds. */
export interface Term {
  stem: string;
  concepts: readonly string[];
  weight: number;
  held: readonly number[];
}

/** Weights of a word: of the article's own subject, in every passage, by a synonym, of those that ask; `node bench/answers/passages.mjs`. */
const TERMS = { subject: 0.15, everywhere: 0.075, concept: 0.75, asking: 0.3, typical: 4, most: 0.625, spread: 0.9 };
/** They ask rather than tell: what an answer to them looks like is known, see `answer-look`. */
const ASKING = new Set(
  `prix tarif cout coute combien montant delai duree dure age quel nombre numero date heure heures temps jour jours mois an ans annee annees euro euros maximum minimum
plafond taux pourcentage somme valable validite price cost fee long many old year years day days month months`.split(/\s+/),
);

/** What each article is about: an article belongs to one snapshot, and with it to one analyser. */
const subjects = new WeakMap<Article, ReadonlySet<string>>();

/** The words of a question that stand in the article, the rarer in the language and among the article's passages the more telling. */
export function termsFor(snapshot: Snapshot, article: Article, count: number, analysis: Analysis): Term[] {
  const { bm25, analyser } = snapshot.engine;
  const place = snapshot.articles.placeOf(article.id);
  const subject = subjects.get(article) ?? new Set(analyser.read(article.title).tokens.map(({ stem }) => stem));
  subjects.set(article, subject);
  const terms: Term[] = [];
  const seen = new Set<string>();
  analysis.tokens.forEach(({ kind, stem, word }, at) => {
    if (kind !== 'content' || seen.has(stem)) return;
    seen.add(stem);
    const concepts = analysis.concepts.filter(({ from, to }) => from <= at && at < to).map(({ id }) => `c:${id}`);
    const held = heldBy({ stem, concepts }, (word) => snapshot.passages.holders(place, word), count);
    const holders = held.reduce((sum, share) => sum + Math.ceil(share), 0);
    if (holders === 0) return;
    const spread = Math.max(TERMS.everywhere, (1 - Math.log(holders) / Math.log(count + 1)) ** TERMS.spread);
    const rarity = Math.min(TERMS.most, bm25.rarityOf(stem) / TERMS.typical);
    const weight = rarity * spread * (subject.has(stem) ? TERMS.subject : 1) * (ASKING.has(word) ? TERMS.asking : 1);
    terms.push({ stem, concepts, weight, held });
  });
  return terms.sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS);
}
/** A long message is known by its most telling words. */
const MOST_TERMS = 20;

/** How much of a word a text holds: the word itself, or another for the same. */
export const holding = ({ stem, concepts }: Pick<Term, 'stem' | 'concepts'>, words: ReadonlySet<string>): number =>
  words.has(stem) ? 1 : concepts.some((id) => words.has(id)) ? TERMS.concept : 0;

/** How much of a word each of so many texts holds, `holders` being those that a word stands in. */
export function heldBy(
  { stem, concepts }: Pick<Term, 'stem' | 'concepts'>,
  holders: (word: string) => readonly number[],
  count: number,
): number[] {
  const held: number[] = [];
  while (held.length < count) held.push(0);
  for (const concept of concepts) for (const nth of holders(concept)) held[nth] = TERMS.concept;
  for (const nth of holders(stem)) held[nth] = 1;
  return held;
}
