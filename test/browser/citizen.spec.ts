import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startService, until, type Service } from '../harness/index.js';
import { PATIENCE_MS, startBrowser, Visitor } from './visitor.js';
import { BIRTH, CASES, SEVERAL, SUGGESTED, Widget } from './widget.js';

jest.setTimeout(60_000);
let service: Service;
let browser: Browser;
let visitor: Visitor | undefined;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ content: true }), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});
afterEach(async () => {
  await visitor?.leave();
  const problems = visitor?.problems ?? [];
  visitor = undefined;
  expect(problems).toEqual([]);
});

async function home(): Promise<Page> {
  visitor = await Visitor.arrive(browser);
  await visitor.page.goto(service.url);
  return visitor.page;
}
const opened = async (): Promise<Widget> => Widget.open(await home());
const kept = (page: Page): Promise<number[]> =>
  page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]);
const paths = (): string[] => visitor!.requests.map((url) => url.replace(service.url, ''));

describe('the demo site', () => {
  it('stores nothing, opens no socket and asks for the loader alone before the click', async () => {
    const page = await home();
    await page.getByRole('button', { name: 'Une question ?' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(paths().filter((path) => path.startsWith('/w/') && path !== '/w/pages.css')).toEqual(['/w/v1/loader.js']);
    expect(paths().filter((path) => path.startsWith('/api/') || path.startsWith('/socket.io'))).toEqual([]);
    expect(visitor!.sockets).toEqual([]);
    expect(await visitor!.context.cookies()).toEqual([]);
    expect(await kept(page)).toEqual([0, 0, 0]);
  });

  it('shows the opened widget without a session, a socket or storage until the first message', async () => {
    const widget = await opened();
    await widget.text('je suis un assistant automatique, pas une personne').waitFor();
    await widget.button(SUGGESTED).waitFor();
    expect(await visitor!.context.cookies()).toEqual([]);
    expect(visitor!.sockets).toEqual([]);
    expect(await widget.frame.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);

    await widget.ask(BIRTH);
    expect(visitor!.sockets).toHaveLength(1);
    const [cookie] = await visitor!.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, path: expect.any(String) });
    expect(await kept(widget.page.mainFrame().page())).toEqual(
      await widget.frame.evaluate(() => [localStorage.length, sessionStorage.length, 0]),
    );
  });
});

describe('a citizen', () => {
  it('asks one of the questions that are offered', async () => {
    const widget = await opened();
    const answer = await widget.answered(() => widget.button(SUGGESTED).click());
    await answer.getByRole('heading', { level: 3 }).waitFor();
    expect(await widget.frame.locator('.line.mine').innerText()).toContain(SUGGESTED);
  });

  it('is asked after twenty minutes whether somebody is there, and « Continuer » tells the service', async () => {
    const page = await home();
    const said: string[] = [];
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => said.push(`> ${payload.toString()}`));
      socket.on('framereceived', ({ payload }) => said.push(`< ${payload.toString()}`));
    });
    const widget = await Widget.open(page);
    await widget.ask(BIRTH);
    await widget.frame.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 21 * 60_000;
    });
    await widget.text('Êtes-vous toujours là ?').waitFor();
    said.length = 0;
    await widget.button('Continuer').click();
    await until(
      'the service to hear of it',
      () => said.some((frame) => frame.startsWith('<') && frame.endsWith('[{"ok":true}]')),
      PATIENCE_MS,
    );
    expect(said.find((frame) => frame.includes('conversation:keep'))).toMatch(/^> /);
    expect(await widget.frame.getByText('Êtes-vous toujours là ?').count()).toBe(0);
  });

  it('gets an answer with its official source and the date when it was checked', async () => {
    const widget = await opened();
    const answer = await widget.ask(BIRTH);
    await answer.getByRole('heading', { level: 3 }).waitFor();
    expect(await answer.getByRole('heading', { level: 3 }).innerText()).toMatch(/naissance/i);
    const source = answer.locator('.sources a');
    expect(await source.getAttribute('href')).toMatch(/^https:\/\/www\.service-public\.gouv\.fr\//);
    expect(await source.getAttribute('rel')).toMatch(/noopener/);
    expect(await answer.locator('.sources').innerText()).toMatch(/Vérifié le \d{1,2}(er)? \S+ 20\d\d/);
  });

  it('opens « Pourquoi cette réponse ? » and reads how sure the robot was', async () => {
    const widget = await opened();
    const answer = await widget.ask(BIRTH);
    await answer.getByText('Pourquoi cette réponse ?').click();
    await answer.getByText('Mots reconnus').waitFor();
    expect(await answer.locator('details.why').innerText()).toMatch(/Confiance\s+(élevée|moyenne|faible) \(\d+ %\)/);
  });

  it('says that an answer does not help, and why', async () => {
    const widget = await opened();
    const answer = await widget.ask(BIRTH);
    await answer.getByRole('group', { name: 'Cette réponse vous aide-t-elle ?' }).getByRole('button', { name: 'Non' }).click();
    await answer.getByRole('group', { name: 'Que manque-t-il ?' }).getByRole('button', { name: 'Il manque des informations' }).click();
    await answer.getByText('Merci pour votre avis.').waitFor();
  });

  it('is asked which one of several articles, and picks', async () => {
    const widget = await opened();
    await widget.ask(SEVERAL);
    await widget.choices.first().waitFor();
    expect(await widget.choices.count()).toBeGreaterThanOrEqual(2);
    const label = await widget.choices.first().innerText();
    const answer = await widget.answered(() => widget.choices.first().click());
    await answer.getByRole('heading', { level: 3 }).waitFor();
    expect(await answer.getByRole('heading', { level: 3 }).innerText()).toBe(label);
    expect(await widget.frame.locator('.line.mine').last().innerText()).toContain(label);
  });

  it('walks through the cases of an article to the one that is theirs', async () => {
    const widget = await opened();
    const question = await widget.ask(CASES);
    await question.getByText('Avez-vous déjà un titre ?').first().waitFor();
    const answer = await widget.pick('Carte périmée');
    await answer
      .getByText(/Carte périmée/)
      .first()
      .waitFor();
    await answer.locator('.sources').waitFor();
  });

  it('says « Ce n’est pas ma question » and is helped further', async () => {
    const widget = await opened();
    await widget.ask(BIRTH);
    const next = await widget.pick(/pas ma question/);
    expect((await next.innerText()).length).toBeGreaterThan(40);
    expect(await widget.button('Parler à une personne').isVisible()).toBe(true);
  });

  it('asks for a person, hears that nobody is there, waits and sees the place in the queue, and leaves it', async () => {
    const widget = await opened();
    await widget.ask(BIRTH);
    await widget.button('Parler à une personne').click();
    await widget.text('Personne n’est disponible à cet instant.').waitFor();
    await widget.dialog('Parler à une personne').getByRole('button', { name: 'Demander une personne' }).click();
    const queue = widget.frame.getByRole('region', { name: 'En attente d’une personne' });
    await queue.getByText(/Vous êtes (le prochain|en \d+e position) dans la file/).waitFor();
    await queue.getByRole('button', { name: 'Quitter la file d’attente' }).click();
    await queue.waitFor({ state: 'detached' });
    await widget.text('Vous parlez de nouveau avec l’assistant automatique.').waitFor();
  });

  it('leaves a way to be called back, after being told what is missing', async () => {
    const widget = await opened();
    await widget.ask(BIRTH);
    await widget.button('Parler à une personne').click();
    await widget.dialog('Parler à une personne').getByRole('button', { name: 'Être recontacté' }).click();
    const form = widget.dialog('Être recontacté');
    await form.getByRole('button', { name: 'Envoyer mes coordonnées' }).click();
    await form.getByText('Indiquez un courriel ou un téléphone.').first().waitFor();
    expect(await form.getByRole('textbox', { name: 'Courriel' }).evaluate((field) => field === document.activeElement)).toBe(true);
    await form.getByRole('textbox', { name: 'Courriel' }).fill('marie.durand@exemple.fr');
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: 'Envoyer mes coordonnées' }).click();
    await widget.text('Votre demande de rappel est enregistrée. Un agent vous recontactera.').waitFor();
  });

  it('clears the conversation, on the service too', async () => {
    const widget = await opened();
    await widget.ask('Mon secret : une question de naissance');
    await widget.option('Effacer ma conversation');
    await widget.dialog('Effacer votre conversation ?').getByRole('button', { name: 'Effacer' }).click();
    await widget.text('Votre conversation est effacée.').waitFor();
    expect(await widget.frame.getByText('Mon secret').count()).toBe(0);
    await widget.page.reload();
    const again = await Widget.open(widget.page);
    await again.text('je suis un assistant automatique, pas une personne').waitFor();
    expect(await again.frame.getByText('Mon secret').count()).toBe(0);
  });

  it('finds the conversation again after a reload, and on another page of the site', async () => {
    const widget = await opened();
    await widget.ask(BIRTH);
    await widget.page.reload();
    const again = await Widget.open(widget.page);
    await again.frame.locator('.line.mine').getByText(BIRTH).waitFor();
    await again.answers.first().waitFor();

    await widget.page.route('**/autre-page', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: '<!doctype html><html lang="fr"><title>Autre page</title><h1>Autre page</h1><script async src="/w/v1/loader.js" data-site="demo"></script></html>',
      }),
    );
    await widget.page.goto(`${service.url}/autre-page`);
    const elsewhere = await Widget.open(widget.page);
    await elsewhere.frame.locator('.line.mine').getByText(BIRTH).waitFor();
    expect(await elsewhere.frame.locator('.line.mine').count()).toBe(1);
    await elsewhere.ask('Merci');
  });

  it('downloads what was said as a text', async () => {
    const widget = await opened();
    await widget.ask(BIRTH);
    const download = widget.page.waitForEvent('download');
    await widget.option('Télécharger la conversation');
    const file = await download;
    expect(file.suggestedFilename()).toBe('conversation.txt');
    const text = readFileSync(await file.path(), 'utf8');
    expect(text).toContain(BIRTH);
    expect(text).toContain('service-public.gouv.fr');
  });

  it('starts a new conversation, and ends one with an opinion', async () => {
    const widget = await opened();
    await widget.ask(BIRTH);
    await widget.option('Nouvelle conversation');
    await widget.dialog('Commencer une nouvelle conversation ?').getByRole('button', { name: 'Commencer' }).click();
    await until('an empty conversation', async () => (await widget.frame.locator('.line.mine').count()) === 0);
    await widget.ask('Bonjour');
    await widget.option('Terminer la conversation');
    await widget.dialog('Terminer la conversation').getByRole('button', { name: 'Oui, j’ai ma réponse' }).click();
    const end = widget.frame.getByRole('region', { name: 'Conversation terminée' });
    await end.getByText('La conversation est terminée.').waitFor();
  });

  it('uses it in English and reads that the answer is in French', async () => {
    const widget = await opened();
    await widget.option('English');
    await widget.frame.getByRole('heading', { name: /automated|automatic|machine|robot/i }).waitFor();
    expect(await widget.frame.evaluate(() => document.documentElement.lang)).toBe('en');
    const answer = await widget.ask('How can I get a birth certificate?');
    await until('an answer in words', async () => (await answer.innerText()).length > 20);
    expect(await answer.innerText()).toMatch(/in French only/);
    expect(await answer.locator('[lang=fr]').count()).toBeGreaterThan(0);
  });

  it('closes with Esc and is back on the button; unread lines are counted there', async () => {
    const widget = await opened();
    await widget.ask(BIRTH);
    await widget.field.press('Escape');
    const button = widget.page.getByRole('button', { name: 'Une question ?' });
    await until('focus on the button', () => button.evaluate((element) => (element.getRootNode() as ShadowRoot).activeElement === element));
    expect(await button.getAttribute('aria-expanded')).toBe('false');
  });
});
