import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { AuditLog, type ActorValue } from '../accounts/index.js';
import { refuse, type Refusal, type SearchResult, type searchQuery } from '../contract/index.js';
import { lastQuestion, type ConversationRow } from '../conversation/index.js';
import { Database } from '../platform/database.js';
import { Limiter } from '../platform/limiter.js';
import { marks, type SqlValue } from '../platform/sql.js';
import { excerptOf, likePattern } from './search-text.js';

type Query = z.output<typeof searchQuery>;
const PAGE = 20;
/** Behind `{"text":"`, with which the body of every message begins. */
const SAID = 'lower(substr(event.body, 10))';

/** Past conversations by words, dates, service and status; the reader's own services only. What was looked for is not written down. */
@Injectable()
export class SearchConversations {
  constructor(
    private readonly database: Database,
    private readonly limiter: Limiter,
    private readonly audit: AuditLog,
  ) {}

  async search(actor: ActorValue, query: Query): Promise<{ ok: true; found: SearchResult } | Refusal> {
    const words = query.q ?? '';
    const filtered = [query.from, query.to, query.service, query.status].some((filter) => filter !== undefined);
    if (words.length < 2 && !(filtered && words === '')) return refuse('bad');
    const retryInMs = await this.limiter.take('agent.searchesPerHour', actor.id);
    if (retryInMs !== undefined) return refuse('rate', { retryInMs });
    await this.audit.record({ actor: actor.id, action: 'conversation-searched' });

    const { where, values } = conditions(actor, query);
    const total = await this.database.read.get<{ n: number }>(`SELECT count(*) AS n FROM conversation WHERE ${where}`, values);
    const rows = await this.database.read.all<ConversationRow>(
      `SELECT * FROM conversation WHERE ${where} ORDER BY created_at DESC, id LIMIT ? OFFSET ?`,
      [...values, PAGE, (query.page - 1) * PAGE],
    );
    const items: SearchResult['items'] = [];
    for (const row of rows) items.push(await this.item(row, words));
    return { ok: true, found: { total: Number(total!.n), items } };
  }

  private async item(row: ConversationRow, words: string): Promise<SearchResult['items'][number]> {
    return {
      conversationId: row.id,
      site: row.site,
      ...(row.service === null ? {} : { service: row.service }),
      status: row.status,
      createdAt: row.created_at,
      ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
      ...(row.resolution === null ? {} : { resolution: row.resolution }),
      excerpt: excerptOf((await this.found(row.id, words)) ?? (await lastQuestion(this.database.read, row.id)) ?? '', words),
    };
  }

  private async found(conversation: string, words: string): Promise<string | undefined> {
    if (words === '') return undefined;
    const row = await this.database.read.get<{ body: string }>(
      `SELECT body FROM event WHERE conversation = ? AND kind = 'message' AND ${SAID} LIKE ? ESCAPE '!' ORDER BY seq LIMIT 1`,
      [conversation, likePattern(words)],
    );
    return row === undefined ? undefined : (JSON.parse(row.body) as { text: string }).text;
  }
}

/** SQL made of constants; what was typed travels as values. */
function conditions({ roles, services }: ActorValue, { q, from, to, service, status }: Query): { where: string; values: SqlValue[] } {
  const parts: [string, ...SqlValue[]][] = [];
  // A data protection officer reads everywhere, everybody else in one's services.
  if (!roles.includes('dpo')) parts.push(services.length === 0 ? ['1 = 0'] : [`service IN (${marks(services)})`, ...services]);
  if (service !== undefined) parts.push(['service = ?', service]);
  if (status !== undefined) parts.push(['status = ?', status]);
  if (from !== undefined) parts.push(['created_at >= ?', from]);
  if (to !== undefined) parts.push(['created_at <= ?', `${to}T23:59:59.999Z`]);
  if (q !== undefined && q !== '') {
    const pattern = likePattern(q);
    parts.push([
      `(EXISTS (SELECT 1 FROM event WHERE event.conversation = conversation.id AND kind = 'message' AND ${SAID} LIKE ? ESCAPE '!')
        OR EXISTS (SELECT 1 FROM inbox WHERE inbox.conversation = conversation.id AND lower(inbox.summary) LIKE ? ESCAPE '!'))`,
      pattern,
      pattern,
    ]);
  }
  return { where: parts.map(([sql]) => sql).join(' AND ') || '1 = 1', values: parts.flatMap(([, ...values]) => values) };
}
