import type { AnswerBody } from '../contract/index.js';
import type { Reply } from '../dialogue/index.js';
import type { Snapshot } from '../matching/index.js';
import { answeringCode } from '../platform/version.js';
import { blocksText } from './blocks-text.js';

/** An answer as a terminal shows it. */
export const answerText = ({ blocks, choices, sources }: AnswerBody): string =>
  [
    blocksText(blocks),
    ...(choices ?? []).map(({ label }) => `  [${label}]`),
    ...(sources ?? []).map(({ name, url, checkedOn }) => `Source : ${name}, ${url} (vérifié le ${checkedOn})`),
  ].join('\n');

export interface Told {
  snapshot: Pick<Snapshot, 'id' | 'articles'>;
  /** When the snapshot was published. */
  publishedAt: string | undefined;
}
/** Why: what matched, what came second, how sure, from which source, version of the content and version of the code; and the ranking. */
export function explained({ body, trace }: Reply, { snapshot, publishedAt }: Told): string {
  const titleOf = (id: string) => snapshot.articles.get(id)?.title ?? id;
  const runnerUp = body.why?.runnerUp?.article ?? trace.candidates[1]?.article;
  const source = body.sources?.[0];
  const lines: [string, string | undefined][] = [
    ['outcome', trace.outcome],
    ['article', trace.article === null ? undefined : `${trace.article} (${titleOf(trace.article)})`],
    ['confidence', trace.confidence.toFixed(3)],
    ['terms', body.why?.terms.join(', ')],
    ['runner-up', runnerUp === undefined ? undefined : `${runnerUp} (${titleOf(runnerUp)})`],
    ['source', source && `${source.name}, ${source.url}`],
    ['date', source?.checkedOn],
    ['snapshot', `${snapshot.id}${publishedAt === undefined ? '' : ` of ${publishedAt}`}`],
    ['code', answeringCode()],
  ];
  return [
    ...lines.map(([name, value]) => `${name.padEnd(12)}${value || '-'}`),
    ...trace.candidates.map((candidate, at) => `${String(at + 1).padStart(2)}  ${candidate.score.toFixed(4)}  ${candidate.article}`),
  ].join('\n');
}
