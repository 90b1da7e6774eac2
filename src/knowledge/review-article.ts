import { Injectable } from '@nestjs/common';
import type { Article, Problem } from '../contract/index.js';
import type { Intent } from '../matching/index.js';
import { Clock } from '../platform/clock.js';
import { checkContent } from './check-content.js';
import { ContentStore } from './content-store.js';
import { factText } from './fact-text.js';
import { ArticleParser, DRAFT_FILE } from './article-parser.js';
import { locatedArticle, type Located } from './read-content.js';
import { Surroundings } from './surroundings.js';

export interface ArticleReview {
  article: Article | null;
  problems: Problem[];
}

/** One article as it would be published, with what is wrong in it; the rest of the base is only looked up. */
@Injectable()
export class ArticleReviewer {
  constructor(
    private readonly store: ContentStore,
    private readonly surroundings: Surroundings,
    private readonly parser: ArticleParser,
    private readonly clock: Clock,
  ) {}

  /** `intents` undefined: the wordings are not looked at. */
  async review(markdown: string, intents?: readonly Intent[]): Promise<ArticleReview> {
    const [around, stored] = await Promise.all([this.surroundings.get(), this.store.articles()]);
    const facts = new Map(around.facts.map(({ value }) => [value.id, factText(value)]));
    const parsed = await this.parser.parse(markdown, facts);
    const { article } = parsed;
    if (article === null) return { article, problems: parsed.problems };
    const articles = locatedArticle(parsed, DRAFT_FILE);
    const { place } = articles[0]!;
    const wordings = (intents ?? []).map((value): Located<Intent> => ({ value, place, at: () => place }));
    const problems = checkContent(
      {
        ...around,
        articles,
        intents: wordings,
        problems: parsed.problems,
      },
      {
        today: this.clock.now().toISOString().slice(0, 10),
        alsoKnown: new Set(stored.map(({ id }) => id)),
        alsoHere: new Set(stored.filter(({ status, liveVersion }) => liveVersion !== null && status !== 'archived').map(({ id }) => id)),
      },
    );
    return {
      article,
      problems: problems.filter((problem) => problem.article === article.id && (intents !== undefined || problem.code !== 'few-wordings')),
    };
  }
}
