import { randomUUID } from 'node:crypto';
import type { ActorValue } from '../accounts/index.js';
import type { Tx } from '../platform/sql.js';
import { agentText } from './agent-messages.js';

export async function insertNote(
  tx: Tx,
  { conversation, actor, text }: { conversation: string; actor: Pick<ActorValue, 'id' | 'name'>; text: string },
  at: string,
): Promise<string> {
  const id = randomUUID();
  await tx.run('INSERT INTO note (id, conversation, account, author, text, created_at) VALUES (?, ?, ?, ?, ?, ?)', [
    id,
    conversation,
    actor.id,
    actor.name,
    agentText(text),
    at,
  ]);
  return id;
}
