import type { Frame, Locator, Page } from 'playwright-core';
import { until } from '../harness/index.js';
import { PATIENCE_MS } from './visitor.js';

/** A question whose answer is an article with an official source, one that fits several articles, one whose answer has cases. */
export const BIRTH = 'Comment déclarer une naissance ?';
export const SEVERAL = 'mon permis';
export const CASES = 'Quelles pièces faut-il pour la carte d’identité d’un adulte ?';
/** What the opening screen offers. */
export const SUGGESTED = 'Quels sont les horaires de la mairie ?';

/** The widget as a citizen meets it: everything is found by role and name. */
export class Widget {
  private constructor(
    readonly page: Page,
    readonly frame: Frame,
  ) {}

  /** Presses the button of a page that is open and waits until the panel is drawn. */
  static async open(page: Page): Promise<Widget> {
    const button = page.getByRole('button', { name: /Une question|Any question/ });
    await button.click();
    return Widget.opened(page);
  }
  static async opened(page: Page): Promise<Widget> {
    const frame = await until(
      'the frame of the widget',
      () => page.frames().find((one) => one.url().includes('/w/frame') && !one.isDetached()),
      PATIENCE_MS,
    );
    await frame.getByRole('heading', { level: 1 }).waitFor();
    return new Widget(page, frame);
  }

  get field(): Locator {
    return this.frame.locator('#field');
  }
  get answers(): Locator {
    return this.frame.locator('.line.theirs');
  }
  get choices(): Locator {
    return this.frame.getByRole('list', { name: 'Réponses possibles' }).getByRole('button');
  }
  button(name: string | RegExp): Locator {
    return this.frame.getByRole('button', { name, exact: typeof name === 'string' });
  }
  dialog(name: string): Locator {
    return this.frame.getByRole('dialog', { name });
  }
  text(text: string | RegExp): Locator {
    return this.frame.getByText(text).first();
  }

  /** Sends a text and answers with the line that came back. */
  async ask(text: string): Promise<Locator> {
    return this.answered(async () => {
      await this.field.fill(text);
      await this.field.press('Enter');
    });
  }
  async pick(name: string | RegExp): Promise<Locator> {
    return this.answered(() => this.choices.filter({ hasText: name }).first().click());
  }
  async answered(act: () => Promise<unknown>): Promise<Locator> {
    const before = await this.answers.count();
    await act();
    const answer = this.answers.nth(before);
    await answer.waitFor();
    return answer;
  }
  async option(name: string): Promise<void> {
    await this.button('Options').click();
    await this.button(name).click();
  }
  /** Through the dialog into the queue. */
  async askForPerson(): Promise<void> {
    await this.button('Parler à une personne').click();
    await this.dialog('Parler à une personne').getByRole('button', { name: 'Demander une personne' }).click();
    await this.frame.getByRole('region', { name: 'En attente d’une personne' }).waitFor();
  }
}
