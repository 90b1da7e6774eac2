import type { IncomingMessage } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { Server, ServerOptions } from 'socket.io';
import type { Config } from './config.js';
import type { Limiter } from './limiter.js';
import type { Origins } from './origins.js';

/** The address of a client: behind proxies, the one that the outermost trusted proxy saw. */
export function clientAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trustedProxies: number): string {
  const seen = request.socket.remoteAddress ?? 'unknown';
  if (trustedProxies === 0) return seen;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-trustedProxies) ?? seen;
}

export interface Doorkeeping {
  config: Config;
  origins: () => Origins;
  limiter: Limiter;
}

/** Socket.IO with the protocol's options. Who may shake hands is decided here, before any room or table is touched. */
export class RealtimeAdapter extends IoAdapter {
  private readonly perAddress = new Map<string, number>();
  private open = 0;

  constructor(
    app: INestApplicationContext,
    private readonly door: Doorkeeping,
    private readonly createAdapter?: NonNullable<ServerOptions['adapter']>,
  ) {
    super(app);
  }

  override createIOServer(port: number, options?: ServerOptions): Server {
    const server = super.createIOServer(port, {
      ...options,
      maxHttpBufferSize: 32_000,
      perMessageDeflate: false,
      httpCompression: false,
      connectTimeout: 5000,
      pingInterval: 20_000,
      pingTimeout: 15_000,
      serveClient: false,
      cookie: false,
      allowEIO3: false,
      ...(this.createAdapter === undefined ? {} : { adapter: this.createAdapter }),
      allowRequest: (request: IncomingMessage, decide: (error: string | null, allowed: boolean) => void) => {
        this.admits(request).then(
          (allowed) => decide(null, allowed),
          () => decide(null, false),
        );
      },
    } as ServerOptions) as Server;
    server.engine.on('connection', (raw: { request: IncomingMessage; on(event: 'close', heard: () => void): void }) => {
      const address = this.addressOf(raw.request);
      this.open += 1;
      this.perAddress.set(address, (this.perAddress.get(address) ?? 0) + 1);
      raw.on('close', () => {
        this.open -= 1;
        const left = (this.perAddress.get(address) ?? 1) - 1;
        if (left > 0) this.perAddress.set(address, left);
        else this.perAddress.delete(address);
      });
    });
    return server;
  }

  private addressOf(request: IncomingMessage): string {
    return clientAddress(request, this.door.config.settings.trustProxy);
  }

  private async admits(request: IncomingMessage): Promise<boolean> {
    const { config, origins, limiter } = this.door;
    if (!origins().allowsSocket(request)) return false;
    // Later requests of a polling session: the handshake was judged.
    if (/[?&]sid=/.test(request.url ?? '')) return true;
    const address = this.addressOf(request);
    if (this.open >= config.limits['sockets.perProcess']) return false;
    if ((this.perAddress.get(address) ?? 0) >= config.limits['sockets.perAddress']) return false;
    return (await limiter.take('handshakes.perAddressPerSecond', address)) === undefined;
  }
}
