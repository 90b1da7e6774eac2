import type { Change } from '../conversation/index.js';
import { daysAfter, RETENTION_DAYS } from '../conversation/retention.js';
import type { Tx } from '../platform/sql.js';

/** Back to the list of callbacks, not to the queue: nobody waits in front of a screen. */
export const backToCallback = (service: string, summary: string | undefined): Change => ({
  events: [{ sender: 'system', kind: 'status', body: { status: 'callback', service } }],
  set: { assignee: null, lease_until: null, status: 'callback', service },
  inbox: [{ service, kind: 'callback', ...(summary === undefined ? {} : { summary }) }],
});

/** Whether somebody left contact details and was not called yet. */
export async function callbackWaits(tx: Tx, conversation: string): Promise<boolean> {
  return (await tx.get('SELECT 1 AS one FROM callback WHERE conversation = ? AND done_at IS NULL', [conversation])) !== undefined;
}

export async function settleCallback(tx: Tx, conversation: string, at: string): Promise<void> {
  await tx.run('UPDATE callback SET done_at = ?, purge_at = ? WHERE conversation = ? AND done_at IS NULL', [
    at,
    daysAfter(at, RETENTION_DAYS.callback),
    conversation,
  ]);
}
