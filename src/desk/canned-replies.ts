import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { ActorValue } from '../accounts/index.js';
import { refuse, type cannedReplyInput, type CannedReply, type Refusal } from '../contract/index.js';
import { Database } from '../platform/database.js';
import { marks, type Tx } from '../platform/sql.js';
import { agentText } from './agent-messages.js';

type Input = z.output<typeof cannedReplyInput>;
interface CannedRow {
  id: string;
  shortcut: string;
  title: string;
  text: string;
  /** Empty: for every service. */
  service: string;
}

/** Ready-made lines behind a shortcut. An agent keeps those of one's services, a supervisor also those that all services share. */
@Injectable()
export class CannedReplies {
  constructor(private readonly database: Database) {}

  async list(actor: ActorValue): Promise<CannedReply[]> {
    const seen = ['', ...actor.services];
    const rows = await this.database.read.all<CannedRow>(
      `SELECT * FROM canned_reply WHERE service IN (${marks(seen)}) ORDER BY shortcut, service`,
      seen,
    );
    return rows.map(toReply);
  }

  add(actor: ActorValue, input: Input): Promise<{ ok: true; reply: CannedReply } | Refusal> {
    return this.save(actor, input, async (tx, { id, shortcut, title, text, service }) => {
      await tx.run('INSERT INTO canned_reply (id, shortcut, title, text, service) VALUES (?, ?, ?, ?, ?)', [
        id,
        shortcut,
        title,
        text,
        service,
      ]);
    });
  }

  change(actor: ActorValue, id: string, input: Input): Promise<{ ok: true; reply: CannedReply } | Refusal> {
    return this.save(
      actor,
      input,
      async (tx, { shortcut, title, text, service }) => {
        await tx.run('UPDATE canned_reply SET shortcut = ?, title = ?, text = ?, service = ? WHERE id = ?', [
          shortcut,
          title,
          text,
          service,
          id,
        ]);
      },
      id,
    );
  }

  async remove(actor: ActorValue, id: string): Promise<{ ok: true } | Refusal> {
    return this.database.write.perform(async (tx) => {
      const row = await tx.get<CannedRow>('SELECT * FROM canned_reply WHERE id = ?', [id]);
      if (row === undefined || !mayKeep(actor, row.service)) return refuse('not-found');
      await tx.run('DELETE FROM canned_reply WHERE id = ?', [id]);
      return { ok: true as const };
    });
  }

  private async save(
    actor: ActorValue,
    { shortcut, title, text, service }: Input,
    write: (tx: Tx, row: CannedRow) => Promise<void>,
    known?: string,
  ): Promise<{ ok: true; reply: CannedReply } | Refusal> {
    const row: CannedRow = { id: known ?? randomUUID(), shortcut, title: agentText(title), text: agentText(text), service: service ?? '' };
    if (!mayKeep(actor, row.service)) return refuse('not-owner');
    if (row.title.trim() === '' || row.text.trim() === '') return refuse('bad');
    return this.database.write.perform(async (tx) => {
      if (known !== undefined) {
        const before = await tx.get<CannedRow>('SELECT * FROM canned_reply WHERE id = ?', [known]);
        if (before === undefined || !mayKeep(actor, before.service)) return refuse('not-found');
      }
      const same = await tx.get<{ id: string }>('SELECT id FROM canned_reply WHERE shortcut = ? AND service = ?', [shortcut, row.service]);
      if (same !== undefined && same.id !== row.id) return refuse('already-taken');
      await write(tx, row);
      return { ok: true as const, reply: toReply(row) };
    });
  }
}

const mayKeep = ({ roles, services }: ActorValue, service: string): boolean =>
  service === '' ? roles.includes('supervisor') : services.includes(service);

const toReply = ({ id, shortcut, title, text, service }: CannedRow): CannedReply => ({
  id,
  shortcut,
  title,
  text,
  ...(service === '' ? {} : { service }),
});
