import { Body, Controller, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import type { Request } from 'express';
import {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  refuse,
  type Enrolment,
  type RecoveryCodes,
  type Refusal,
} from '../contract/index.js';
import { Addresses } from '../platform/addresses.js';
import { orRefuse, parsed } from '../platform/http-refusal.js';
import { Accounts } from './accounts.js';
import { Guesses } from './guesses.js';
import { SecondFactors } from './second-factors.js';
import { Actor, Allow, StaffGuard } from './staff.guard.js';
import type { Actor as ActorValue } from './staff-sessions.js';

/** What people change of their own account. */
@Controller('api/staff/me')
@UseGuards(StaffGuard)
export class MeController {
  constructor(
    private readonly secondFactors: SecondFactors,
    private readonly accounts: Accounts,
    private readonly guesses: Guesses,
    private readonly addresses: Addresses,
  ) {}

  @Post('password')
  @Allow()
  @HttpCode(200)
  async changePassword(@Actor() actor: ActorValue, @Body() body: unknown, @Req() request: Request): Promise<{ ok: true }> {
    const { current, password } = parsed(changePassword, body);
    return this.withPassword(actor, current, request, () => this.accounts.changePassword(actor, password));
  }

  @Post('second-factor')
  @Allow()
  async begin(@Actor() actor: ActorValue, @Body() body: unknown, @Req() request: Request): Promise<Enrolment> {
    const { password } = parsed(beginSecondFactor, body);
    const { secret, uri } = await this.withPassword(actor, password, request, () => this.secondFactors.begin(actor));
    return { secret, uri };
  }

  @Post('second-factor/confirm')
  @Allow()
  @HttpCode(200)
  async confirm(@Actor() actor: ActorValue, @Body() body: unknown): Promise<RecoveryCodes> {
    const { recoveryCodes } = orRefuse(await this.secondFactors.confirm(actor, parsed(confirmSecondFactor, body).otp));
    return { recoveryCodes };
  }

  @Post('second-factor/off')
  @Allow()
  @HttpCode(200)
  async switchOff(@Actor() actor: ActorValue, @Body() body: unknown, @Req() request: Request): Promise<{ ok: true }> {
    const { password, otp } = parsed(endSecondFactor, body);
    return this.withPassword(actor, password, request, () => this.secondFactors.switchOff(actor, otp));
  }

  /** `auth` for a wrong password; it and a wrong code count against the limits of sign-in. */
  private async withPassword<T extends { ok: true }>(
    actor: ActorValue,
    password: string,
    request: Request,
    work: () => Promise<T | Refusal>,
  ): Promise<T> {
    const judge = async () => ((await this.accounts.hasPassword(actor.id, password)) ? work() : refuse('auth'));
    return orRefuse(await this.guesses.judged(actor.email, this.addresses.of(request), judge));
  }
}
