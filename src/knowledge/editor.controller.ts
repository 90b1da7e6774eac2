import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, UseGuards, type PipeTransform } from '@nestjs/common';
import { z } from 'zod';
import { Actor, Allow, StaffGuard, type ActorValue } from '../accounts/index.js';
import {
  articleDraft,
  articleId,
  preview,
  publish,
  restore,
  statusChange,
  type ArticleEdition,
  type ArticleRow,
  type Preview,
  type Problem,
  type Published,
  type Refusal,
  type SnapshotRow,
} from '../contract/index.js';
import { orRefuse, parsed as fitting, refusal } from '../platform/http-refusal.js';
import { Editing, type Edited } from './editing.js';
import { articleFilters, Editions } from './editions.js';
import { Publishing } from './publishing.js';
import { ArticleReviewer } from './review-article.js';
import type { Wordings } from './wordings.js';

/** What a column of versions holds. */
const versionNumber = z.coerce.number().int().min(1).max(2_147_483_647);

/** An id that can be none is an article that is not there. */
class ArticleId implements PipeTransform<string, string> {
  transform(id: string): string {
    return found(articleId.safeParse(id).data);
  }
}

/** The editors' desk. Supervisors and admins read along; "try a question" belongs to the room that talks. */
@Controller('api/staff/editor')
@UseGuards(StaffGuard)
export class EditorController {
  constructor(
    private readonly editions: Editions,
    private readonly editing: Editing,
    private readonly reviewer: ArticleReviewer,
    private readonly publishing: Publishing,
  ) {}

  @Get('articles')
  @Allow('editor', 'supervisor', 'admin')
  async list(@Query() query: unknown): Promise<{ articles: ArticleRow[] }> {
    return { articles: await this.editions.list(parsed(articleFilters, query)) };
  }

  @Post('articles')
  @Allow('editor')
  async create(@Actor() actor: ActorValue, @Body() body: unknown): Promise<ArticleEdition> {
    return this.edited(await this.editing.create(parsed(articleDraft, body), actor));
  }

  @Get('articles/:id')
  @Allow('editor', 'supervisor', 'admin')
  async edition(@Param('id', ArticleId) id: string): Promise<ArticleEdition> {
    return found(await this.editions.edition(id));
  }

  @Put('articles/:id')
  @Allow('editor')
  async save(@Actor() actor: ActorValue, @Param('id', ArticleId) id: string, @Body() body: unknown): Promise<ArticleEdition> {
    return this.edited(await this.editing.save(id, parsed(articleDraft, body), actor));
  }

  @Post('articles/:id/status')
  @Allow('editor')
  @HttpCode(200)
  async changeStatus(@Actor() actor: ActorValue, @Param('id', ArticleId) id: string, @Body() body: unknown): Promise<ArticleEdition> {
    return this.edited(await this.editing.changeStatus(id, parsed(statusChange, body), actor));
  }

  @Post('articles/:id/restore')
  @Allow('editor')
  @HttpCode(200)
  async restore(@Actor() actor: ActorValue, @Param('id', ArticleId) id: string, @Body() body: unknown): Promise<ArticleEdition> {
    return this.edited(await this.editing.restore(id, parsed(versionNumber, parsed(restore, body).version), actor));
  }

  @Get('articles/:id/versions/:version')
  @Allow('editor', 'supervisor', 'admin')
  async version(@Param('id', ArticleId) id: string, @Param('version') version: string): Promise<{ markdown: string } & Wordings> {
    return found(await this.editions.version(id, parsed(versionNumber, version)));
  }

  @Post('preview')
  @Allow('editor')
  @HttpCode(200)
  async preview(@Body() body: unknown): Promise<Preview> {
    return this.reviewer.review(parsed(preview, body).markdown);
  }

  @Post('check')
  @Allow('editor')
  @HttpCode(200)
  async check(): Promise<{ problems: Problem[] }> {
    return { problems: await this.editions.check() };
  }

  @Post('publish')
  @Allow('editor')
  @HttpCode(200)
  async publish(@Actor() actor: ActorValue, @Body() body: unknown): Promise<Published> {
    return orProblems(await this.publishing.publish({ ...parsed(publish, body), by: actor })).published;
  }

  @Get('snapshots')
  @Allow('editor', 'supervisor', 'admin')
  async snapshots(): Promise<{ snapshots: SnapshotRow[] }> {
    return { snapshots: await this.editions.snapshots() };
  }

  /** What was just written, as it now stands. */
  private async edited(result: Edited): Promise<ArticleEdition> {
    return found(await this.editions.edition(orProblems(result).id));
  }
}

/** Parses at the door. A null character is no text, and not every database takes one. */
function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  if (JSON.stringify(value)?.includes('\\u0000') === true) throw refusal(400, 'bad');
  return fitting(schema, value);
}

/** Like `orRefuse`, telling the editor what is wrong and where. */
function orProblems<R extends { ok: true } | (Refusal & { problems?: Problem[] })>(result: R): Extract<R, { ok: true }> {
  if (!result.ok && result.problems !== undefined) throw refusal(400, 'bad', { problems: result.problems });
  return orRefuse<Extract<R, { ok: true }>>(result as Extract<R, { ok: true }> | Refusal);
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw refusal(404, 'not-found');
  return value;
}
