import { Body, Controller, Get, Param, Put, UseGuards } from '@nestjs/common';
import { Actor, Allow, AuditLog, StaffGuard, type ActorValue } from '../accounts/index.js';
import { switches, type Switches } from '../contract/index.js';
import { Sites } from '../conversation/index.js';
import { withoutInvisible } from '../masking/invisible.js';
import { Config } from '../platform/config.js';
import { parsed, refusal } from '../platform/http-refusal.js';

/** Kill switches and the emergency banner of a site. They hold on every node within 10 s. */
@Controller('api/staff/switches')
@UseGuards(StaffGuard)
@Allow('supervisor', 'admin')
export class SwitchesController {
  constructor(
    private readonly sites: Sites,
    private readonly audit: AuditLog,
    private readonly config: Config,
  ) {}

  @Get(':site')
  read(@Param('site') site: string): Promise<Switches> {
    return this.sites.switches(this.known(site));
  }

  @Put(':site')
  async change(@Actor() actor: ActorValue, @Param('site') site: string, @Body() body: unknown): Promise<Switches> {
    const key = this.known(site);
    const { botOff, widgetOff, reason: given, banner: shown } = parsed(switches, body);
    const reason = withoutInvisible(given);
    const banner = shown === null ? null : { ...shown, text: withoutInvisible(shown.text) };
    await this.audit.record({ actor: actor.id, action: 'switches-changed', object: key, ...(reason === '' ? {} : { reason }) });
    await this.sites.change(key, { botOff, widgetOff, reason, banner }, actor.name);
    return this.sites.switches(key);
  }

  private known(site: string): string {
    const found = this.config.site(site);
    if (found === undefined) throw refusal(404, 'not-found');
    return found.key;
  }
}
