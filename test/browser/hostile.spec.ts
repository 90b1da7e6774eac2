import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Frame, Page } from 'playwright-core';
import type { Article, Block } from '../../src/contract/index.js';
import { Agent, change, Citizen, citizenSocket, http, signIn, staffSocket, startService, until, type Service } from '../harness/index.js';
import { PAYLOADS } from './payloads.js';
import { Desk, firstAccount } from './staff.js';
import { startBrowser, Visitor } from './visitor.js';
import { Widget } from './widget.js';

jest.setTimeout(120_000);
const EMAIL = 'agnes@valclair.example';
let service: Service;
let browser: Browser;
let token: string;
let visitor: Visitor;
let desk: Desk;
let widget: Widget;
let citizen: Citizen;
let agent: Agent;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService(), startBrowser()]);
  token = await firstAccount(service, { email: EMAIL, name: PAYLOADS[0]! });
  visitor = await Visitor.arrive(browser);
  await visitor.page.goto(service.url);
  widget = await Widget.open(visitor.page);
  await widget.ask(PAYLOADS[1]!);
  const [session, conversationId] = await widget.frame.evaluate(() => [
    sessionStorage.getItem('guichet.demo.token')!,
    localStorage.getItem('guichet.demo.conversation')!,
  ]);
  const socket = await citizenSocket({ url: service.url, token: session! });
  await socket.do('conversation:open', { site: 'demo', lang: 'fr', resume: conversationId! });
  citizen = new Citizen(session!, socket, conversationId!);
  await citizen.ask();
  const { token: staff } = await signIn(service.url, EMAIL);
  agent = new Agent(staff, await staffSocket({ url: service.url, token: staff }));
}, 120_000);
afterAll(async () => {
  await citizen?.close();
  await agent?.close();
  await browser?.close();
  await service?.close();
});

/** Every payload at every place of an answer where a text or an address stands. */
const BLOCKS: Block[] = PAYLOADS.flatMap((text, at): Block[] => {
  const inlines = [
    { type: 'text' as const, text },
    { type: 'strong' as const, text },
    { type: 'link' as const, text, url: text },
    { type: 'fact' as const, id: text, text },
  ];
  const kinds: Block[] = [
    { type: 'paragraph', inlines },
    { type: 'list', ordered: at % 2 === 0, items: [[{ type: 'paragraph', inlines }]] },
    { type: 'table', head: [inlines], rows: [[inlines]] },
    { type: 'callout', tone: 'warning', title: text, blocks: [{ type: 'paragraph', inlines }] },
    { type: 'cases', title: text, cases: [{ label: text, if: text, blocks: [{ type: 'paragraph', inlines }] }] },
    { type: 'service', title: text, url: text, needs: text },
    { type: 'contact', name: text, address: text, phone: text, hours: text, url: text, email: text },
    { type: 'link', title: text, url: text },
    { type: 'fact', id: text, label: text, text },
  ];
  return [kinds[at % kinds.length]!, { type: 'link', title: text, url: text }];
});
const hostile = PAYLOADS[90]!;
const SOURCE = { name: hostile, url: PAYLOADS.find((text) => text.startsWith('<javascript:')) ?? 'javascript:0', checkedOn: '2026-01-01' };

/** What must not be in a document: a script that ran, a handler in the markup, an element or address that could run one. */
const traces = (view: Page | Frame): Promise<string[]> =>
  view.evaluate(() => {
    const found: string[] = [];
    if ('__ran' in window) found.push('a script ran');
    for (const element of document.querySelectorAll('*')) {
      const name = element.tagName.toLowerCase();
      if (['object', 'embed', 'base', 'marquee', 'math', 'img', 'image', 'video', 'audio', 'template'].includes(name))
        found.push(`<${name}>`);
      if (name === 'script' && !(element as HTMLScriptElement).src.startsWith(location.origin)) found.push('<script>');
      if (name === 'iframe' && !(element as HTMLIFrameElement).src.startsWith(location.origin)) found.push('<iframe>');
      for (const attribute of element.attributes) {
        if (attribute.name.startsWith('on')) found.push(`${name} ${attribute.name}`);
        if (attribute.name === 'srcdoc') found.push(`${name} srcdoc`);
        const address = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'ping'].includes(attribute.name)
          ? attribute.value
          : '#';
        const { protocol } = new URL(address, 'https://here.example');
        if (name === 'link' && element.getAttribute('rel') === 'icon') continue;
        if (!['https:', 'http:', 'tel:', 'mailto:', 'sms:'].includes(protocol)) found.push(`${name} ${attribute.name}=${address}`);
      }
    }
    return found;
  });
async function clean(page: Page): Promise<void> {
  // Whatever is pressed, pointed at or late has had its chance.
  await page.mouse.move(300, 300);
  await page.evaluate(() => new Promise((later) => setTimeout(later, 300)));
  for (const frame of page.frames()) expect(await traces(frame)).toEqual([]);
}

describe(`${PAYLOADS.length} texts that try to become scripts`, () => {
  it('are texts in the messages of citizens and agents, and in the names of agents', async () => {
    expect(PAYLOADS).toHaveLength(200);
    const id = citizen.conversationId;
    expect(await agent.claim(id)).toMatchObject({ ok: true });
    const accounts = await http<{ accounts: { id: string }[] }>(service.url, '/api/staff/accounts', { token });
    let taken = 0;
    const rename = (name: string) =>
      http(service.url, `/api/staff/accounts/${accounts.json.accounts[0]!.id}`, { method: 'PATCH', token, body: { name } });
    for (const [at, text] of PAYLOADS.entries()) {
      if (at % 20 === 0) await rename(text.slice(0, 100));
      const [said, answered] = await Promise.all([citizen.say(text), agent.say(id, text)]);
      taken += Number(said.ok) + Number(answered.ok);
    }
    expect(taken).toBeGreaterThan(390);
    await rename(PAYLOADS[0]!);
    await citizen.say('FIN DES ESSAIS');
    await widget.text('FIN DES ESSAIS').waitFor();
    expect(await widget.frame.locator('.line').count()).toBeGreaterThan(390);
    await clean(widget.page);
  });

  it('are texts in every block of an answer, even when the database itself holds them', async () => {
    const answer = (await citizen.log()).find((event) => event.kind === 'answer')!;
    const body = {
      outcome: 'answered',
      blocks: BLOCKS,
      sources: [SOURCE],
      article: { id: hostile, title: hostile },
      choices: [{ id: hostile, label: hostile }],
    };
    change(service, 'UPDATE event SET body = ? WHERE conversation = ? AND seq = ?', [
      JSON.stringify(body),
      citizen.conversationId,
      answer.seq,
    ]);
    await widget.page.reload();
    widget = await Widget.open(widget.page);
    await widget.text('FIN DES ESSAIS').waitFor();
    expect(await widget.frame.locator('.line.theirs details').count()).toBeGreaterThan(10);
    await clean(widget.page);
  });

  it('are texts on the agents’ desk: queue, brief, thread, notes', async () => {
    const staff = await Visitor.arrive(browser, { viewport: { width: 1400, height: 900 } });
    desk = new Desk(staff.page, service.url);
    await desk.signIn(EMAIL);
    await http(service.url, `/api/staff/desk/conversations/${citizen.conversationId}/notes`, {
      token,
      body: { text: PAYLOADS.join('\n').slice(0, 2000) },
    });
    for (const [at, text] of PAYLOADS.slice(0, 5).entries())
      await http(service.url, '/api/staff/desk/canned', { token, body: { shortcut: `essai-${at}`, title: text.slice(0, 100), text } });
    await desk.go(`/desk/${citizen.conversationId}`);
    await desk.log.getByText('FIN DES ESSAIS').waitFor();
    await clean(staff.page);
    await desk.reply.fill('/');
    await desk.go('/canned');
    await clean(staff.page);
    await desk.go('/accounts');
    await clean(staff.page);
    await desk.go('/audit');
    await clean(staff.page);
    expect({ problems: staff.problems, dialogs: staff.dialogs }).toEqual({ problems: [], dialogs: [] });
    await staff.leave();
  });

  it('are texts on the page without JavaScript', async () => {
    const reader = await Visitor.arrive(browser);
    await reader.context.addCookies([{ name: 'guichet-page', value: citizen.token, url: `${service.url}/c/demo` }]);
    await reader.page.goto(`${service.url}/c/demo?pause=1`);
    await reader.page.getByText('FIN DES ESSAIS').waitFor();
    await clean(reader.page);
    expect({ problems: reader.problems, dialogs: reader.dialogs }).toEqual({ problems: [], dialogs: [] });
    await reader.leave();
  });

  it('are texts in the preview of an article, as Markdown and as blocks', async () => {
    const head = 'id: essai\ntitle: Essai\nsummary: Essai\ntheme: essai\naudience: particuliers\nlang: fr\nkeywords: []\nstatus: draft\n';
    const draft = { markdown: `---\n${head}---\nUn texte.\n`, utterances: [], nearMisses: [], baseVersion: 0 };
    const made = await http(service.url, '/api/staff/editor/articles', { token, body: draft });
    expect(made.status).toBeLessThan(300);
    const staff = await Visitor.arrive(browser, { viewport: { width: 1400, height: 900 } });
    desk = new Desk(staff.page, service.url);
    await desk.signIn(EMAIL);
    await desk.go('/articles/edit/essai');
    await desk.tab('Aperçu').click();
    const text = staff.page.getByLabel('Texte en Markdown');
    const preview = staff.page.getByRole('region', { name: /^Aperçu/ });
    for (let from = 0; from < PAYLOADS.length; from += 50) {
      const previewed = staff.page.waitForResponse((response) => response.url().endsWith('/editor/preview'));
      await text.fill(
        `${PAYLOADS.slice(from, from + 50)
          .map((one) => `Essai : ${one}`)
          .join('\n\n')}\n`,
      );
      await previewed;
      await clean(staff.page);
    }
    const article: Article = {
      id: 'essai',
      title: hostile,
      summary: hostile,
      theme: 'essai',
      audience: 'particuliers',
      lang: 'fr',
      keywords: [hostile],
      source: SOURCE,
      owner: hostile,
      status: 'draft',
      simple: hostile,
      sections: [{ facet: 'cost', title: hostile, blocks: BLOCKS }],
    };
    await staff.page.route('**/editor/preview', (route) => route.fulfill({ json: { article, problems: [] } }));
    await text.fill('Autre texte.\n');
    await until('the hostile article', async () => (await preview.locator('li, p').count()) > 100, 20_000);
    await clean(staff.page);
    expect({ problems: staff.problems, dialogs: staff.dialogs }).toEqual({ problems: [], dialogs: [] });
    await staff.leave();
  });

  it('broke no policy on the way', () => {
    expect({ problems: visitor.problems, dialogs: visitor.dialogs }).toEqual({ problems: [], dialogs: [] });
  });
});
