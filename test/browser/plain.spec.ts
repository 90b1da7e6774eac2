import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startService, type Service } from '../harness/index.js';
import { startBrowser, Visitor } from './visitor.js';
import { BIRTH, SEVERAL, SUGGESTED } from './widget.js';

jest.setTimeout(60_000);
let service: Service;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ content: true }), startBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});
afterEach(() => visitor.leave());

async function arrive(): Promise<Page> {
  visitor = await Visitor.arrive(browser, { javaScriptEnabled: false });
  await visitor.page.goto(`${service.url}/c/demo`);
  return visitor.page;
}
async function ask(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /Votre message/ }).fill(text);
  await page.getByRole('button', { name: 'Envoyer' }).click();
}

describe('the page without JavaScript', () => {
  it('answers a question with its source, and offers the next steps as buttons', async () => {
    const page = await arrive();
    await ask(page, BIRTH);
    const last = page.locator('#dernier');
    await last
      .getByText(/naissance/i)
      .first()
      .waitFor();
    expect(await last.locator('a[href^="https://www.service-public.gouv.fr/"]').count()).toBeGreaterThan(0);
    expect(await last.innerText()).toMatch(/vérifié le \d/i);
    expect(page.url()).toMatch(/#dernier$/);
  });

  it('takes a question that is offered', async () => {
    const page = await arrive();
    await page.getByRole('button', { name: SUGGESTED }).click();
    await page
      .locator('#dernier')
      .getByText(/vérifié le \d/i)
      .waitFor();
  });

  it('asks which one of several articles, and takes the choice', async () => {
    const page = await arrive();
    await ask(page, SEVERAL);
    const choices = page.getByRole('group', { name: 'Choisissez une suite' }).getByRole('button');
    const label = (await choices.first().innerText()).trim();
    await choices.first().click();
    expect(await page.locator('li.citizen').last().innerText()).toContain(label);
    await page
      .locator('#dernier')
      .getByText(/vérifié le \d/i)
      .waitFor();
  });

  it('asks for a person, tells the place in the queue, and leaves the queue', async () => {
    const page = await arrive();
    await ask(page, BIRTH);
    await page.getByRole('button', { name: 'Parler à une personne' }).click();
    await page.getByText(/Vous êtes à la place \d+ dans la file/).waitFor();
    expect(await page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe('10');
    await page.getByRole('link', { name: /Arrêter le rechargement/ }).click();
    expect(await page.locator('meta[http-equiv=refresh]').count()).toBe(0);
    await page.getByRole('button', { name: 'Quitter la file d’attente' }).click();
    await page.getByRole('button', { name: 'Parler à une personne' }).waitFor();
  });

  it('leaves a way to be called back from the queue', async () => {
    const page = await arrive();
    await ask(page, BIRTH);
    await page.getByRole('button', { name: 'Parler à une personne' }).click();
    await page.getByText('Être rappelé', { exact: true }).click();
    await page.getByRole('textbox', { name: /Adresse électronique/ }).fill('marie.durand@exemple.fr');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Demander à être rappelé' }).click();
    expect(await page.locator('.error').count()).toBe(0);
    await page
      .getByText(/rappel|recontact/i)
      .last()
      .waitFor();
  });

  it('ends the conversation, and begins another by writing again', async () => {
    const page = await arrive();
    await ask(page, BIRTH);
    await page.getByRole('button', { name: 'Terminer la conversation' }).click();
    await page.getByText('Cette conversation est terminée.').waitFor();
    await ask(page, 'Bonjour');
    expect(await page.getByText(BIRTH).count()).toBe(0);
    await page.locator('#dernier').waitFor();
  });

  it('speaks English', async () => {
    const page = await arrive();
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: /Send/ }).waitFor();
  });
});
