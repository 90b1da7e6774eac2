import type { AnswerBody, Choice } from '../contract/index.js';
import { fold, normalise } from '../language/index.js';
import type { Snapshot } from '../matching/index.js';
import { listChoice } from './checklist.js';
import type { Texts } from './texts.js';
import type { Memory } from './turn.js';
import { walkChoice } from './walk-reply.js';

/** The same answer with the guided search of its subject among its buttons, before the ways out; and the list to print, unless it still asks something. */
export function offering(snapshot: Snapshot, body: AnswerBody, articles: readonly string[], memory: Memory, texts: Texts): AnswerBody {
  const choices = body.choices ?? [];
  const asks = choices.some(({ id }) => id.startsWith('case:'));
  const article = body.outcome === 'answered' && !asks ? snapshot.articles.get(articles[0]!) : undefined;
  const more = [...walkChoice(snapshot, articles.slice(0, 3), memory, texts), ...(article ? listChoice(article, texts) : [])];
  const out = choices.findIndex(isWayOut);
  const at = out < 0 ? choices.length : out;
  return { ...body, choices: [...choices.slice(0, at), ...more, ...choices.slice(at)] };
}

/** Buttons that lead away from what is shown: they stand last. */
export const isWayOut = ({ id }: Choice): boolean => id === 'none' || id.startsWith('not:') || id.startsWith('walk:');

/** The button of the last question that these words name: « mineur », typed rather than pressed. */
export function buttonNamed({ offered }: Memory, text: string): string | undefined {
  const plain = (words: string) => fold(normalise(words)).trim();
  return Object.entries(offered).find(
    ([id, label]) => /^(?:walk|case):/.test(id) && typeof label === 'string' && plain(label) === plain(text),
  )?.[0];
}
