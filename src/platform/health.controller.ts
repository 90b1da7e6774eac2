import { Controller, Get, Header, HttpCode } from '@nestjs/common';
import { Database } from './database.js';
import { refusal } from './http-refusal.js';
import { Metrics } from './metrics.js';

/** Something that must hold before traffic is sent here. */
export abstract class Readiness {
  abstract ready(): boolean;
}

@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  @Get('health/live')
  @HttpCode(200)
  live(): { ok: true } {
    return { ok: true };
  }

  @Get('health/ready')
  async ready(): Promise<{ ok: true }> {
    try {
      await this.database.read.get('SELECT 1 AS one');
    } catch {
      throw refusal(503, 'degraded');
    }
    if (!this.readiness.ready()) throw refusal(503, 'degraded');
    return { ok: true };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  figures(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}
