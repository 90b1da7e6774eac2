import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { Lang } from '../../contract/index.js';
import { Config } from '../../platform/config.js';
import type { Site } from '../../platform/sites.js';
import { accessibilityStatement } from './accessibility-statement.js';
import { legalNotice } from './legal-notice.js';
import { sendPage } from './policy.js';
import { privacyNotice } from './privacy-notice.js';
import { statementPage, type Statement } from './statement-page.js';
import { unknownSitePage } from './unknown-site-page.js';

/** The pages that the law asks for, per site. */
@Controller('c/:site')
export class StatementsController {
  constructor(private readonly config: Config) {}

  @Get('donnees-personnelles')
  privacy(@Param('site') key: string, @Query('lang') lang: unknown, @Res() response: Response): void {
    this.show(response, { key, lang, path: 'donnees-personnelles', of: privacyNotice });
  }

  @Get('mentions-legales')
  legal(@Param('site') key: string, @Query('lang') lang: unknown, @Res() response: Response): void {
    this.show(response, { key, lang, path: 'mentions-legales', of: legalNotice });
  }

  @Get('accessibilite')
  accessibility(@Param('site') key: string, @Query('lang') lang: unknown, @Res() response: Response): void {
    this.show(response, { key, lang, path: 'accessibilite', of: accessibilityStatement });
  }

  private show(response: Response, page: { key: string; lang: unknown; path: string; of: (site: Site, lang: Lang) => Statement }): void {
    const site = this.config.site(page.key);
    if (site === undefined) return sendPage(response, unknownSitePage('fr'), {}, 404);
    const lang = page.lang === 'fr' || page.lang === 'en' ? page.lang : site.lang;
    sendPage(response, statementPage(site, lang, page.of(site, lang), page.path), {});
  }
}
