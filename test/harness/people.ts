import { randomUUID } from 'node:crypto';
import type { Ack, Appended, Lang } from '../../src/contract/index.js';
import { citizenSocket, staffSocket, type Answer, type CitizenClient, type Options, type StaffClient } from './client.js';
import { openSession, signIn } from './http.js';

export const uuid = (): string => randomUUID();

/** A citizen with a session, a socket and an open conversation. */
export class Citizen {
  constructor(
    readonly token: string,
    readonly socket: CitizenClient,
    readonly conversationId: string,
  ) {}

  /** What an appending call carries. */
  get line(): { conversationId: string; clientId: string } {
    return { conversationId: this.conversationId, clientId: uuid() };
  }
  say(text: string, choice?: string): Promise<Answer<Appended>> {
    return this.socket.call('message:send', { ...this.line, text, ...(choice === undefined ? {} : { choice }) });
  }
  ask(service?: string): Promise<Ack<Appended> & { ok: true }> {
    return this.socket.do('human:ask', { ...this.line, ...(service === undefined ? {} : { service }) });
  }
  /** The whole log, by as many pages as it takes. */
  async log(limit = 200) {
    const events = [];
    for (let after = 0; ;) {
      const page = await this.socket.do('events:sync', { conversationId: this.conversationId, after, limit });
      events.push(...page.events);
      if (!page.more) return events;
      after = page.events.at(-1)!.seq;
    }
  }
  close(): Promise<void> {
    return this.socket.close();
  }
}

export interface CitizenOptions {
  site?: string;
  lang?: Lang;
  page?: string;
  /** A session that is there already. */
  token?: string;
  /** A conversation to come back to. */
  resume?: string;
  /** The Origin and the address of HTTP, when the socket goes through a proxy. */
  home?: string;
  options?: Options;
}

export async function citizen(url: string, { site = 'demo', lang = 'fr', page, token, resume, home = url, options }: CitizenOptions = {}) {
  const session = token ?? (await openSession(home, site));
  const socket = await citizenSocket({ url, origin: home, token: session, options });
  const opened = await socket.do('conversation:open', {
    site,
    lang,
    ...(page === undefined ? {} : { page }),
    ...(resume === undefined ? {} : { resume }),
  });
  return new Citizen(session, socket, opened.conversationId);
}

/** An agent who holds conversations under the epoch of each claim. */
export class Agent {
  readonly epochs = new Map<string, number>();

  constructor(
    readonly token: string,
    readonly socket: StaffClient,
  ) {}

  async claim(conversationId: string) {
    const claimed = await this.socket.call('conversation:claim', { conversationId });
    if (claimed.ok) this.epochs.set(conversationId, claimed.epoch!);
    return claimed;
  }
  /** What an appending call carries. */
  line(conversationId: string): { conversationId: string; clientId: string; epoch: number } {
    return { conversationId, clientId: uuid(), epoch: this.epochs.get(conversationId) ?? 1 };
  }
  say(conversationId: string, text: string): Promise<Answer<Appended>> {
    return this.socket.call('message:send', { ...this.line(conversationId), text });
  }
  close(): Promise<void> {
    return this.socket.close();
  }
}

/** Signs in, connects, and is on duty. */
export async function agent(url: string, email: string, { home = url, options }: { home?: string; options?: Options } = {}) {
  const { token } = await signIn(home, email);
  const socket = await staffSocket({ url, origin: home, token, options });
  await socket.do('presence:set', { state: 'available' });
  return new Agent(token, socket);
}
