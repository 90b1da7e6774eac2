import type { Page, Locator } from 'playwright-core';
import type { Role } from '../../src/contract/index.js';
import { http, PASSWORD, until, type Service } from '../harness/index.js';

/** The path of the one-time link that the first start prints. */
export const setupPath = async (service: Service): Promise<string> =>
  (await until('the set-up link', () => /\/console\/setup#[\w-]{43}/.exec(service.output), 20_000))[0];

interface Person {
  email: string;
  name: string;
  roles: Role[];
}
/** The first account of an installation, by its one-time link: everything, in every service. Answers its session's token. */
export async function firstAccount(service: Service, { email, name }: Omit<Person, 'roles'>): Promise<string> {
  const token = (await setupPath(service)).split('#')[1];
  const made = await http(service.url, '/api/staff/setup', { body: { token, email, name, password: PASSWORD } });
  if (made.status >= 300) throw new Error(`setup: ${made.status} ${made.text}`);
  const signed = await http<{ token: string }>(service.url, '/api/staff/session', { body: { email, password: PASSWORD } });
  const accounts = await http<{ accounts: { id: string }[] }>(service.url, '/api/staff/accounts', { token: signed.json.token });
  const changed = await http(service.url, `/api/staff/accounts/${accounts.json.accounts[0]!.id}`, {
    method: 'PATCH',
    token: signed.json.token,
    body: { roles: ['admin', 'agent', 'supervisor', 'editor', 'dpo'], services: ['accueil', 'etat-civil'] },
  });
  if (changed.status >= 300) throw new Error(`first account: ${changed.status} ${changed.text}`);
  return signed.json.token;
}

/** The console as its people find it. */
export class Desk {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  async signIn(email: string, password = PASSWORD): Promise<void> {
    await this.page.goto(`${this.url}/console`);
    await this.page.getByLabel('Adresse électronique').fill(email);
    await this.page.getByLabel('Mot de passe', { exact: true }).fill(password);
    await this.button('Se connecter').click();
    await this.page.getByRole('navigation', { name: 'Navigation principale' }).waitFor();
  }
  async go(path: string): Promise<void> {
    await this.page.goto(`${this.url}/console${path}`);
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    await this.page.locator('.loading').first().waitFor({ state: 'detached' });
  }
  async present(state: 'Disponible' | 'Occupé' | 'Absent'): Promise<void> {
    const presence = this.page.getByRole('combobox', { name: 'Ma présence' });
    await presence.click();
    await this.page.getByRole('option', { name: state }).click();
    await until(`presence ${state}`, async () => (await presence.inputValue()) === state, 10_000);
  }

  get log(): Locator {
    return this.page.getByRole('log', { name: 'Fil de la conversation' });
  }
  get reply(): Locator {
    return this.page.getByRole('textbox', { name: 'Votre réponse' });
  }
  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }
  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }
  tab(name: string | RegExp): Locator {
    return this.page.getByRole('tab', { name });
  }
  async say(text: string): Promise<void> {
    await this.reply.fill(text);
    await this.reply.press('Enter');
    await this.log.getByText(text).waitFor();
  }
}
