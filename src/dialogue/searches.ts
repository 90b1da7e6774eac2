import type { Article } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import { endsIn } from './guided-ends.js';

/** The guided searches of a snapshot by the articles that they lead to, each with how many those are. Read once: they are few, and long. */
const known = new WeakMap<Snapshot, ReadonlyMap<string, readonly Search[]>>();
interface Search {
  id: string;
  ends: number;
}

function searchesOf(snapshot: Snapshot): ReadonlyMap<string, readonly Search[]> {
  const found = known.get(snapshot);
  if (found !== undefined) return found;
  const byEnd = new Map<string, Search[]>();
  for (const search of guidedIn(snapshot)) {
    const ends = search.sections.flatMap(({ blocks }) => endsIn([{ label: '', blocks }])).flatMap(({ article }) => article ?? []);
    for (const end of ends) byEnd.set(end, [...(byEnd.get(end) ?? []), { id: search.id, ends: ends.length }]);
  }
  known.set(snapshot, byEnd);
  return byEnd;
}

/** They stand behind all that can be found (`inOrder` of the snapshot). */
function guidedIn({ articles }: Snapshot): Article[] {
  const guided: Article[] = [];
  for (const { id } of articles.heads.toReversed()) {
    const article = articles.get(id);
    if (article?.guided !== true) break;
    guided.push(article);
  }
  return guided;
}

/**
 * The guided search that helps with these articles, likeliest first: the one that leads to most of them, the first of them in any case; of
 * several, the narrowest. « Passeport d'un mineur » has its own search beside the one of all passports.
 */
export function searchFor(snapshot: Snapshot, articles: readonly string[]): string | undefined {
  const byEnd = searchesOf(snapshot);
  const [first, ...others] = articles;
  const ranked = (byEnd.get(first ?? '') ?? []).map(({ id, ends }) => ({
    id,
    ends,
    covers: others.filter((other) => byEnd.get(other)?.some((search) => search.id === id)).length,
  }));
  return ranked.sort((a, b) => b.covers - a.covers || a.ends - b.ends || (a.id < b.id ? -1 : 1))[0]?.id;
}
