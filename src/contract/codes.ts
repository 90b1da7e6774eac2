/** Codes of a refused call. Closed list: clients map each of them to a sentence. */
export const ERROR_CODES = [
  'busy',
  'rate',
  'too-large',
  'bad',
  'id.reused',
  'conversation.closed',
  'not-owner',
  'already-taken',
  'not-found',
  'auth',
  'otp-required',
  'otp-invalid',
  'disk-full',
  'degraded',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A refused call, as it travels: never the payload, never a stack. */
export interface Refusal {
  ok: false;
  code: ErrorCode;
  /** Milliseconds before a retry makes sense. */
  retryInMs?: number;
  /** Who holds it, with `already-taken`. */
  name?: string;
}
/** The acknowledgement of every socket call. */
export type Ack<T = unknown> = ({ ok: true } & T) | Refusal;

export const refuse = (code: ErrorCode, more: Omit<Refusal, 'ok' | 'code'> = {}): Refusal => ({ ok: false, code, ...more });
