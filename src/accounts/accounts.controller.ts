import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { serialize } from 'cookie';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  accountPatch,
  newAccount,
  setPassword,
  setup,
  staffSession,
  type AuditEntry,
  type SignedIn,
  type StaffAccount,
  type StaffMe,
} from '../contract/index.js';
import { Config } from '../platform/config.js';
import { orRefuse, parsed, refusal } from '../platform/http-refusal.js';
import { Addresses } from '../platform/addresses.js';
import { Accounts } from './accounts.js';
import { AuditLog } from './audit-log.js';
import { SecondFactors } from './second-factors.js';
import { Actor, Allow, Anyone, StaffGuard } from './staff.guard.js';
import { STAFF_COOKIE, StaffSessions, type Actor as ActorValue } from './staff-sessions.js';

const auditPage = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Sign-in, the accounts of the staff and the audit log. */
@Controller('api/staff')
@UseGuards(StaffGuard)
export class AccountsController {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly accounts: Accounts,
    private readonly audit: AuditLog,
    private readonly config: Config,
    private readonly addresses: Addresses,
    private readonly secondFactors: SecondFactors,
  ) {}

  @Post('session')
  @Anyone()
  async signIn(@Body() body: unknown, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<SignedIn> {
    const { otp, ...credentials } = parsed(staffSession, body);
    const { token, actor } = orRefuse(await this.sessions.signIn(credentials, otp, this.addresses.of(request)));
    response.setHeader('Set-Cookie', this.cookie(token));
    return { token, roles: actor.roles, services: actor.services };
  }

  @Get('session')
  @Allow()
  async me(@Actor() actor: ActorValue): Promise<StaffMe> {
    const account = (await this.accounts.byId(actor.id))!;
    return {
      ...account,
      roles: actor.roles,
      awaitedRoles: account.roles.filter((role) => !actor.roles.includes(role)),
      recoveryCodesLeft: await this.secondFactors.recoveryCodesLeft(actor.id),
      sites: this.config.sites.map(({ key, name }) => ({ key, name })),
      allServices: this.config.services,
    };
  }

  @Delete('session')
  @Allow()
  @HttpCode(204)
  async signOut(@Actor() actor: ActorValue, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.end(actor);
    response.setHeader('Set-Cookie', this.cookie('', 0));
  }

  @Post('setup')
  @Anyone()
  async setUp(@Body() body: unknown): Promise<{ ok: true }> {
    const { token, ...account } = parsed(setup, body);
    return orRefuse(await this.accounts.setUp(token, account));
  }

  @Post('password')
  @Anyone()
  @HttpCode(200)
  async choosePassword(@Body() body: unknown): Promise<{ ok: true }> {
    const { token, password } = parsed(setPassword, body);
    return orRefuse(await this.accounts.setPassword(token, password));
  }

  @Get('accounts')
  @Allow('admin')
  async list(): Promise<{ accounts: StaffAccount[] }> {
    return { accounts: await this.accounts.list() };
  }

  @Post('accounts')
  @Allow('admin')
  async add(@Actor() actor: ActorValue, @Body() body: unknown): Promise<{ account: StaffAccount; link: string }> {
    const { account, token } = orRefuse(await this.accounts.add(parsed(newAccount, body), actor.id));
    return { account, link: this.addresses.passwordLink(token!) };
  }

  @Patch('accounts/:id')
  @Allow('admin')
  async change(@Actor() actor: ActorValue, @Param('id') id: string, @Body() body: unknown): Promise<{ ok: true }> {
    return orRefuse(await this.accounts.change(id, parsed(accountPatch, body), actor));
  }

  @Post('accounts/:id/disable')
  @Allow('admin')
  @HttpCode(200)
  async disable(@Actor() actor: ActorValue, @Param('id') id: string): Promise<{ ok: true }> {
    return orRefuse(await this.accounts.disable(id, true, actor.id));
  }

  @Post('accounts/:id/enable')
  @Allow('admin')
  @HttpCode(200)
  async enable(@Actor() actor: ActorValue, @Param('id') id: string): Promise<{ ok: true }> {
    return orRefuse(await this.accounts.disable(id, false, actor.id));
  }

  @Post('accounts/:id/reset')
  @Allow('admin')
  @HttpCode(200)
  async reset(@Actor() actor: ActorValue, @Param('id') id: string): Promise<{ link: string }> {
    return { link: this.addresses.passwordLink(orRefuse(await this.accounts.reset(id, actor.id)).token) };
  }

  /** One's own takes a code: a session that was left open must not be enough. */
  @Post('accounts/:id/second-factor/reset')
  @Allow('admin')
  @HttpCode(200)
  async resetSecondFactor(@Actor() actor: ActorValue, @Param('id') id: string): Promise<{ ok: true }> {
    if (id === actor.id) throw refusal(400, 'bad');
    return orRefuse(await this.secondFactors.reset(id, actor.id));
  }

  @Get('audit')
  @Allow('dpo', 'admin')
  async auditPage(@Query() query: unknown): Promise<{ entries: AuditEntry[] }> {
    const { before, limit } = parsed(auditPage, query);
    return { entries: await this.audit.page(before, limit) };
  }

  private cookie(token: string, maxAge?: number): string {
    return serialize(STAFF_COOKIE, token, {
      httpOnly: true,
      path: '/',
      sameSite: 'strict',
      secure: this.addresses.secure,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }
}
