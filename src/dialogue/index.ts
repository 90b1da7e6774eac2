export { fallbackReply } from './fallback-reply.js';
export { completeMemory, openingMemory } from './memory.js';
export { reply } from './reply.js';
export { suggest, type Suggestion } from './suggest.js';
export type { Effect, Memory, Reply, TurnContext, TurnMessage } from './turn.js';
