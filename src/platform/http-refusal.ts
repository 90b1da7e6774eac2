import { HttpException } from '@nestjs/common';
import type { z } from 'zod';
import { refuse, type ErrorCode, type Refusal } from '../contract/index.js';

/** HTTP status of each code when a use case refuses. */
const STATUS: Record<ErrorCode, number> = {
  busy: 503,
  rate: 429,
  'too-large': 413,
  bad: 400,
  'id.reused': 409,
  'conversation.closed': 409,
  'not-owner': 403,
  'already-taken': 409,
  'not-found': 404,
  auth: 401,
  'otp-required': 401,
  'otp-invalid': 401,
  'disk-full': 507,
  degraded: 503,
};

/** A refused HTTP call: `{ok:false, code}` and nothing of what was sent. */
export const refusal = (
  status: number,
  code: ErrorCode,
  more: Omit<Refusal, 'ok' | 'code'> & { problems?: object[] } = {},
): HttpException => new HttpException({ ...refuse(code), ...more }, status);

/** The value of a use case, or the refusal thrown at the door. */
export function orRefuse<T extends { ok: true }>(result: T | Refusal): T {
  if (!result.ok) throw refusal(STATUS[result.code], result.code, result.retryInMs === undefined ? {} : { retryInMs: result.retryInMs });
  return result;
}

/** Parses at the door: what does not fit the contract's schema is `bad`. */
export function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (!result.success) throw refusal(400, 'bad');
  return result.data;
}
