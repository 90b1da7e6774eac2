import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { conversationId, openSession, refuse, type SiteView } from '../contract/index.js';
import { Addresses } from '../platform/addresses.js';
import { Config } from '../platform/config.js';
import { orRefuse, parsed, refusal } from '../platform/http-refusal.js';
import { Limiter } from '../platform/limiter.js';
import { requestToken } from '../platform/socket-auth.js';
import { Announcer } from './announcer.js';
import { CITIZEN_COOKIE, citizenCookie, expiredCitizenCookie } from './citizen-cookie.js';
import { CitizenSessions, type CitizenSession } from './citizen-session.js';
import { Sites } from './sites.js';
import { Transcript } from './transcript.js';

/** What the widget asks over HTTP: a session before its socket, the site it stands on, the conversation as a file. */
@Controller('api/citizen')
export class CitizenController {
  constructor(
    private readonly sessions: CitizenSessions,
    private readonly sites: Sites,
    private readonly transcripts: Transcript,
    private readonly announcer: Announcer,
    private readonly limiter: Limiter,
    private readonly config: Config,
    private readonly addresses: Addresses,
  ) {}

  @Post('session')
  async open(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<{ token: string }> {
    const { site } = parsed(openSession, body);
    await this.site(site);
    const retryInMs = await this.limiter.take('sessions.perAddressPerHour', this.addresses.of(request));
    if (retryInMs !== undefined) orRefuse(refuse('rate', { retryInMs }));
    const { token } = await this.sessions.open(site);
    response.setHeader('Set-Cookie', citizenCookie(token, this.addresses.secure));
    return { token };
  }

  /** Its sockets close too. Ending what is over is no mistake. */
  @Delete('session')
  @HttpCode(204)
  async end(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    const session = await this.session(request);
    if (session !== undefined) {
      await this.sessions.end(session);
      this.announcer.sessionEnded(session.id);
    }
    response.setHeader('Set-Cookie', expiredCitizenCookie(this.addresses.secure));
  }

  @Get('site/:site')
  async view(@Param('site') key: string): Promise<SiteView> {
    return this.sites.view(await this.site(key));
  }

  /** The newest conversation of the session when none is named. Somebody else's is not found. */
  @Get('transcript')
  async transcript(@Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): Promise<void> {
    const session = await this.session(request);
    if (session === undefined) throw refusal(401, 'auth');
    const asked = query['conversation'];
    const file = await this.transcripts.of(session, asked === undefined ? undefined : parsed(conversationId, asked));
    if (file === undefined) throw refusal(404, 'not-found');
    response
      .setHeader('Content-Type', 'text/plain; charset=utf-8')
      .setHeader('Content-Disposition', `attachment; filename="${file.name}"`)
      .send(file.text);
  }

  private async site(key: string) {
    const site = this.config.site(key);
    if (site === undefined) throw refusal(404, 'not-found');
    if ((await this.sites.switches(key)).widgetOff) throw refusal(503, 'degraded');
    return site;
  }

  private session(request: Request): Promise<CitizenSession | undefined> {
    return this.sessions.find(requestToken(request.headers, CITIZEN_COOKIE));
  }
}
