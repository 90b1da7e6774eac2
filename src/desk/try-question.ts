import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Tried, tryQuestion } from '../contract/index.js';
import { openingMemory, reply, type TurnContext } from '../dialogue/index.js';
import { DraftSnapshots } from '../knowledge/index.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { refusal } from '../platform/http-refusal.js';

/** What a citizen would read in answer to a first question, with an editor's draft in place. Nothing is stored. */
@Injectable()
export class TryQuestion {
  constructor(
    private readonly drafts: DraftSnapshots,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  async try({ question, draft }: z.output<typeof tryQuestion>): Promise<Tried> {
    const drafted = await this.drafts.draftSnapshot(draft);
    if (!drafted.ok) throw refusal(400, 'bad', { problems: drafted.problems });
    const { snapshot } = drafted;
    const { body, trace } = reply(snapshot, openingMemory('fr'), { text: question }, this.context());
    return {
      answer: body,
      candidates: trace.candidates.map(({ article, score }) => ({
        article,
        title: snapshot.articles.get(article)?.title ?? article,
        score,
      })),
      confidence: trace.confidence,
    };
  }

  /** The first site with all its services open: an answer must not depend on the hour at which the editor works. */
  private context(): TurnContext {
    const { key, name, services, defaultService } = this.config.sites[0]!;
    return {
      now: this.clock.now().toISOString(),
      lang: 'fr',
      site: { key, name, defaultService, services: services.map((service) => ({ id: service.id, name: service.name, open: true })) },
      botOn: true,
    };
  }
}
