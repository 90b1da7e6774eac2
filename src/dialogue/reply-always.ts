import type { Snapshot } from '../matching/index.js';
import { paragraph } from './compose.js';
import { openingMemory } from './memory.js';
import { handOff } from './replies.js';
import { reply } from './reply.js';
import { textsOf } from './texts.js';
import type { Memory, Reply, TurnContext, TurnMessage } from './turn.js';

export interface TurnAsked {
  snapshot: Snapshot;
  memory: Memory;
  message: TurnMessage;
  context: TurnContext;
}
/** A dialogue that throws passes the conversation to a person. `failed` hears what was thrown. */
export function replyAlways({ snapshot, memory, message, context }: TurnAsked, failed?: (error: unknown) => void): Reply {
  try {
    return reply(snapshot, memory, message, context);
  } catch (error) {
    failed?.(error);
    return fallbackReply(context);
  }
}

/** Said when thinking failed: the message is kept and a person takes over. Never silence. */
function fallbackReply(context: TurnContext): Reply {
  const texts = textsOf(context.lang);
  const { effect } = handOff('unsure', undefined, context, texts);
  return {
    body: { outcome: 'handed-off', blocks: [paragraph(texts.failed)] },
    memory: openingMemory(context.lang),
    effects: [effect],
    trace: { outcome: 'handed-off', article: null, confidence: 0, candidates: [], passages: [], choices: [] },
  };
}
