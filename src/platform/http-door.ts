import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { refuse, type ErrorCode } from '../contract/index.js';
import type { Addresses } from './addresses.js';
import type { Limiter } from './limiter.js';
import type { Log } from './logging.js';
import type { Origins } from './origins.js';

/** Headers of every answer; pages loosen `frame-ancestors` and name their scripts themselves. */
export const securityHeaders = (secure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"], 'base-uri': ["'none'"], 'form-action': ["'none'"] },
    },
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: false,
  });

export function noStore(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  next();
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Express takes /API for /api: a door that did not would be open. */
const API = /^\/api/i;
const COUNTED = /^\/(api|c)(\/|$)/i;

/** Calls under /api and /c: counted by address; those that change something under /api must come from our own pages. */
export function apiDoor(origins: () => Origins, limiter: Limiter, addresses: Addresses): RequestHandler {
  return (request, response, next) => {
    if (API.test(request.path) && !READING.has(request.method) && !origins().allowsChange(request)) {
      response.status(403).json(refuse('auth'));
      return;
    }
    // Files and probes cost next to nothing, and a probe that is refused takes a node out of service.
    if (!COUNTED.test(request.path)) {
      next();
      return;
    }
    limiter.take('requests.perAddressPerMinute', addresses.of(request)).then((retryInMs) => {
      if (retryInMs === undefined) next();
      else response.status(429).json(refuse('rate', { retryInMs }));
    }, next);
  };
}

const CODES: Record<number, ErrorCode> = {
  401: 'auth',
  403: 'auth',
  404: 'not-found',
  409: 'already-taken',
  413: 'too-large',
  429: 'rate',
  503: 'degraded',
};

/** Answers `{ok:false, code}`: never the payload, never a stack. */
@Catch()
export class HttpFailures implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) return;
    const own = error instanceof HttpException ? error.getResponse() : undefined;
    const status = error instanceof HttpException ? error.getStatus() : clientStatus(error);
    if (typeof own === 'object' && 'ok' in own) {
      response.status(status).json(own);
      return;
    }
    if (status >= 500)
      this.log.failure('request failed', error, { path: host.switchToHttp().getRequest<Request>().route?.path as string | undefined });
    response.status(status).json(refuse(CODES[status] ?? (status >= 500 ? 'degraded' : 'bad')));
  }
}

/** Errors of the body parser and of malformed addresses carry the status they mean. */
function clientStatus(error: unknown): number {
  const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown };
  const given = typeof status === 'number' ? status : statusCode;
  if (error instanceof URIError) return 400;
  return typeof given === 'number' && given >= 400 && given < 500 ? given : 503;
}
