import { openingMemory } from './memory.js';
import { handOff } from './replies.js';
import { paragraph } from './compose.js';
import { textsOf } from './texts.js';
import type { Reply, TurnContext } from './turn.js';

/** Said when thinking failed: the message is kept and a person takes over. Never silence. */
export function fallbackReply(context: TurnContext): Reply {
  const texts = textsOf(context.lang);
  const { effect } = handOff('unsure', undefined, context, texts);
  return {
    body: { outcome: 'handed-off', blocks: [paragraph(texts.failed)] },
    memory: openingMemory(context.lang),
    effects: [effect],
    trace: { outcome: 'handed-off', article: null, confidence: 0, candidates: [], passages: [], choices: [] },
  };
}
