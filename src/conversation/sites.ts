import { Injectable } from '@nestjs/common';
import type { SiteView, Switches } from '../contract/index.js';
import { Clock } from '../platform/clock.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { opening } from '../platform/hours.js';
import type { Site } from '../platform/sites.js';
import type { TurnContext } from '../dialogue/index.js';
import { HandOff } from './hand-off.js';
import type { ConversationRow } from './rows.js';

interface SwitchRow {
  bot_off: number;
  widget_off: number;
  reason: string;
  banner: string | null;
}
/** Switches are read again after this, so that a kill switch works on every node within 10 s. */
const FRESH_MS = 3000;
const ON: Switches = { botOff: false, widgetOff: false, reason: '', banner: null };

/** A site as it is right now: open services, people on duty, kill switches, emergency banner. */
@Injectable()
export class Sites {
  private readonly known = new Map<string, { at: number; switches: Switches }>();

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly handOff: HandOff,
  ) {}

  async switches(key: string): Promise<Switches> {
    const known = this.known.get(key);
    const now = performance.now();
    if (known !== undefined && now - known.at < FRESH_MS) return known.switches;
    const row = await this.database.read.get<SwitchRow>('SELECT bot_off, widget_off, reason, banner FROM site_switch WHERE site = ?', [
      key,
    ]);
    const switches =
      row === undefined
        ? ON
        : {
            botOff: row.bot_off === 1,
            widgetOff: row.widget_off === 1,
            reason: row.reason,
            banner: row.banner === null ? null : (JSON.parse(row.banner) as Switches['banner']),
          };
    this.known.set(key, { at: now, switches });
    return switches;
  }

  async change(key: string, { botOff, widgetOff, reason, banner }: Switches, by: string): Promise<void> {
    const at = this.clock.now().toISOString();
    await this.database.write.perform((tx) =>
      tx.run(
        `INSERT INTO site_switch (site, bot_off, widget_off, reason, banner, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (site) DO UPDATE SET bot_off = excluded.bot_off, widget_off = excluded.widget_off, reason = excluded.reason,
           banner = excluded.banner, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
        [key, Number(botOff), Number(widgetOff), reason, banner === null ? null : JSON.stringify(banner), at, by],
      ),
    );
    this.known.delete(key);
  }

  async view(site: Site): Promise<SiteView> {
    const { botOff, banner } = await this.switches(site.key);
    const now = this.clock.now();
    const shown =
      banner !== null &&
      (banner.from === undefined || banner.from <= now.toISOString()) &&
      (banner.until === undefined || banner.until > now.toISOString());
    return {
      key: site.key,
      name: site.name,
      lang: site.lang,
      services: site.services.map((service) => ({
        id: service.id,
        name: service.name,
        hours: service.hours ?? {},
        ...opening(service, site.timezone, now),
      })),
      defaultService: site.defaultService,
      suggestions: site.suggestions ?? [],
      ...(shown ? { banner: { text: banner.text, ...(banner.until === undefined ? {} : { until: banner.until }) } } : {}),
      botOn: !botOff,
      someoneThere: site.services.some((service) => this.handOff.agentsAvailable(service.id) > 0),
      privacyUrl: site.privacyUrl ?? `/c/${site.key}/donnees-personnelles`,
      legalUrl: `/c/${site.key}/mentions-legales`,
      accessibilityUrl: `/c/${site.key}/accessibilite`,
    };
  }

  /** The world as the dialogue sees it at one turn. */
  async context({ site: key, lang, page }: ConversationRow): Promise<TurnContext> {
    const site = this.config.site(key);
    const now = this.clock.now();
    return {
      now: now.toISOString(),
      lang,
      site: {
        key,
        name: site?.name ?? key,
        services: (site?.services ?? []).map((service) => ({
          id: service.id,
          name: service.name,
          ...opening(service, site!.timezone, now),
        })),
        defaultService: site?.defaultService ?? 'accueil',
      },
      botOn: !(await this.switches(key)).botOff,
      ...(page === null ? {} : { page }),
    };
  }
}
