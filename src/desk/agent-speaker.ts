import type { ActorValue } from '../accounts/index.js';
import type { Speaker } from '../conversation/index.js';

/** How an agent signs in the log of a conversation. */
export const agentSpeaker = ({ id, name }: Pick<ActorValue, 'id' | 'name'>) => ({ sender: `agent:${id}`, name }) as const satisfies Speaker;
