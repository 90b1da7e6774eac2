export { completeMemory, openingMemory, withoutDoubts } from './memory.js';
export { reply } from './reply.js';
export { replyAlways } from './reply-always.js';
export { suggest, type Suggestion } from './suggest.js';
export type { Effect, Memory, Reply, TurnContext, TurnMessage } from './turn.js';
