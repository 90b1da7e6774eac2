import { isDeepStrictEqual } from 'node:util';
import type { AnswerBody, EventBodies, Outcome } from '../../contract/index.js';
import { openingMemory, replyAlways, withoutDoubts, type Memory, type Reply, type TurnContext } from '../../dialogue/index.js';
import type { Snapshot } from '../../matching/index.js';
import { contextThen, type Circumstances } from '../circumstances.js';
import { isErased } from '../close-conversation.js';
import type { ConversationRow, EventRow } from '../rows.js';
import { differencesOf, type Difference } from './differences.js';

/** Why nothing can be said of an answer. */
export type Hidden =
  /** Its words, or those of its question, were taken back. */
  | 'erased'
  /** Its snapshot is not stored here. */
  | 'snapshot-gone'
  /** It differs, and hours and switches of then are not stored with it. */
  | 'circumstances-unknown'
  /** It differs, and what was remembered by then is not known, since an answer before it did not come out as it was given. */
  | 'memory-unknown';

export interface ReplayedAnswer {
  seq: number;
  at: string;
  outcome: Outcome;
  snapshot: string | null;
  /** The code that gave it; null when it was not stored. */
  code: string | null;
  verdict: 'equal' | 'differs' | 'unknown';
  because?: Hidden;
  differences: Difference[];
  rebuilt?: Reply;
}
export interface ReplayedConversation {
  answers: ReplayedAnswer[];
  /** Whether what is remembered today is what the replay ends with; undefined when it cannot be told. */
  memoryEqual?: boolean;
}
/** The past as it is stored. */
export interface Past {
  conversation: ConversationRow;
  /** All lines, by number. */
  events: readonly EventRow[];
  snapshotOf: (id: string) => Promise<Snapshot | undefined>;
  /** The world at an instant as far as it can be told today, for answers without stored circumstances. */
  contextAt: (at: Date) => TurnContext;
}

/**
 * Gives every answer of the robot again, from the snapshot it came from and in the circumstances of then, what is remembered threaded from
 * the opening; and says of each whether it comes out as it was given. Reads only.
 */
export async function replay(past: Past): Promise<ReplayedConversation> {
  const { conversation, events } = past;
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  const answers: ReplayedAnswer[] = [];
  let memory: Memory = openingMemory(conversation.lang);
  /** Whether `memory` is what was remembered then. */
  let sure = true;
  for (const event of events) {
    if (releasedToRobot(event)) memory = stored(withoutDoubts(memory));
    if (event.sender !== 'bot' || event.kind !== 'answer') continue;
    const question = bySeq.get(event.in_reply_to ?? 0);
    const again = await rebuild(past, event, question, memory);
    const answer = judged(event, again, sure);
    answers.push(answer);
    if (answer.verdict !== 'equal') sure = false;
    if (answer.rebuilt !== undefined) memory = stored(answer.rebuilt.memory);
  }
  if (!sure || events.some(({ kind }) => kind === 'erased')) return { answers };
  return { answers, memoryEqual: isDeepStrictEqual(memory, JSON.parse(conversation.memory)) };
}

async function rebuild(past: Past, event: EventRow, question: EventRow | undefined, memory: Memory): Promise<Reply | Hidden> {
  if (isErased(event) || question === undefined || isErased(question)) return 'erased';
  const snapshot = event.snapshot === null ? undefined : await past.snapshotOf(event.snapshot);
  if (snapshot === undefined) return 'snapshot-gone';
  const circumstances = circumstancesIn(event);
  const context =
    circumstances === undefined
      ? past.contextAt(new Date(event.created_at))
      : contextThen(circumstances, past.conversation, event.created_at);
  return replyAlways({ snapshot, memory, message: JSON.parse(question.body) as EventBodies['message'], context });
}

function judged(event: EventRow, again: Reply | Hidden, sure: boolean): ReplayedAnswer {
  const body = JSON.parse(event.body) as AnswerBody;
  const circumstances = circumstancesIn(event);
  const about = {
    seq: event.seq,
    at: event.created_at,
    outcome: body.outcome,
    snapshot: event.snapshot,
    code: circumstances?.code ?? null,
  };
  if (typeof again === 'string') return { ...about, verdict: 'unknown', because: again, differences: [] };
  const differences = differencesOf(body, stored(again.body));
  const rebuilt = { ...about, differences, rebuilt: again };
  if (differences.length === 0) return { ...rebuilt, verdict: 'equal' };
  if (!sure) return { ...rebuilt, verdict: 'unknown', because: 'memory-unknown' };
  if (circumstances === undefined) return { ...rebuilt, verdict: 'unknown', because: 'circumstances-unknown' };
  return { ...rebuilt, verdict: 'differs' };
}

/** As it reads once it went through the database. */
const stored = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;
const circumstancesIn = ({ circumstances }: EventRow): Circumstances | undefined =>
  circumstances === null ? undefined : (JSON.parse(circumstances) as Circumstances);
const releasedToRobot = ({ kind, body }: EventRow): boolean =>
  kind === 'released' && (JSON.parse(body) as EventBodies['released']).to === 'bot';
