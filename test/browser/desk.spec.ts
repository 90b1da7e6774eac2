import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PASSWORD, startService, type Service } from '../harness/index.js';
import { Desk, setupPath } from './staff.js';
import { startBrowser, Visitor } from './visitor.js';
import { BIRTH, Widget } from './widget.js';

jest.setTimeout(90_000);
const EMAIL = 'agnes.martin@valclair.example';
let service: Service;
let browser: Browser;
let agnes: Visitor;
let desk: Desk;
let marie: Visitor | undefined;

beforeAll(async () => {
  [service, browser] = await Promise.all([startService({ content: true }), startBrowser()]);
  agnes = await Visitor.arrive(browser, { viewport: { width: 1400, height: 900 } });
  desk = new Desk(agnes.page, service.url);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await service?.close();
});
afterEach(async () => {
  await marie?.leave();
  const problems = [...agnes.problems.splice(0), ...(marie?.problems ?? [])];
  marie = undefined;
  expect(problems).toEqual([]);
});

async function citizen(): Promise<Widget> {
  marie = await Visitor.arrive(browser);
  await marie.page.goto(service.url);
  return Widget.open(marie.page);
}

describe('the first start', () => {
  it('lets whoever runs the service make the first account by the printed link, once', async () => {
    const { page } = agnes;
    const path = await setupPath(service);
    await page.goto(service.url + path);
    await page.getByLabel('Votre nom, tel que les usagers le verront').fill('Agnès Martin');
    await page.getByLabel('Adresse électronique').fill(EMAIL);
    await page.getByLabel('Mot de passe', { exact: true }).fill('court');
    await page.getByLabel('Le mot de passe, une seconde fois').fill('court');
    await desk.button('Créer le compte').click();
    await page.getByText('il en faut au moins 12').waitFor();
    await page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await page.getByLabel('Le mot de passe, une seconde fois').fill(PASSWORD);
    await desk.button('Créer le compte').click();
    await page.getByText('Le compte est créé. Connectez-vous.').waitFor();

    const other = await Visitor.arrive(browser);
    await other.page.goto(service.url + path);
    await other.page.getByLabel('Votre nom, tel que les usagers le verront').fill('Quelqu’un d’autre');
    await other.page.getByLabel('Adresse électronique').fill('autre@valclair.example');
    await other.page.getByLabel('Mot de passe', { exact: true }).fill(PASSWORD);
    await other.page.getByLabel('Le mot de passe, une seconde fois').fill(PASSWORD);
    await other.page.getByRole('button', { name: 'Créer le compte' }).click();
    await other.page.getByText("Ce lien de mise en service n'est plus valable").waitFor();
    await other.leave();
  });

  it('refuses a wrong password, and shows a person who signs in what their roles open', async () => {
    const { page } = agnes;
    await page.goto(`${service.url}/console`);
    await page.getByLabel('Adresse électronique').fill(EMAIL);
    await page.getByLabel('Mot de passe', { exact: true }).fill('une mauvaise phrase de passe');
    await desk.button('Se connecter').click();
    await page.getByText("L'adresse ou le mot de passe ne convient pas.").waitFor();
    await desk.signIn(EMAIL);
    await page.getByRole('link', { name: 'Comptes' }).waitFor();
  });

  it('adds a colleague by a one-time link, who chooses a password and signs in', async () => {
    await desk.go('/accounts');
    await desk.button('Ajouter un compte').click();
    const form = desk.dialog('Ajouter un compte');
    await form.getByLabel('Nom', { exact: false }).first().fill('Bruno Petit');
    await form.getByLabel('Adresse électronique').fill('bruno@valclair.example');
    await form.getByRole('button', { name: 'Créer et obtenir le lien' }).click();
    const issued = desk.dialog('Lien à transmettre');
    const link = await issued.getByLabel('Lien à usage unique').inputValue();
    await issued.getByRole('button', { name: "J'ai copié le lien" }).click();

    const bruno = await Visitor.arrive(browser);
    await bruno.page.goto(link.replace(/^https?:\/\/[^/]+/, service.url));
    await bruno.page.getByLabel('Nouveau mot de passe').fill(PASSWORD);
    await bruno.page.getByLabel('Le mot de passe, une seconde fois').fill(PASSWORD);
    await bruno.page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
    await bruno.page.getByText('Le mot de passe est enregistré. Connectez-vous.').waitFor();
    await new Desk(bruno.page, service.url).signIn('bruno@valclair.example');
    expect(await bruno.page.getByRole('link', { name: 'Comptes' }).count()).toBe(0);
    expect(bruno.problems).toEqual([]);
    await bruno.leave();
  });

  it('gives a colleague another role and another service', async () => {
    await desk.button('Actions sur Bruno Petit').click();
    await agnes.page.getByRole('menuitem', { name: 'Modifier' }).click();
    const form = desk.dialog('Modifier Bruno Petit');
    await form.getByRole('checkbox', { name: 'rédacteur', exact: true }).check();
    await form.getByRole('checkbox', { name: 'État civil', exact: true }).check();
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await agnes.page.getByText('Compte enregistré.').waitFor();
    await agnes.page
      .getByRole('row', { name: /Bruno Petit/ })
      .getByText(/agent, rédacteur/)
      .waitFor();
    await agnes.page
      .getByRole('row', { name: /Bruno Petit/ })
      .getByText(/État civil/)
      .waitFor();
  });
});

describe('widget and console together', () => {
  it('bring a citizen from the robot to a person, back, and to a person again who closes', async () => {
    const { page } = agnes;
    await desk.go('/desk');
    await desk.present('Disponible');

    const widget = await citizen();
    await widget.ask(BIRTH);
    await widget.askForPerson();
    await widget.frame.getByText(/Vous êtes le prochain dans la file d’attente/).waitFor();

    await page
      .getByRole('link', { name: new RegExp(BIRTH.slice(0, -1)) })
      .first()
      .waitFor();
    await page.getByRole('heading', { level: 1 }).first().click();
    await page.keyboard.press('Alt+c');
    await desk.reply.waitFor();
    await page.getByRole('heading', { name: 'En bref' }).waitFor();
    await desk.log.getByText(BIRTH).waitFor();

    await widget.text('Agnès Martin vous répond. Vous parlez maintenant avec une personne.').waitFor();
    await widget.text('Agnès Martin (agent)').waitFor();
    await desk.say('Bonjour, je regarde votre dossier.');
    await widget.text('Bonjour, je regarde votre dossier.').waitFor();
    await widget.field.fill('Merci beaucoup');
    await widget.field.press('Enter');
    await desk.log.getByText('Merci beaucoup').waitFor();

    await widget.field.fill('Combien coûte le passeport ?');
    await widget.field.press('Enter');
    await desk.log.getByText('Combien coûte le passeport ?').waitFor();
    await desk
      .button(/^Joindre « .*[Pp]asseport.* » à la réponse$/)
      .first()
      .waitFor();
    await desk.reply.focus();
    await page.keyboard.press('Alt+1');
    await page.getByText(/^Article joint : /).waitFor();
    await desk.reply.focus();
    await page.keyboard.press('Enter');
    const joined = widget.frame.locator('.by-person .joined');
    await joined.getByRole('heading', { level: 3 }).waitFor();
    await joined.locator('.sources').waitFor();

    await page.keyboard.press('Alt+b');
    await desk.dialog('Rendre au robot').getByRole('button', { name: 'Rendre au robot' }).click();
    await widget.text('Vous parlez de nouveau avec l’assistant automatique.').waitFor();
    const hours = await widget.ask('Quels sont les horaires de la mairie ?');
    await hours.getByRole('group', { name: 'Cette réponse vous aide-t-elle ?' }).getByRole('button', { name: 'Oui' }).click();
    await hours.getByText('Merci pour votre avis.').waitFor();

    await widget.askForPerson();
    await desk.button('Prendre la plus ancienne').click();
    await desk.reply.waitFor();
    await desk.say('Je reviens vers vous : tout est en ordre.');
    await page.keyboard.press('Alt+x');
    const closing = desk.dialog('Clore la conversation');
    await closing.getByRole('radio', { name: 'Répondu' }).check();
    await closing.getByRole('button', { name: 'Clore la conversation' }).click();
    const end = widget.frame.getByRole('region', { name: 'Conversation terminée' });
    await end.getByRole('group', { name: 'Avez-vous obtenu une réponse ?' }).getByRole('button', { name: 'Oui' }).click();
    await end.getByText('Merci pour votre avis.').waitFor();
    expect(await widget.frame.getByText('tout est en ordre').count()).toBe(1);
  });

  it('keep an internal note from the citizen and show it to a colleague', async () => {
    const { page } = agnes;
    const widget = await citizen();
    await widget.ask(BIRTH);
    await widget.askForPerson();
    await desk.go('/desk');
    await desk.button('Prendre la plus ancienne').click();
    await desk.reply.waitFor();
    const note = page.getByRole('textbox', { name: 'Nouvelle note interne' });
    await note.fill('A déjà appelé hier.');
    await desk.button('Ajouter la note').click();
    await page.getByText('A déjà appelé hier.').first().waitFor();
    await desk.say('Bonjour !');
    await widget.text('Bonjour !').waitFor();
    expect(await widget.frame.getByText('A déjà appelé hier.').count()).toBe(0);
    await page.keyboard.press('Alt+x');
    await desk.dialog('Clore la conversation').getByRole('button', { name: 'Clore la conversation' }).click();
    await widget.frame.getByRole('region', { name: 'Conversation terminée' }).waitFor();
  });

  it('insert a canned reply by « / » and its shortcut', async () => {
    const { page } = agnes;
    await desk.go('/canned');
    await desk.button('Nouvelle réponse type').click();
    const form = page.getByRole('dialog');
    await form.getByLabel('Raccourci').fill('horaires');
    await form.getByLabel('Titre').fill('Horaires de la mairie');
    await form.getByLabel('Texte').fill('La mairie est ouverte du lundi au samedi.');
    await form.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Réponse type enregistrée.').waitFor();

    const widget = await citizen();
    await widget.ask('Bonjour');
    await widget.askForPerson();
    await desk.go('/desk');
    await desk.button('Prendre la plus ancienne').click();
    await desk.reply.pressSequentially('/hor');
    await page.getByRole('option', { name: /Horaires de la mairie/ }).waitFor();
    await page.keyboard.press('Enter');
    expect(await desk.reply.inputValue()).toBe('La mairie est ouverte du lundi au samedi.');
    await page.keyboard.press('Enter');
    await widget.text('La mairie est ouverte du lundi au samedi.').waitFor();
    await page.keyboard.press('Alt+x');
    await desk.dialog('Clore la conversation').getByRole('button', { name: 'Clore la conversation' }).click();
    await widget.frame.getByRole('region', { name: 'Conversation terminée' }).waitFor();
  });
});

describe('a callback', () => {
  it('left while nobody is there waits on the desk with its contact, and is marked as reached', async () => {
    const { page } = agnes;
    await desk.go('/desk');
    await desk.present('Absent');
    const widget = await citizen();
    await widget.ask(BIRTH);
    await widget.button('Parler à une personne').click();
    await widget.dialog('Parler à une personne').getByRole('button', { name: 'Être recontacté' }).click();
    const form = widget.dialog('Être recontacté');
    await form.getByRole('textbox', { name: 'Téléphone' }).fill('06 12 34 56 78');
    await form.getByRole('checkbox').check();
    await form.getByRole('button', { name: 'Envoyer mes coordonnées' }).click();
    await desk.tab(/Rappels à faire/).click();
    await page.getByRole('link', { name: /06 ?12 ?34 ?56 ?78/ }).waitFor();
    await desk.button(/Marquer .* comme joint/).click();
    await page.getByText('Rappel enregistré.').waitFor();
    await page.getByText('Aucun rappel à faire').waitFor();
  });
});
