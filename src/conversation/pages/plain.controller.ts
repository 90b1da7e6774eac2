import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { plainMessage, type Lang } from '../../contract/index.js';
import { Addresses } from '../../platform/addresses.js';
import { Config } from '../../platform/config.js';
import { Database } from '../../platform/database.js';
import { refusal } from '../../platform/http-refusal.js';
import { Limiter } from '../../platform/limiter.js';
import type { Site } from '../../platform/sites.js';
import { CitizenSessions, type CitizenSession } from '../citizen-session.js';
import { HandOff } from '../hand-off.js';
import { newToken } from '../ids.js';
import { Sites } from '../sites.js';
import { FormTokens } from './form-tokens.js';
import { widgetOffPage } from './frame-page.js';
import { pageCookie, tokenOf } from './page-cookie.js';
import { PlainConversation, type Contact, type Visitor } from './plain-conversation.js';
import { plainPage, type PlainView } from './plain-page.js';
import type { PlainError } from './plain-texts.js';
import { sendPage } from './policy.js';
import { unknownSitePage } from './unknown-site-page.js';

type Form = Record<string, unknown>;
const STATUS: Partial<Record<PlainError, number>> = {
  expired: 403,
  rate: 429,
  'too-large': 413,
  degraded: 503,
  busy: 503,
  'disk-full': 507,
};

/** `/c/:site`: the conversation without JavaScript. Nothing is stored before something is written. */
@Controller('c')
export class PlainController {
  constructor(
    private readonly config: Config,
    private readonly sites: Sites,
    private readonly sessions: CitizenSessions,
    private readonly plain: PlainConversation,
    private readonly handOff: HandOff,
    private readonly forms: FormTokens,
    private readonly limiter: Limiter,
    private readonly addresses: Addresses,
    private readonly database: Database,
  ) {}

  @Get(':site')
  async page(@Param('site') key: string, @Query() query: Form, @Req() request: Request, @Res() response: Response): Promise<void> {
    const site = this.config.site(key);
    if (site === undefined) return sendPage(response, unknownSitePage(langOf(query) ?? 'fr'), {}, 404);
    const token = tokenOf(request.headers.cookie) ?? newToken();
    const session = await this.sessions.find(token);
    await this.show(response, { site, token, session, query, paused: query['pause'] !== undefined });
  }

  @Post(':site/messages')
  async message(@Param('site') key: string, @Body() body: Form, @Query() query: Form, @Req() request: Request, @Res() response: Response) {
    const text = typeof body?.['text'] === 'string' ? body['text'].replace(/\r\n?/g, '\n') : undefined;
    await this.submitted({ key, query, request, response, form: body, kept: { text } }, (visitor) => {
      const message = plainMessage.safeParse({ ...body, ...(text === undefined ? {} : { text }) });
      if (message.success) return this.plain.post(visitor, message.data);
      const tooLong = message.error.issues.every((issue) => issue.code === 'too_big' && issue.path[0] === 'text');
      return Promise.resolve({ ok: false as const, code: tooLong ? ('too-large' as const) : ('bad' as const) });
    });
  }

  @Post(':site/rappel')
  async callback(@Param('site') key: string, @Body() body: Form, @Query() query: Form, @Req() request: Request, @Res() response: Response) {
    const contact: Record<string, string> = {};
    for (const name of ['name', 'email', 'phone']) {
      const value = body?.[name];
      if (typeof value === 'string' && value.trim() !== '') contact[name] = value.trim();
    }
    await this.submitted({ key, query, request, response, form: body, kept: { contact } }, (visitor) =>
      body['consent'] === 'yes'
        ? this.plain.leaveContact(visitor, String(body['clientId']), contact as Contact)
        : Promise.resolve({ ok: false as const, code: 'contact' as const }),
    );
  }

  /** Every form: is it ours, whose is it, do it, then back to the page by a GET; or the page again with what was typed. */
  private async submitted(
    post: {
      key: string;
      query: Form;
      request: Request;
      response: Response;
      form: Form | undefined;
      kept: { text?: string | undefined; contact?: Record<string, string> };
    },
    act: (visitor: Visitor) => Promise<{ ok: true } | { ok: false; code: PlainError }>,
  ): Promise<void> {
    const { key, query, request, response, form, kept } = post;
    const site = this.config.site(key);
    if (site === undefined) return sendPage(response, unknownSitePage('fr'), {}, 404);
    // Another site's page posts here without our cookie; answering with a new one would take the citizen's own away.
    if (request.headers['sec-fetch-site'] === 'cross-site') throw refusal(403, 'auth');
    const lang = langOf(query) ?? site.lang;
    const address = this.addresses.of(request);
    const cookie = tokenOf(request.headers.cookie);
    let token = cookie ?? newToken();
    let session = await this.sessions.find(cookie);
    let code: PlainError | undefined = 'expired';
    if (cookie !== undefined && typeof form?.['token'] === 'string' && this.forms.matches(cookie, form['token'])) {
      const visited = await this.sessionOf(session, cookie, { site, address });
      if (typeof visited === 'string') {
        code = visited;
        // It was a session once, and ended: the page begins another.
        if (visited === 'expired') token = newToken();
      } else {
        session = visited;
        const outcome = await act({ session, address, lang });
        code = outcome.ok ? undefined : outcome.code;
      }
    }
    if (code === undefined) {
      response.redirect(303, `/c/${site.key}?lang=${lang}#dernier`);
      return;
    }
    const problem = { code, ...(kept.text === undefined ? {} : { text: kept.text }), ...(kept.contact ? { contact: kept.contact } : {}) };
    await this.show(response, { site, token, session, query, paused: true, problem }, STATUS[code] ?? 400);
  }

  /** The session of a page's token; made at the first form, not at the first look. */
  private async sessionOf(
    known: CitizenSession | undefined,
    token: string,
    { site, address }: { site: Site; address: string },
  ): Promise<CitizenSession | 'rate' | 'expired'> {
    if (known !== undefined) return known.site === site.key ? known : 'expired';
    if ((await this.limiter.take('sessions.perAddressPerHour', address)) !== undefined) return 'rate';
    return (await this.sessions.openWith(token, site.key)) ?? 'expired';
  }

  private async show(
    response: Response,
    visit: { site: Site; token: string; session: CitizenSession | undefined; query: Form; paused: boolean; problem?: PlainView['problem'] },
    status = 200,
  ): Promise<void> {
    const { site, token, session, query, paused, problem } = visit;
    const conversation = session === undefined || session.site !== site.key ? undefined : await this.plain.newest(session);
    const lang = langOf(query) ?? conversation?.lang ?? site.lang;
    if ((await this.sites.switches(site.key)).widgetOff) return sendPage(response, widgetOffPage(site, lang), {}, 503);
    const { queued_at, service } = conversation ?? {};
    const waiting = conversation?.status === 'queued' && queued_at != null && service != null;
    const page = plainPage({
      site,
      lang,
      paused,
      view: await this.sites.view(site),
      ...(conversation === undefined ? {} : { status: conversation.status }),
      ...(waiting ? { place: await this.handOff.place(this.database.read, service, queued_at) } : {}),
      events: conversation === undefined ? [] : await this.plain.events(conversation.id),
      formToken: this.forms.issue(token),
      clientId: randomUUID,
      ...(problem === undefined ? {} : { problem }),
    });
    response.setHeader('Set-Cookie', pageCookie(token, site.key, this.addresses.secure));
    sendPage(response, page, { forms: true }, status);
  }
}

const langOf = ({ lang }: Form): Lang | undefined => (lang === 'fr' || lang === 'en' ? lang : undefined);
