import { spawn, type ChildProcess } from 'node:child_process';
import { createConnection } from 'node:net';
import { freePort } from './service.js';
import { until } from './waiting.js';

/** A Redis of the test's own, kept in memory, that can be stopped and come back empty. */
export class TestRedis {
  private child: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();

  private constructor(readonly port: number) {}

  static async start(): Promise<TestRedis> {
    return new TestRedis(await freePort()).start();
  }
  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<this> {
    let failure: string | undefined;
    const child = spawn('redis-server', ['--port', String(this.port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
      stdio: 'ignore',
    });
    this.child = child;
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => {
        failure = error.message;
        resolve();
      });
      child.once('close', () => resolve());
    });
    await until('redis-server listens', async () => {
      if (failure !== undefined) throw new Error(`these tests need redis-server on the path: ${failure}`);
      return listens(this.port);
    });
    return this;
  }
  async stop(): Promise<void> {
    this.child?.kill('SIGKILL');
    await this.ended;
  }
}

const listens = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
