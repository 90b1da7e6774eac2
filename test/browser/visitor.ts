import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** How long anything on a page may take before a test calls it missing; two busy cores are slow. */
export const PATIENCE_MS = 20_000;

/** A headless Chromium with a fresh profile. No browser is a failure: what people see was not tested. */
export function startBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}: install it or set CHROMIUM_PATH`);
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS, headless: true });
}

/** One person's browser: a context of its own with one page, and everything that went wrong in it. */
export class Visitor {
  /** What the console calls an error, what scripts threw and what a policy refused. */
  readonly problems: string[] = [];
  readonly requests: string[] = [];
  readonly sockets: string[] = [];
  readonly dialogs: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async arrive(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, locale: 'fr-FR', ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const visitor = new Visitor(context, await context.newPage());
    visitor.watch(visitor.page);
    return visitor;
  }
  leave(): Promise<void> {
    return this.context.close();
  }

  private watch(page: Page): void {
    page.on('console', (message) => {
      // A refused call is an answer like any other; the browser also writes it down as an error.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) this.problems.push(message.text());
      if (/content security policy|trusted ?type/i.test(message.text()) && message.type() !== 'error') this.problems.push(message.text());
    });
    page.on('pageerror', (error) => this.problems.push(`thrown: ${error.message}`));
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('websocket', (socket) => this.sockets.push(socket.url()));
    page.on('dialog', (dialog) => {
      this.dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }
}
