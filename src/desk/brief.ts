import { Injectable } from '@nestjs/common';
import type { AnswerBody, Brief } from '../contract/index.js';
import { lastQuestion, type ConversationRow } from '../conversation/index.js';
import type { Memory } from '../dialogue/index.js';
import { Database } from '../platform/database.js';
import { factsInWords } from './facts-in-words.js';

/** Answers of the robot that the brief lists: the newest. */
const TRIED = 5;

/** The five lines an agent reads before the first word: question, what was tried, facts said, page, wait. */
@Injectable()
export class Briefing {
  constructor(private readonly database: Database) {}

  async of(conversation: ConversationRow): Promise<Brief> {
    const answers = await this.database.read.all<{ body: string }>(
      "SELECT body FROM event WHERE conversation = ? AND kind = 'answer' ORDER BY seq DESC LIMIT ?",
      [conversation.id, TRIED],
    );
    const memory = JSON.parse(conversation.memory) as Partial<Memory>;
    return {
      question: (await lastQuestion(this.database.read, conversation.id)) ?? '',
      tried: answers.toReversed().map(({ body }) => triedOf(JSON.parse(body) as AnswerBody)),
      facts: [...factsInWords(memory.facts ?? {}), ...(memory.walked?.answers ?? [])],
      ...(conversation.page === null ? {} : { page: conversation.page }),
      ...(conversation.queued_at === null ? {} : { waitingSince: conversation.queued_at }),
      lang: conversation.lang,
    };
  }
}

const triedOf = ({ outcome, article, why }: AnswerBody): Brief['tried'][number] => ({
  outcome,
  ...(article === undefined ? {} : { article: article.id, title: article.title }),
  ...(why === undefined ? {} : { confidence: why.confidence }),
});
