import type { AnswerBody } from '../../contract/index.js';
import type { Reply } from '../../dialogue/index.js';
import { answerText } from '../explained.js';
import type { ConversationRow } from '../rows.js';
import type { Hidden, ReplayedAnswer, ReplayedConversation } from './replay.js';

/** What the command tells of one answer: nothing that the citizen wrote. */
export interface ReportedAnswer extends Omit<ReplayedAnswer, 'rebuilt'> {
  publishedAt: string | null;
  /** Whether the code that gave it is another one; null when it was not stored. */
  otherCode: boolean | null;
  answer?: { body: AnswerBody; confidence: number; candidates: Reply['trace']['candidates'] };
}
export interface ReplayReport {
  conversation: string;
  site: string;
  /** The code that rebuilt them. */
  code: string;
  equal: number;
  differs: number;
  unknown: number;
  /** Whether what is remembered at the end is what is stored; null when it cannot be told. */
  memoryEqual: boolean | null;
  answers: ReportedAnswer[];
}
interface Telling {
  code: string;
  /** When each snapshot was published. */
  published: ReadonlyMap<string, string | undefined>;
  show: boolean;
}

export function reportOf({ id, site }: ConversationRow, replayed: ReplayedConversation, { code, published, show }: Telling): ReplayReport {
  const answers = replayed.answers.map(({ rebuilt, ...answer }): ReportedAnswer => ({
    ...answer,
    publishedAt: published.get(answer.snapshot ?? '') ?? null,
    otherCode: answer.code === null ? null : answer.code !== code,
    ...(show && rebuilt && { answer: shown(rebuilt) }),
  }));
  const count = (verdict: ReplayedAnswer['verdict']) => answers.filter((answer) => answer.verdict === verdict).length;
  return {
    conversation: id,
    site,
    code,
    equal: count('equal'),
    differs: count('differs'),
    unknown: count('unknown'),
    memoryEqual: replayed.memoryEqual ?? null,
    answers,
  };
}

/** The words that matched are the citizen's: they stay where they are stored. */
function shown({ body: { why, ...body }, trace }: Reply): ReportedAnswer['answer'] {
  return {
    body: { ...body, ...(why && { why: { ...why, terms: [] } }) },
    confidence: trace.confidence,
    candidates: trace.candidates,
  };
}

export function exitCodeOf({ differs, unknown, memoryEqual }: ReplayReport): number {
  if (differs > 0 || memoryEqual === false) return 2;
  return unknown > 0 ? 3 : 0;
}

const BECAUSE: Record<Hidden, string> = {
  erased: 'the words were taken back',
  'snapshot-gone': 'its snapshot is not stored here',
  'circumstances-unknown': 'comes out otherwise, and the hours and switches of then were not stored with it',
  'memory-unknown': 'comes out otherwise, and an answer before it did not come out as it was given',
};
/** Differences printed of one answer. */
const MOST = 12;

export function reportText(report: ReplayReport): string {
  const { equal, differs, unknown, memoryEqual } = report;
  const total = `${report.answers.length} answers: ${equal} as given, ${differs} otherwise, ${unknown} that cannot be told`;
  const memory = memoryEqual === null ? 'cannot be told' : memoryEqual ? 'as stored' : 'not as stored';
  return [
    `conversation ${report.conversation} on ${report.site}, rebuilt by ${report.code}`,
    ...report.answers.flatMap((answer) => linesOf(answer)),
    `${total}; what is remembered at the end: ${memory}`,
  ].join('\n');
}

function linesOf({ seq, at, outcome, snapshot, publishedAt, code, otherCode, verdict, because, differences, answer }: ReportedAnswer) {
  const saying = { equal: 'as given', differs: 'DIFFERS', unknown: `? ${because === undefined ? '' : BECAUSE[because]}` }[verdict];
  const from = `snapshot ${snapshot ?? '-'}${publishedAt === null ? '' : ` of ${publishedAt}`}`;
  const other = otherCode === null ? ['    code not stored'] : otherCode ? [`    given by other code: ${code}`] : [];
  const places = differences
    .slice(0, MOST)
    .map(({ path, given, rebuilt }) =>
      given === undefined && rebuilt === undefined ? `    ${path}` : `    ${path}: ${given ?? '(nothing)'} → ${rebuilt ?? '(nothing)'}`,
    );
  const more = differences.length > MOST ? [`    … and ${differences.length - MOST} more`] : [];
  return [`#${seq} ${at} ${outcome}: ${saying}`, `    ${from}`, ...other, ...places, ...more, ...(answer ? answerLines(answer) : [])];
}

function answerLines({ body, confidence, candidates }: NonNullable<ReportedAnswer['answer']>): string[] {
  return [
    ...answerText(body)
      .split('\n')
      .map((line) => `    | ${line}`),
    `    confidence ${confidence.toFixed(3)}`,
    ...candidates.map(({ article, score }, at) => `    ${String(at + 1).padStart(2)}  ${score.toFixed(4)}  ${article}`),
  ];
}
