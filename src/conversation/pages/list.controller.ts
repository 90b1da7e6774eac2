import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Config } from '../../platform/config.js';
import { CitizenSessions } from '../citizen-session.js';
import { ReadLog } from '../read-log.js';
import { listPage } from './list-page.js';
import { tokenOf } from './page-cookie.js';
import { PlainConversation } from './plain-conversation.js';
import { sendPage } from './policy.js';
import { unknownSitePage } from './unknown-site-page.js';

/** `/c/:site/liste/:seq`: a list of one's own conversation, to print. Whoever has no such list is shown the conversation instead. */
@Controller('c')
export class ListController {
  constructor(
    private readonly config: Config,
    private readonly sessions: CitizenSessions,
    private readonly plain: PlainConversation,
    private readonly readLog: ReadLog,
  ) {}

  @Get(':site/liste/:seq')
  async list(
    @Param('site') key: string,
    @Param('seq') seq: string,
    @Query('lang') asked: unknown,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const site = this.config.site(key);
    if (site === undefined) return sendPage(response, unknownSitePage('fr'), {}, 404);
    const session = await this.sessions.find(tokenOf(request.headers.cookie));
    const conversation = session === undefined || session.site !== site.key ? undefined : await this.plain.newest(session);
    const lang = asked === 'fr' || asked === 'en' ? asked : (conversation?.lang ?? site.lang);
    const event =
      conversation && /^[1-9]\d{0,8}$/.test(seq) ? (await this.readLog.events(conversation.id, Number(seq) - 1, 1)).events[0] : undefined;
    if (event?.kind !== 'answer' || event.print !== true || event.blocks.length === 0)
      return response.redirect(303, `/c/${site.key}?lang=${lang}`);
    sendPage(response, listPage(site, lang, event), {});
  }
}
