import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import type { Lang } from '../../contract/index.js';
import { Addresses } from '../../platform/addresses.js';
import { Config } from '../../platform/config.js';
import { refusal } from '../../platform/http-refusal.js';
import { Sites } from '../sites.js';
import { framePage, widgetOffPage } from './frame-page.js';
import { unknownSitePage } from './unknown-site-page.js';
import { PAGES_CSS } from './pages.css.js';
import { sendPage } from './policy.js';
import { assetOf, WebAssets, type Asset } from './web-assets.js';

/** The loader may be kept this long: a new version reaches every page within it. */
const LOADER_SECONDS = 300;

/** What browsers fetch: the loader, the built files, the style of our pages, the frame. */
@Controller('w')
export class WebController {
  private readonly css = assetOf(Buffer.from(PAGES_CSS), 'text/css; charset=utf-8');

  constructor(
    private readonly assets: WebAssets,
    private readonly config: Config,
    private readonly sites: Sites,
    private readonly addresses: Addresses,
  ) {}

  /** For pages of any origin: readable across origins, so that they can pin it by its hash. */
  @Get('v1/loader.js')
  async loader(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin').setHeader('Access-Control-Allow-Origin', '*');
    send(request, response, await this.assets.find('loader.js'), `public, max-age=${LOADER_SECONDS}`);
  }

  @Get('assets/:name')
  async asset(@Param('name') name: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const asset = await this.assets.find(`assets/${name}`);
    send(request, response, asset, asset?.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  }

  @Get('pages.css')
  async pagesCss(@Req() request: Request, @Res() response: Response): Promise<void> {
    send(request, response, await this.css, 'no-cache');
  }

  @Get('frame')
  async frame(@Query() query: Record<string, unknown>, @Res() response: Response): Promise<void> {
    const site = typeof query['site'] === 'string' ? this.config.site(query['site']) : undefined;
    if (site === undefined) return sendPage(response, unknownSitePage('fr'), {}, 404);
    const lang: Lang = query['lang'] === 'en' || query['lang'] === 'fr' ? query['lang'] : site.lang;
    const embeddedBy = ["'self'", ...site.origins];
    // The page around may ask for such a header of everything it embeds.
    response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    if ((await this.sites.switches(site.key)).widgetOff) return sendPage(response, widgetOffPage(site, lang), { embeddedBy }, 503);
    sendPage(response, framePage(site, lang), { scripts: true, connect: [this.addresses.base.replace(/^http/, 'ws')], embeddedBy });
  }
}

function send(request: Request, response: Response, asset: Asset | undefined, cacheControl: string): void {
  if (asset === undefined) throw refusal(404, 'not-found');
  response.setHeader('Cache-Control', cacheControl).setHeader('ETag', asset.etag).setHeader('Vary', 'Accept-Encoding');
  if (request.headers['if-none-match']?.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === asset.etag)) {
    response.status(304).end();
    return;
  }
  const zipped = request.acceptsEncodings('gzip') === 'gzip' && asset.gzipped.length < asset.plain.length;
  if (zipped) response.setHeader('Content-Encoding', 'gzip');
  response
    .setHeader('Content-Type', asset.type)
    .status(200)
    .end(zipped ? asset.gzipped : asset.plain);
}
