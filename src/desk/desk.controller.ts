import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { Actor, Allow, StaffGuard, type ActorValue } from '../accounts/index.js';
import {
  articleId,
  conversationId,
  newNote,
  searchQuery,
  takeOver,
  type Article,
  type ArticleHit,
  type Claimed,
  type ConversationView,
  type DeskOverview,
  type Note,
  type SearchResult,
} from '../contract/index.js';
import { withoutInvisible } from '../masking/invisible.js';
import { orRefuse, parsed, refusal } from '../platform/http-refusal.js';
import { ArticleLookup } from './article-lookup.js';
import { Claim } from './claim.js';
import { Notes } from './notes.js';
import { Overview } from './overview.js';
import { SearchConversations } from './search-conversations.js';
import { ViewConversation } from './view-conversation.js';

const viewQuery = z.strictObject({ reason: takeOver.shape.reason.optional() });
const articlesQuery = z.strictObject({ q: z.string().trim().max(200).default('') });

/** The desk's reading and its rarer acts; what happens at every moment goes by the socket. */
@Controller('api/staff/desk')
@UseGuards(StaffGuard)
@Allow('agent', 'supervisor')
export class DeskController {
  constructor(
    private readonly overviews: Overview,
    private readonly conversations: ViewConversation,
    private readonly notes: Notes,
    private readonly claiming: Claim,
    private readonly searching: SearchConversations,
    private readonly lookup: ArticleLookup,
  ) {}

  @Get('overview')
  overview(@Actor() actor: ActorValue): Promise<DeskOverview> {
    return this.overviews.of(actor);
  }

  @Get('conversations/:id')
  @Allow('agent', 'supervisor', 'dpo')
  async view(@Actor() actor: ActorValue, @Param('id') id: string, @Query() query: unknown): Promise<ConversationView> {
    const { reason } = parsed(viewQuery, query);
    const given = reason === undefined ? undefined : withoutInvisible(reason);
    return orRefuse(await this.conversations.view(actor, parsed(conversationId, id), given)).view;
  }

  @Post('conversations/:id/notes')
  async note(@Actor() actor: ActorValue, @Param('id') id: string, @Body() body: unknown): Promise<Note> {
    return orRefuse(await this.notes.add(actor, parsed(conversationId, id), parsed(newNote, body).text)).note;
  }

  @Post('conversations/:id/take-over')
  @Allow('supervisor')
  @HttpCode(200)
  async takeOver(@Actor() actor: ActorValue, @Param('id') id: string, @Body() body: unknown): Promise<Claimed> {
    const { reason } = parsed(takeOver, body);
    return orRefuse(await this.claiming.takeOver(actor, parsed(conversationId, id), withoutInvisible(reason)));
  }

  @Get('search')
  @Allow('agent', 'supervisor', 'dpo')
  async search(@Actor() actor: ActorValue, @Query() query: unknown): Promise<SearchResult> {
    return orRefuse(await this.searching.search(actor, parsed(searchQuery, query))).found;
  }

  @Get('articles')
  articles(@Query() query: unknown): { articles: ArticleHit[] } {
    return { articles: this.lookup.find(parsed(articlesQuery, query).q) };
  }

  /** An id may hold slashes, written as such or as %2F. */
  @Get('articles/*id')
  article(@Param('id') segments: string | string[]): Article {
    const found = this.lookup.article(parsed(articleId, [segments].flat().join('/')));
    if (found === undefined) throw refusal(404, 'not-found');
    return found;
  }
}
