import { Injectable } from '@nestjs/common';
import type { ActorValue } from '../accounts/index.js';
import { refuse, type Ack, type SuggestedArticle } from '../contract/index.js';
import { lastQuestion, ReadLog } from '../conversation/index.js';
import { suggest, type Memory } from '../dialogue/index.js';
import { CurrentSnapshot } from '../knowledge/index.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { reading } from './access.js';

const MOST = 3;

/** The articles that may answer what the citizen last asked. */
@Injectable()
export class SuggestArticles {
  constructor(
    private readonly database: Database,
    private readonly readLog: ReadLog,
    private readonly snapshots: CurrentSnapshot,
    private readonly config: Config,
  ) {}

  async for(actor: ActorValue, conversationId: string): Promise<Ack<{ candidates: SuggestedArticle[] }>> {
    const conversation = await this.readLog.conversation(conversationId);
    if (conversation === undefined || reading(actor, conversation, this.config) !== 'free') return refuse('not-found');
    const question = await lastQuestion(this.database.read, conversationId);
    if (question === undefined || question === '') return { ok: true, candidates: [] };
    const memory = JSON.parse(conversation.memory) as Memory;
    return { ok: true, candidates: suggest(this.snapshots.get(), question, memory, MOST) };
  }
}
