import type { Ack, Appended, Refusal } from '../contract/index.js';
import type { AppendedEvents } from './event-log.js';

/** The acknowledgement of an appending call. */
export const appendedAck = (appended: AppendedEvents | Refusal): Ack<Appended> =>
  appended.ok ? { ok: true, seq: appended.seq, at: appended.at, ...(appended.dup ? { dup: true } : {}) } : appended;
