import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { generateSync } from 'otplib';
import type { Browser } from 'playwright-core';
import { PASSWORD, startService, type Service } from '../harness/index.js';
import { tooWide } from './checks.js';
import { Desk } from './staff.js';
import { startBrowser, Visitor } from './visitor.js';

jest.setTimeout(90_000);
const EMAIL = 'sophie@valclair.example';
let service: Service;
let browser: Browser;
let sophie: Visitor;
let desk: Desk;
let recoveryCode = '';

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ env: { GUICHET_SECOND_FACTOR: 'required' } }), startBrowser()]);
  await service.addStaff({ email: EMAIL, name: 'Sophie', roles: ['supervisor', 'admin'] });
  sophie = await Visitor.arrive(browser);
  desk = new Desk(sophie.page, service.url);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});

/** What makes the page scroll sideways on a narrow screen. */
async function whenNarrow(): Promise<string[]> {
  await sophie.page.setViewportSize({ width: 320, height: 640 });
  const wide = await tooWide(sophie.page);
  await sophie.page.setViewportSize({ width: 1200, height: 800 });
  return wide;
}

describe('a supervisor where the second factor is required', () => {
  it('is led to it, switches it on, and holds the roles then', async () => {
    const { page } = sophie;
    await desk.signIn(EMAIL);
    await page.getByText('pour disposer de ces rôles : responsable, administrateur').waitFor();
    await page.getByRole('heading', { name: 'Double authentification' }).waitFor();
    const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Double authentification' }) });
    await card.getByLabel('Mot de passe actuel').fill(PASSWORD);
    await desk.button('Activer').click();
    await page.getByRole('img', { name: 'Code QR à scanner avec votre application' }).waitFor();
    expect(await whenNarrow()).toEqual([]);
    const link = await page.getByRole('link', { name: "Ouvrir dans l'application de cet appareil" }).getAttribute('href');
    const secret = new URL(link!).searchParams.get('secret')!;
    await page.getByText(secret.replace(/(.{4})(?=.)/g, '$1 ')).waitFor();
    await page.getByLabel('Code', { exact: true }).fill(generateSync({ secret }));
    await desk.button('Confirmer').click();
    const codes = page.getByRole('list', { name: 'Vos codes de secours' }).getByRole('listitem');
    await codes.first().waitFor();
    expect(await codes.count()).toBe(10);
    expect(await whenNarrow()).toEqual([]);
    recoveryCode = await codes.first().innerText();
    await page.getByRole('link', { name: 'Comptes' }).waitFor();
    await desk.button("J'ai noté ces codes").click();
    await page.getByText('Il vous reste 10 codes de secours.').waitFor();
    expect(await whenNarrow()).toEqual([]);
  });

  it('is asked for a code at the next sign-in, after the password', async () => {
    const other = await Visitor.arrive(browser);
    const { page } = other;
    await page.goto(`${service.url}/console`);
    await page.getByLabel('Adresse électronique').fill(EMAIL);
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    const field = page.getByLabel('Code de l’application, ou code de secours');
    await field.fill('000 000');
    await field.press('Enter');
    await page.getByRole('alert').getByText('Ce code ne convient pas').waitFor();
    await field.fill(recoveryCode);
    await field.press('Enter');
    await page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
    expect([...sophie.problems, ...other.problems]).toEqual([]);
    await other.leave();
  });
});
