import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { PASSWORD, startService, until, type Service } from '../harness/index.js';
import { focused, tooWide, violations, type Stop } from './checks.js';
import { Desk, firstAccount } from './staff.js';
import { startBrowser, Visitor } from './visitor.js';
import { BIRTH, CASES, SEVERAL, SUGGESTED, Widget } from './widget.js';

jest.setTimeout(120_000);
const EMAIL = 'agnes@valclair.example';
const DESKTOP = { width: 1280, height: 860 };
const PHONE = { width: 320, height: 640 };
/** 1280 × 1024 at 400 %. */
const ZOOMED = { width: 320, height: 256 };
let service: Service;
let browser: Browser;
/** Kept, so that people can look. */
const pictures = mkdtempSync(join(tmpdir(), 'guichet-screenshots-'));

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ content: true }), startBrowser()]);
  await firstAccount(service, { email: EMAIL, name: 'Agnès Martin' });
  console.log(`screenshots: ${pictures}`);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

/** Screens beyond those that the day is spent on are seen in two of the four ways. */
const BRIEFLY = ['desktop light', 'phone dark'];
/** One screen, narrow and wide, light and dark: axe finds nothing, nothing scrolls sideways, a picture of each is kept. */
async function look(page: Page, name: string, briefly = false): Promise<string[]> {
  const faults: string[] = [];
  for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE, zoomed: ZOOMED })) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['light', 'dark'] as const) {
      if (size === 'zoomed' && colorScheme === 'dark') continue;
      if (briefly && size !== 'zoomed' && !BRIEFLY.includes(`${size} ${colorScheme}`)) continue;
      await page.emulateMedia({ colorScheme });
      await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 150)));
      await page.screenshot({ path: join(pictures, `${name}-${size}-${colorScheme}.png`) });
      if (size === 'zoomed') continue;
      faults.push(...(await violations(page, colorScheme === 'dark')).map((fault) => `${name} ${size} ${colorScheme}: ${fault}`));
    }
    if (size === 'desktop') continue;
    for (const frame of page.frames()) faults.push(...(await tooWide(frame)).map((fault) => `${name} ${size} scrolls sideways: ${fault}`));
  }
  await page.setViewportSize(DESKTOP);
  await page.emulateMedia({ colorScheme: 'light' });
  return faults;
}

/** Presses a key until the focus is on something so named; every stop on the way is seen. */
async function tabTo(page: Page, name: string | RegExp, stops: Stop[], key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    await page.keyboard.press(key);
    const stop = await focused(page);
    stops.push(stop);
    if (typeof name === 'string' ? stop.name.includes(name) : name.test(stop.name)) return;
  }
  throw new Error(
    `Tab does not reach ${String(name)}: ${stops
      .slice(-80)
      .map((stop) => stop.name)
      .join(' | ')}`,
  );
}
const unseen = (stops: readonly Stop[]): string[] => stops.filter(({ visible }) => !visible).map((stop) => stop.name);
const covered = (stops: readonly Stop[]): string[] => stops.filter(({ uncovered }) => !uncovered).map((stop) => stop.name);

describe('axe finds no violation of WCAG 2.2 AA, and nothing scrolls sideways at 320 px or 400 %', () => {
  it('on the demo page, the plain page and the legal pages', async () => {
    const visitor = await Visitor.arrive(browser);
    const faults: string[] = [];
    for (const [name, path] of [
      ['demo', '/'],
      ['plain', '/c/demo'],
      ['privacy', '/c/demo/donnees-personnelles'],
      ['legal', '/c/demo/mentions-legales'],
      ['statement', '/c/demo/accessibilite'],
    ] as const) {
      await visitor.page.goto(service.url + path);
      faults.push(...(await look(visitor.page, name)));
    }
    await visitor.page.goto(`${service.url}/c/demo`);
    await visitor.page.getByRole('textbox', { name: /Votre message/ }).fill(BIRTH);
    await visitor.page.getByRole('button', { name: 'Envoyer' }).click();
    faults.push(...(await look(visitor.page, 'plain-answer')));
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it('in the widget: opening, answer, choices, queue and callback form', async () => {
    const visitor = await Visitor.arrive(browser);
    const faults: string[] = [];
    await visitor.page.goto(service.url);
    const widget = await Widget.open(visitor.page);
    await widget.button(SUGGESTED).waitFor();
    faults.push(...(await look(visitor.page, 'widget-opening')));
    await widget.ask(BIRTH);
    faults.push(...(await look(visitor.page, 'widget-answer')));
    await widget.ask(CASES);
    faults.push(...(await look(visitor.page, 'widget-cases')));
    await widget.askForPerson();
    faults.push(...(await look(visitor.page, 'widget-queue')));
    await widget.button('Être recontacté').click();
    await widget.dialog('Être recontacté').getByRole('button', { name: 'Envoyer mes coordonnées' }).click();
    faults.push(...(await look(visitor.page, 'widget-callback')));
    await visitor.leave();
    expect(faults).toEqual([]);
  });

  it('in the console: sign-in, desk and conversation', async () => {
    const citizen = await Visitor.arrive(browser);
    await citizen.page.goto(service.url);
    const widget = await Widget.open(citizen.page);
    await widget.ask(BIRTH);
    await widget.askForPerson();

    const visitor = await Visitor.arrive(browser);
    const { page } = visitor;
    const desk = new Desk(page, service.url);
    await page.goto(`${service.url}/console`);
    await desk.button('Se connecter').waitFor();
    const faults = await look(page, 'console-sign-in');
    await desk.signIn(EMAIL);
    await desk.go('/desk');
    await desk.button('Prendre la plus ancienne').waitFor();
    faults.push(...(await look(page, 'console-desk')));
    await desk.button('Prendre la plus ancienne').click();
    await desk.reply.waitFor();
    await desk.say('Bonjour, je regarde votre demande et je vous réponds tout de suite.');
    await widget.field.fill('Merci ! Combien de temps faut-il compter pour un passeport ?');
    await widget.field.press('Enter');
    await desk
      .button(/^Joindre «/)
      .first()
      .waitFor();
    faults.push(...(await look(page, 'console-conversation')));
    await page.keyboard.press('Alt+x');
    await desk.dialog('Clore la conversation').waitFor();
    faults.push(...(await look(page, 'console-closing')));
    await desk.dialog('Clore la conversation').getByRole('button', { name: 'Clore la conversation' }).click();
    await visitor.leave();
    await citizen.leave();
    expect(faults).toEqual([]);
  });

  it('in the console: editor and administration', async () => {
    const visitor = await Visitor.arrive(browser);
    const { page } = visitor;
    const desk = new Desk(page, service.url);
    await desk.signIn(EMAIL);
    const faults: string[] = [];
    for (const [name, path] of [
      ['editor', '/articles/edit/passeport-majeur'],
      ['accounts', '/accounts'],
    ] as const) {
      await desk.go(path);
      if (name === 'editor')
        await page
          .getByRole('region', { name: /^Aperçu/ })
          .getByRole('heading', { name: 'Coût' })
          .waitFor();
      faults.push(...(await look(page, `console-${name}`)));
    }
    for (const name of ['articles', 'switches', 'audit', 'try', 'snapshots', 'search', 'canned', 'me', 'articles/new']) {
      await desk.go(`/${name}`);
      faults.push(...(await look(page, `console-${name.replace('/', '-')}`, true)));
    }
    await visitor.leave();
    expect(faults).toEqual([]);
  });
});

describe('the keyboard alone', () => {
  it('asks, picks a choice and closes the widget, and sees the focus all the way', async () => {
    const visitor = await Visitor.arrive(browser);
    const { page } = visitor;
    await page.goto(service.url);
    await page.getByRole('button', { name: 'Une question ?' }).waitFor();
    const stops: Stop[] = [];
    await tabTo(page, 'Une question ?', stops);
    await page.keyboard.press('Enter');
    const widget = await Widget.opened(page);
    await until('the field has the focus', async () => (await focused(page)).name.includes('Votre question'));
    await widget.answered(async () => {
      await page.keyboard.type(SEVERAL);
      await page.keyboard.press('Enter');
    });
    await widget.choices.first().waitFor();
    await tabTo(page, await widget.choices.first().innerText(), stops, 'Shift+Tab');
    const answer = await widget.answered(() => page.keyboard.press('Enter'));
    await answer.getByRole('heading', { level: 3 }).waitFor();
    await tabTo(page, 'Pourquoi cette réponse', stops, (await focused(page)).name.includes('Votre question') ? 'Shift+Tab' : 'Tab');
    await page.keyboard.press('Enter');
    await answer.getByText('Un programme à règles').waitFor();

    await tabTo(page, 'Parler à une personne', stops);
    await page.keyboard.press('Enter');
    await widget.dialog('Parler à une personne').waitFor();
    await page.keyboard.press('Escape');
    await widget.dialog('Parler à une personne').waitFor({ state: 'detached' });
    await until('the opener has the focus again', async () => (await focused(page)).name.includes('Parler à une personne'));
    await page.keyboard.press('Escape');
    await until('the button has the focus again', async () => (await focused(page)).name.includes('Une question ?'));
    await visitor.leave();
    expect(unseen(stops)).toEqual([]);
    expect(covered(stops)).toEqual([]);
  });

  it('signs in, becomes available, claims, replies and closes in the console', async () => {
    const citizen = await Visitor.arrive(browser);
    await citizen.page.goto(service.url);
    const widget = await Widget.open(citizen.page);
    await widget.ask('Bonjour');
    await widget.askForPerson();

    const visitor = await Visitor.arrive(browser);
    const { page } = visitor;
    const desk = new Desk(page, service.url);
    const stops: Stop[] = [];
    await page.goto(`${service.url}/console`);
    await desk.button('Se connecter').waitFor();
    await tabTo(page, 'Adresse électronique', stops);
    await page.keyboard.type(EMAIL);
    await tabTo(page, 'Mot de passe', stops);
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await tabTo(page, 'Bureau', stops);
    await page.keyboard.press('Enter');
    await tabTo(page, 'Ma présence', stops);
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Disponible' }).waitFor();
    for (
      let n = 0;
      n < 3 &&
      !/Disponible/.test(
        await page
          .locator('[data-combobox-selected]')
          .innerText()
          .catch(() => ''),
      );
      n += 1
    )
      await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await until('available', async () => (await page.getByRole('combobox', { name: 'Ma présence' }).inputValue()) === 'Disponible');
    await tabTo(page, 'Prendre « Bonjour', stops);
    await page.keyboard.press('Enter');
    await desk.reply.waitFor();
    await tabTo(page, 'Votre réponse', stops);
    await page.keyboard.type('Bonjour, je vous écoute.');
    await page.keyboard.press('Enter');
    await page.screenshot({ path: join(pictures, 'console-keyboard.png') });
    await widget.text('Bonjour, je vous écoute.').waitFor();
    await page.keyboard.press('Alt+h');
    await desk.dialog('Raccourcis clavier').waitFor();
    await page.keyboard.press('Escape');
    await desk.dialog('Raccourcis clavier').waitFor({ state: 'detached' });
    await tabTo(page, 'Clore', stops, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await desk.dialog('Clore la conversation').waitFor();
    await page.keyboard.press('Escape');
    await desk.dialog('Clore la conversation').waitFor({ state: 'detached' });
    expect((await focused(page)).name).toContain('Clore');
    await page.keyboard.press('Enter');
    await desk.dialog('Clore la conversation').waitFor();
    await tabTo(page, 'button Clore la conversation', stops);
    await page.keyboard.press('Enter');
    await widget.frame.getByRole('region', { name: 'Conversation terminée' }).waitFor();
    await visitor.leave();
    await citizen.leave();
    expect(unseen(stops)).toEqual([]);
    expect(covered(stops)).toEqual([]);
  });

  it('meets no focus that hides behind something at 400 %, in widget and console', async () => {
    const visitor = await Visitor.arrive(browser, { viewport: ZOOMED });
    const { page } = visitor;
    const stops: Stop[] = [];
    const walk = async (presses: number): Promise<void> => {
      for (let pressed = 0; pressed < presses; pressed += 1) {
        await page.keyboard.press('Tab');
        stops.push(await focused(page));
      }
    };
    await page.goto(service.url);
    await page.getByRole('button', { name: 'Une question ?' }).waitFor();
    await walk(14);
    await page.goto(`${service.url}/c/demo`);
    await walk(10);
    await page.goto(service.url);
    const widget = await Widget.open(page);
    await widget.ask(BIRTH);
    await page.screenshot({ path: join(pictures, 'widget-asked-at-400-percent.png') });
    await walk(30);
    const desk = new Desk(page, service.url);
    await page.setViewportSize(DESKTOP);
    await desk.signIn(EMAIL);
    await page.setViewportSize(ZOOMED);
    for (const path of ['/desk', '/articles/edit/passeport-majeur']) {
      await desk.go(path);
      await walk(25);
    }
    await visitor.leave();
    expect(covered(stops)).toEqual([]);
    expect(unseen(stops)).toEqual([]);
  });
});

describe('what people set in their system', () => {
  it('moves nothing when they want no motion', async () => {
    const visitor = await Visitor.arrive(browser, { reducedMotion: 'reduce' });
    await visitor.page.goto(service.url);
    const widget = await Widget.open(visitor.page);
    await widget.ask(BIRTH);
    const desk = new Desk(visitor.page, service.url);
    const moving = (): string[] =>
      [...document.querySelectorAll('*')]
        .flatMap((element) => [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])])
        .filter((element) => {
          const { animationName, animationDuration, transitionDuration, scrollBehavior } = getComputedStyle(element);
          const longest = (list: string): number => Math.max(...list.split(',').map((time) => Number.parseFloat(time)));
          return (
            (animationName !== 'none' && longest(animationDuration) > 0.01) ||
            longest(transitionDuration) > 0.01 ||
            scrollBehavior === 'smooth'
          );
        })
        .map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`);
    const found = (await Promise.all(visitor.page.frames().map((frame) => frame.evaluate(moving)))).flat();
    await desk.signIn(EMAIL);
    await desk.go('/desk');
    found.push(...(await visitor.page.evaluate(moving)));
    await visitor.leave();
    expect(found).toEqual([]);
  });

  it('keeps buttons, fields and speakers apart in forced colours', async () => {
    const visitor = await Visitor.arrive(browser, { forcedColors: 'active' });
    await visitor.page.goto(service.url);
    const widget = await Widget.open(visitor.page);
    await widget.ask(BIRTH);
    await visitor.page.screenshot({ path: join(pictures, 'widget-forced-colors.png') });
    const edges = (selector: string): Promise<string[]> =>
      widget.frame.locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopStyle));
    expect(await edges('.bubble, .choice, .field-box')).not.toContain('none');
    const desk = new Desk(visitor.page, service.url);
    await desk.signIn(EMAIL);
    await desk.go('/desk');
    await visitor.page.screenshot({ path: join(pictures, 'console-forced-colors.png') });
    await visitor.leave();
  });
});
