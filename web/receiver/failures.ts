import type { ErrorCode } from '../../src/contract/codes.js';

/** A call that got no answer: the link is down or the server was silent for 5 s. */
export class LinkDown extends Error {
  override readonly name = 'LinkDown';
}
/** A call the server refused. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: ErrorCode,
    readonly retryInMs?: number,
  ) {
    super(code);
  }
}
