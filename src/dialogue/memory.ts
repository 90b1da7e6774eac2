import type { Lang } from '../contract/index.js';
import type { Memory } from './turn.js';

export const openingMemory = (lang: Lang): Memory => ({ facts: {}, offered: {}, unsure: 0, lang });

/** What a stored memory may lack after an update of the service. */
export const completeMemory = (memory: Partial<Memory> | undefined, lang: Lang): Memory => ({ ...openingMemory(lang), ...memory });

/** Back from a person: the robot's doubts of before must not send the next question straight back. */
export const withoutDoubts = (memory: Partial<Memory>): Partial<Memory> => ({ ...memory, unsure: 0 });

/** Topics remembered behind the present one. */
const EARLIER = 2;

/** The topic that a turn leaves behind, and those before it. */
export function topicAfter({ topic: before, earlier = [] }: Memory, topic: string): Pick<Memory, 'topic' | 'earlier'> {
  if (before === undefined || before === topic) return { topic };
  return { topic, earlier: [before, ...earlier.filter((each) => each !== topic && each !== before)].slice(0, EARLIER) };
}
