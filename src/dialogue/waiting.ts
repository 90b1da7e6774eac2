import type { AnswerBody } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import type { Picked } from './choices.js';
import { isWayOut } from './offer.js';
import { articleChoices, clarify } from './replies.js';
import { paragraph } from './show-part.js';
import type { Texts } from './texts.js';
import type { Memory, Reply, Waiting } from './turn.js';

/** The requests that still wait once a button was picked: one that it takes up becomes the question that is answered. */
export function takeUp(memory: Memory, picked: Picked): { memory: Memory; left: readonly Waiting[] } {
  const { waiting = [] } = memory;
  const taken = picked.type === 'article' ? waiting.find(({ articles }) => articles.includes(picked.article)) : undefined;
  if (taken === undefined) return { memory, left: waiting };
  return { memory: { ...memory, asked: taken.asked, facet: taken.facet }, left: waiting.filter((each) => each !== taken) };
}

/** The same reply, saying that another request was seen, with its buttons before the ways out. Titles say which: words that were typed stand in no answer. */
export function stillWaiting(snapshot: Snapshot, answer: Reply, waiting: readonly Waiting[], texts: Texts): Reply {
  const buttons = articleChoices(
    snapshot,
    waiting.flatMap(({ articles }) => articles),
  );
  if (buttons.length === 0) return answer;
  const choices = answer.body.choices ?? [];
  const out = choices.findIndex(isWayOut);
  const at = out < 0 ? choices.length : out;
  const titles = buttons.map(({ label }) => `« ${label} »`).join(texts.orElse);
  return {
    ...answer,
    body: {
      ...answer.body,
      blocks: [...answer.body.blocks, paragraph(`${texts.alsoAsked}${titles}.`)],
      choices: [...choices.slice(0, at), ...buttons, ...choices.slice(at)],
    },
    memory: {
      ...answer.memory,
      offered: { ...answer.memory.offered, ...Object.fromEntries(buttons.map(({ id, label }) => [id, label])) },
      waiting: [...waiting],
    },
  };
}

/** Two requests, neither of which can be answered without asking: the first articles of both as buttons. */
export function whichFirst(snapshot: Snapshot, [one, other]: readonly [Waiting, Waiting], texts: Texts): AnswerBody {
  const ids = [one.articles[0]!, other.articles[0]!, ...one.articles.slice(1), ...other.articles.slice(1)];
  return { ...clarify(snapshot, [...new Set(ids)], texts), blocks: [paragraph(texts.twoRequests)] };
}

/** The same reply, saying which end of the message nobody understood. */
export const halfUnderstood = (answer: Reply, other: 'before' | 'behind', texts: Texts): Reply => ({
  ...answer,
  body: { ...answer.body, blocks: [...answer.body.blocks, paragraph(texts.notUnderstood[other])] },
});
