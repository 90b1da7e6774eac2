import { z } from 'zod';
import type { Outcome } from '../../contract/index.js';
import type { Reply, TurnContext } from '../../dialogue/index.js';
import type { Snapshot } from '../../matching/index.js';
import { Asked } from './ask.js';

/** One input line: a question of a fresh conversation, or a conversation in order. */
export const batchItem = z.union([
  z.object({ id: z.string().min(1), q: z.string() }),
  z.object({ id: z.string().min(1), turns: z.array(z.object({ q: z.string() })).min(1) }),
]);
export type BatchItem = z.output<typeof batchItem>;

/** One output line: what became of one turn. */
export interface ReplyLine {
  id: string;
  turn: number;
  outcome: Outcome;
  article: string | null;
  /** Probability that the first candidate is right, whatever the outcome. */
  confidence: number;
  /** The ranking before the decision, best first. */
  candidates: { article: string; score: number }[];
  /** The text of the article that the citizen is shown. */
  passages: string[];
  /** The articles offered as buttons. */
  choices: string[];
}
const CANDIDATES = 10;
/** Six decimals: what the last bit of a sum is, no reader can tell. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The lines of one item, one for each turn. */
export function linesFor(item: BatchItem, snapshot: Snapshot, context: TurnContext): ReplyLine[] {
  const asked = new Asked(snapshot, context);
  const questions = 'q' in item ? [item.q] : item.turns.map(({ q }) => q);
  return questions.map((question, turn) => lineOf(item.id, turn, asked.ask(question)));
}

const lineOf = (id: string, turn: number, { trace }: Reply): ReplyLine => ({
  id,
  turn,
  outcome: trace.outcome,
  article: trace.article,
  confidence: rounded(Math.min(1, Math.max(0, trace.confidence))),
  candidates: trace.candidates.slice(0, CANDIDATES).map(({ article, score }) => ({ article, score: rounded(score) })),
  passages: trace.passages,
  choices: trace.choices,
});

/** JSON Lines in, JSON Lines out, in the same order. Throws with the number of a line that is not in the format. */
export async function* answerBatch(
  lines: AsyncIterable<string> | Iterable<string>,
  answer: (item: BatchItem) => ReplyLine[],
): AsyncGenerator<string> {
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    for (const reply of answer(itemOf(line, number))) yield `${JSON.stringify(reply)}\n`;
  }
}

function itemOf(line: string, number: number): BatchItem {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new Error(`ask --batch: line ${number} is not JSON`);
  }
  const item = batchItem.safeParse(value);
  if (!item.success) throw new Error(`ask --batch: line ${number} is neither {"id", "q"} nor {"id", "turns": [{"q"}]}`);
  return item.data;
}
