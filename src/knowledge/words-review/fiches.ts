import type { Place } from '../problems.js';
import type { Located, ReadContent } from '../read-content.js';

/** One utterance where it was written. */
export interface Said {
  text: string;
  place: () => Place;
}
/** All that is said for one article. */
export interface Fiche {
  /** Of the article. */
  id: string;
  /** Undefined where the article is not at hand: a pack speaks of a corpus that may not be here. */
  title?: string;
  /** File of its first utterance below `intents/`, without its ending: « packs/service-public/argent ». */
  theme: string;
  /** Folder of the theme: only fiches of one collection are compared with each other. */
  collection: string;
  place: Place;
  said: Said[];
}

/**
 * What is said for articles in the packs and in the intents of a content; small talk, danger and the like lead to none and say the same many
 * times on purpose. `titles`: of articles that are not in it, by id.
 */
export function fichesIn(read: ReadContent, titles: ReadonlyMap<string, string> = new Map()): Fiche[] {
  const known = new Map([...titles, ...read.articles.map(({ value: { id, title } }) => [id, title] as const)]);
  const fiches = new Map<string, Fiche>();
  const add = (id: string, { place, at }: Located<unknown>, texts: readonly string[], field: string) => {
    const theme = place.file.replace(/^intents\//, '').replace(/\.yml$/, '');
    const collection = theme.slice(0, Math.max(0, theme.lastIndexOf('/')));
    const key = `${collection} ${id}`;
    const title = known.get(id);
    const fiche = fiches.get(key) ?? { id, ...(title === undefined ? {} : { title }), theme, collection, place, said: [] };
    fiche.said.push(...texts.map((text, index) => ({ text, place: () => at([field, index]) })));
    fiches.set(key, fiche);
  };
  for (const entry of read.packs) add(entry.value.id, entry, entry.value.utterances, 'utterances');
  for (const intent of read.intents) {
    const { article, examples } = intent.value;
    if (article !== undefined) add(article, intent, examples, 'examples');
  }
  return [...fiches.values()];
}
