import { type LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { SettingValues } from './settings.js';

/**
 * JSON lines on standard output. Ids, outcomes, codes and scores only: never the text of a message, a token, a contact or a
 * whole address. Nest's own lines go through the same door.
 */
export class Log implements LoggerService {
  private constructor(private readonly pino: Logger) {}

  static at(level: SettingValues['logLevel']): Log {
    return new Log(
      pino(
        { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
        pino.destination({ fd: 1, sync: false }),
      ),
    );
  }

  event(name: string, facts: Record<string, string | number | boolean | undefined> = {}): void {
    this.pino.info({ event: name, ...facts });
  }
  /** Something unexpected: its kind and where it was thrown, not what it was given. */
  failure(name: string, error: unknown, facts: Record<string, string | number | undefined> = {}): void {
    const { name: kind, stack } = error instanceof Error ? error : new Error('not an error');
    const frames = stack
      ?.split('\n')
      .filter((line) => line.trimStart().startsWith('at '))
      .slice(0, 6)
      .map((line) => line.trim());
    this.pino.error({ event: name, kind, code: (error as { code?: string } | null)?.code, frames, ...facts });
  }

  log(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }
  warn(message: unknown, context?: string): void {
    this.pino.warn({ context }, String(message));
  }
  error(message: unknown, stack?: string, context?: string): void {
    this.failure('nest', message instanceof Error ? message : Object.assign(new Error('nest'), { stack }), { context });
  }
  debug(message: unknown, context?: string): void {
    this.pino.debug({ context }, String(message));
  }
  verbose(): void {}
}
