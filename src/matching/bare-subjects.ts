import type { Analyser, Analysis } from '../language/index.js';
import type { Intent } from './content.js';
import type { Target } from './targets.js';
import { termsOf } from './terms.js';

/** The bare subjects by which an article is the one that is meant (« passeport », « RSA »): the whole message, in whatever order. */
export type BareSubjects = ReadonlyMap<string, readonly number[]>;

export function bareSubjectsOf(intents: readonly Intent[], targets: readonly Target[], analyser: Analyser): BareSubjects {
  const index = new Map(targets.map(({ id }, at) => [id, at]));
  const subjects = new Map<string, number[]>();
  for (const { article, main } of intents) {
    const target = article === undefined ? undefined : index.get(article);
    if (target === undefined) continue;
    for (const subject of main ?? []) {
      const key = subjectOf(analyser.analyse(subject));
      if (key !== '') subjects.set(key, [...(subjects.get(key) ?? []), target]);
    }
  }
  return subjects;
}

/** What a message is about, if it is nothing but a subject. */
export const subjectOf = (analysis: Pick<Analysis, 'tokens' | 'concepts'>): string => [...new Set(termsOf(analysis))].sort().join(' ');
