import type { Socket } from 'socket.io';
import type { z } from 'zod';
import { ACK_TIMEOUT_MS, refuse, type Ack, type LimitName } from '../contract/index.js';
import type { Limiter } from './limiter.js';
import type { Log } from './logging.js';
import type { Metrics } from './metrics.js';
import { UnitTooSlow } from './write-unit.js';

type Payload<S> = S extends z.ZodType ? z.output<S> : never;
type Handler<P> = (payload: P, socket: Socket) => Promise<Ack<object>> | Ack<object> | void;
export type Handlers<C extends Record<string, z.ZodType>> = { [E in keyof C]: Handler<Payload<C[E]>> };

export interface Door {
  limiter: Limiter;
  log: Log;
  metrics: Metrics;
}
/** Which limit a call counts against, and for whom. */
export type LimitOf = (event: string, socket: Socket, payload: unknown) => { limit: LimitName; key: string }[];

/** A socket that sends this many malformed or excessive calls is closed. */
const STRIKES = 20;

/**
 * Binds the calls of a namespace to a socket. Nothing is heard but the events of the contract's table; each is parsed by its
 * schema, counted, answered within 5 s with `{ok:true, …}` or `{ok:false, code}`, and cannot end the process. Nest's own
 * subscription path was left aside: its default filter echoes the payload and never acknowledges, and it costs more a message.
 */
export function bindCalls<C extends Record<string, z.ZodType>>(
  socket: Socket,
  calls: C,
  handlers: Handlers<C>,
  limitOf: LimitOf,
  door: Door,
): void {
  let strikes = 0;
  for (const event of Object.keys(calls)) {
    socket.on(event, (payload: unknown, ack: unknown) => {
      const answer = once(typeof ack === 'function' ? (ack as (answer: Ack<object>) => void) : () => {});
      const timer = setTimeout(() => answer(refuse('busy', { retryInMs: 1000 })), ACK_TIMEOUT_MS);
      void hear(event, payload)
        .catch((error: unknown) => refusalOf(error, event, door.log))
        .then((result) => {
          clearTimeout(timer);
          door.metrics.calls.inc({ event, result: result.ok ? 'ok' : result.code });
          answer(result);
          if (!result.ok && (result.code === 'bad' || result.code === 'rate') && ++strikes >= STRIKES) socket.disconnect(true);
        });
    });
  }

  async function hear(event: string, payload: unknown): Promise<Ack<object>> {
    for (const { limit, key } of limitOf(event, socket, payload)) {
      const retryInMs = await door.limiter.take(limit, key);
      if (retryInMs !== undefined) return refuse('rate', { retryInMs });
    }
    const parsed = calls[event]!.safeParse(payload);
    if (!parsed.success) return refuse(isTooLarge(parsed.error) ? 'too-large' : 'bad');
    return (await handlers[event]!(parsed.data as never, socket)) ?? { ok: true };
  }
}

/** The text itself is too long, and that is all that is wrong with it. */
const isTooLarge = (error: z.ZodError) => error.issues.every((issue) => issue.code === 'too_big' && issue.path.at(-1) === 'text');

function once(ack: (answer: Ack<object>) => void): (answer: Ack<object>) => void {
  let done = false;
  return (answer) => {
    if (done) return;
    done = true;
    ack(answer);
  };
}

const DISK_FULL = new Set(['SQLITE_FULL', 'ENOSPC', '53100']);
const DEGRADED = new Set(['SQLITE_IOERR', 'ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '08006', '08003']);

function refusalOf(error: unknown, event: string, log: Log): Ack<object> {
  const code = (error as { code?: string } | null)?.code ?? '';
  log.failure('call failed', error, { call: event });
  if (DISK_FULL.has(code)) return refuse('disk-full', { retryInMs: 10_000 });
  if (error instanceof UnitTooSlow || code === 'SQLITE_BUSY') return refuse('busy', { retryInMs: 1000 });
  return refuse('degraded', { retryInMs: DEGRADED.has(code) ? 2000 : 5000 });
}
