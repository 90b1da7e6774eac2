import { createServer, Socket, type AddressInfo, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Direction = 'up' | 'down';
interface Pair {
  client: Socket;
  server: Socket;
  /** Bytes still let through in a direction before the link is cut. */
  left: Record<Direction, number>;
}

/**
 * A TCP link that fails on demand: cut, cut after k bytes, delayed, half-open (bytes vanish, the link stays), in one direction or both.
 * `up` is what clients send, `down` what the service answers.
 */
export class FaultProxy {
  /** Bytes that vanished, by direction. */
  readonly dropped: Record<Direction, number> = { up: 0, down: 0 };
  cuts = 0;
  private readonly pairs = new Set<Pair>();
  private readonly dropping: Record<Direction, boolean> = { up: false, down: false };
  private delayMs = 0;
  private refusing = false;

  private constructor(
    private readonly server: Server,
    private targetPort: number,
  ) {
    server.on('connection', (client) => this.link(client));
  }

  static async to(targetPort: number): Promise<FaultProxy> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new FaultProxy(server, targetPort);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }
  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }
  get links(): number {
    return this.pairs.size;
  }

  /** Breaks every link now, with a reset, as a failing access point does. */
  cut(): void {
    if (this.pairs.size > 0) this.cuts += 1;
    for (const pair of this.pairs) this.end(pair);
  }
  /** Breaks each link in the middle of a frame: once so many more bytes went through in a direction. */
  cutAfter(bytes: number, direction: Direction = 'down'): void {
    for (const pair of this.pairs) pair.left[direction] = bytes;
  }
  /** From now on bytes of a direction vanish while the link stays open. */
  drop(direction: Direction): void {
    this.dropping[direction] = true;
  }
  halfOpen(): void {
    this.drop('up');
    this.drop('down');
  }
  delay(ms: number): void {
    this.delayMs = ms;
  }
  /** New connections are refused at once. */
  refuse(): void {
    this.refusing = true;
  }
  heal(): void {
    this.dropping.up = false;
    this.dropping.down = false;
    this.delayMs = 0;
    this.refusing = false;
  }
  target(port: number): void {
    this.targetPort = port;
  }
  async close(): Promise<void> {
    for (const pair of this.pairs) this.end(pair);
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  private link(client: Socket): void {
    if (this.refusing) {
      client.resetAndDestroy();
      return;
    }
    const server = new Socket();
    server.setNoDelay(true);
    const pair: Pair = { client, server, left: { up: Infinity, down: Infinity } };
    this.pairs.add(pair);
    for (const socket of [client, server]) {
      socket.on('error', () => this.end(pair));
      socket.on('close', () => this.end(pair));
    }
    this.carry(pair, client, server, 'up');
    this.carry(pair, server, client, 'down');
    server.connect(this.targetPort, '127.0.0.1');
  }

  private carry(pair: Pair, from: Socket, to: Socket, direction: Direction): void {
    // Chunks of one direction keep their order through a delay.
    let before = Promise.resolve();
    from.on('data', (chunk: Buffer) => {
      before = before.then(async () => {
        if (this.delayMs > 0) await sleep(this.delayMs);
        this.pass(pair, to, direction, chunk);
      });
    });
  }

  private pass(pair: Pair, to: Socket, direction: Direction, chunk: Buffer): void {
    if (this.dropping[direction]) {
      this.dropped[direction] += chunk.length;
      return;
    }
    const allowed = Math.min(chunk.length, pair.left[direction]);
    pair.left[direction] -= allowed;
    if (!to.destroyed && allowed > 0) to.write(chunk.subarray(0, allowed));
    if (allowed < chunk.length || pair.left[direction] === 0) {
      this.cuts += 1;
      this.end(pair);
    }
  }

  private end(pair: Pair): void {
    if (!this.pairs.delete(pair)) return;
    pair.client.resetAndDestroy();
    pair.server.resetAndDestroy();
  }
}
