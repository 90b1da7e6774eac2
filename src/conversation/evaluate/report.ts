import { OUTCOMES, type Outcome } from '../../contract/index.js';
import type { BatchItem, ReplyLine } from './batch.js';
import { accepts, answeredRight, offeredRight, passageOf, rankOf } from './judge.js';
import type { Labelled, LabelledDialogue, OutOfScope, Question, SectionQuestion } from './labelled.js';
import { auroc, calibrationError, interval, share, type Judged } from './statistics.js';

type Ask = (item: BatchItem) => ReplyLine[];
interface Answered<T> {
  item: T;
  line: ReplyLine;
}
const ask = <T extends { id: string; q: string }>(items: readonly T[], answer: Ask): Answered<T>[] =>
  items.map((item) => ({ item, line: answer({ id: item.id, q: item.q })[0]! }));

const has =
  (outcome: Outcome) =>
  ({ line }: Answered<unknown>) =>
    line.outcome === outcome;

/** What each way to behave means in outcomes. */
const DESERVED: Record<string, Outcome[]> = {
  smalltalk: ['small-talk'],
  handover: ['handed-off'],
  urgent_message: ['emergency'],
  decline: ['declined', 'handed-off'],
  decline_and_redirect: ['declined', 'handed-off'],
  decline_safely: ['declined', 'handed-off', 'rephrase'],
  ask_to_rephrase: ['rephrase', 'declined'],
  deescalate_or_ignore: ['small-talk', 'declined', 'handed-off', 'rephrase'],
};
const ANYTHING_ELSE = OUTCOMES.filter((outcome) => outcome !== 'answered' && outcome !== 'clarified');

function inScope(all: readonly Answered<Question>[]) {
  const n = all.length;
  const count = (fits: (one: Answered<Question>) => boolean) => all.filter(fits).length;
  const ranks = all.map(({ item, line }) => rankOf(line, item.expected));
  const within = (rank: number) => ranks.filter((at) => at <= rank).length;
  const answered = count(has('answered'));
  const right = count(({ item, line }) => answeredRight(line, item.expected));
  const clarified = count(has('clarified'));
  const offered = count(({ item, line }) => offeredRight(line, item.expected));
  return {
    n,
    recallAt1: share(within(1), n),
    recallAt3: share(within(3), n),
    recallAt10: share(within(10), n),
    mrrAt10: share(
      ranks.reduce((sum, at) => sum + (at <= 10 ? 1 / at : 0), 0),
      n,
    ),
    coverage: share(answered, n),
    precisionWhenAnswered: share(right, answered),
    clarified: share(clarified, n),
    clarifiedHoldsRight: share(offered, clarified),
    helped: share(right + offered, n),
    handedOff: share(count(has('handed-off')), n),
    emergency: share(count(has('emergency')), n),
  };
}

const counted = (outcome: Outcome, n: number): [Outcome, number][] => (n === 0 ? [] : [[outcome, n]]);

function outside(all: readonly Answered<OutOfScope>[]) {
  const deserved = ({ item, line }: Answered<OutOfScope>) => (DESERVED[item.behaviour ?? ''] ?? ANYTHING_ELSE).includes(line.outcome);
  const figures = (part: readonly Answered<OutOfScope>[]) => ({
    n: part.length,
    notAnswered: share(part.filter((one) => !has('answered')(one)).length, part.length),
    asDeserved: share(part.filter(deserved).length, part.length),
    clarified: share(part.filter(has('clarified')).length, part.length),
    outcomes: Object.fromEntries(OUTCOMES.flatMap((outcome) => counted(outcome, part.filter(has(outcome)).length))),
  });
  return { ...figures(all), byKind: grouped(all, ({ item }) => item.kind, figures) };
}

function sections(items: readonly SectionQuestion[], answer: Ask) {
  const all = ask(items, answer);
  const answered = all
    .filter(has('answered'))
    .map(({ item, line }) => ({ right: accepts(item.expected, line.article), ...passageOf(line, item.answer_contains) }));
  const holds = answered.filter(({ right, holds: held }) => right && held).length;
  const lengths = answered.map(({ length }) => length).sort((a, b) => a - b);
  return {
    n: all.length,
    recallAt1: share(all.filter(({ item, line }) => rankOf(line, item.expected) === 1).length, all.length),
    answered: share(answered.length, all.length),
    passageHoldsAnswer: share(holds, all.length),
    passageHoldsAnswerWhenAnswered: share(holds, answered.length),
    meanPassageCharacters: share(
      lengths.reduce((sum, length) => sum + length, 0),
      answered.length,
    ),
    p95PassageCharacters: lengths.at(Math.floor(lengths.length * 0.95)) ?? null,
  };
}

function dialogues(items: readonly LabelledDialogue[], answer: Ask) {
  const all = items.map((item) => {
    const lines = answer({ id: item.id, turns: item.turns.map(({ q }) => ({ q })) });
    return item.turns.map(({ expected }, at) => ({
      first: rankOf(lines[at]!, expected) === 1,
      helped: answeredRight(lines[at]!, expected) || offeredRight(lines[at]!, expected),
    }));
  });
  const later = all.flatMap((turns) => turns.slice(1));
  return {
    n: all.length,
    firstTurn: share(all.filter((turns) => turns[0]!.first).length, all.length),
    laterTurns: share(later.filter(({ first }) => first).length, later.length),
    laterTurnsHelped: share(later.filter(({ helped }) => helped).length, later.length),
    wholeDialogue: share(all.filter((turns) => turns.every(({ first }) => first)).length, all.length),
  };
}

function grouped<T, F>(all: readonly T[], key: (one: T) => string, figures: (part: T[]) => F): Record<string, F> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return Object.fromEntries([...groups].map(([name, part]) => [name, figures(part)]));
}

export interface Evaluation {
  /** Every figure that a folder of labelled questions can give. */
  report: Record<string, unknown>;
  /** Each question, known or foreign, with its confidence and whether the first candidate was right. */
  judged: Judged[];
}
export function evaluate(labelled: Labelled, answer: Ask): Evaluation {
  const report: Record<string, unknown> = {};
  const known = ask(labelled.questions, answer);
  const foreign = ask(labelled.outOfScope, answer);
  const judged: Judged[] = [
    ...known.map(({ item, line }): Judged => [line.confidence, rankOf(line, item.expected) === 1]),
    ...foreign.map(({ line }): Judged => [line.confidence, false]),
  ];
  if (known.length > 0) {
    const answered = known.filter(has('answered')).length;
    const right = known.filter(({ item, line }) => answeredRight(line, item.expected)).length;
    const all = answered + foreign.filter(has('answered')).length;
    report['inScope'] = {
      ...inScope(known),
      precisionInterval: interval(right, answered),
      byStyle: grouped(known, ({ item }) => item.style, inScope),
    };
    report['answers'] = { n: all, precision: share(right, all), precisionInterval: interval(right, all) };
    report['confidence'] = { n: judged.length, auroc: auroc(judged), calibrationError: calibrationError(judged) };
  }
  if (foreign.length > 0) report['outOfScope'] = outside(foreign);
  if (labelled.sections.length > 0) report['sections'] = sections(labelled.sections, answer);
  if (labelled.dialogues.length > 0) report['dialogues'] = dialogues(labelled.dialogues, answer);
  return { report, judged };
}
