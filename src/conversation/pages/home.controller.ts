import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Config } from '../../platform/config.js';
import { demoPage } from './demo-page.js';
import { sendPage } from './policy.js';
import { sitesPage } from './sites-page.js';

/** `GET /`: the demo town's site with the widget; where real sites are configured, the way to each of them. */
@Controller()
export class HomeController {
  constructor(private readonly config: Config) {}

  @Get()
  home(@Res() response: Response): void {
    const demo = this.config.site('demo');
    if (demo === undefined) return sendPage(response, sitesPage(this.config.sites), {});
    sendPage(response, demoPage(demo), { scripts: true, frames: true });
  }
}
