import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Config } from './config.js';
import { clientAddress } from './realtime.adapter.js';

/** The addresses that the service gives of itself, and the one a client is known by. Never from a Host header. */
@Injectable()
export class Addresses {
  /** The port that was really bound, once it is. */
  port: number;

  constructor(private readonly config: Config) {
    this.port = config.settings.port;
  }

  get base(): string {
    return this.config.settings.publicUrl?.replace(/\/$/, '') ?? `http://localhost:${this.port}`;
  }
  get secure(): boolean {
    return this.base.startsWith('https:');
  }
  of(request: Pick<IncomingMessage, 'headers' | 'socket'>): string {
    return clientAddress(request, this.config.settings.trustProxy);
  }
  /** Tokens travel behind the #: they never reach a server's log. */
  setupLink(token: string): string {
    return `${this.base}/console/setup#${token}`;
  }
  passwordLink(token: string): string {
    return `${this.base}/console/password#${token}`;
  }
}
