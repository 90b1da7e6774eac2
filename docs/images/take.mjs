#!/usr/bin/env node
// Takes the pictures of the README, in Chromium, from a service that runs on the shipped content with nobody waiting yet:
//
//   GUICHET_PASSWORD='…' npm run screenshots -- http://localhost:3000 agent@example.fr
//
// The account is an agent of every service. Citizens of the picture ask real questions; delete the data folder afterwards.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const [address = 'http://localhost:3000', email] = process.argv.slice(2);
const password = process.env.GUICHET_PASSWORD;
if (!email || !password) {
  console.error("usage: GUICHET_PASSWORD='…' npm run screenshots -- ADDRESS E-MAIL");
  process.exit(2);
}
const picture = (name) => fileURLToPath(new URL(name, import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-sync'],
});
const page = async (width, height) => (await browser.newContext({ viewport: { width, height }, locale: 'fr-FR' })).newPage();

async function citizen(question) {
  const view = await page(1200, 800);
  await view.goto(address);
  await view.getByRole('button', { name: 'Une question ?' }).click();
  const widget = view.frameLocator('iframe');
  const field = widget.getByRole('textbox');
  const say = async (text) => {
    const before = await widget.locator('.line.theirs').count();
    await field.fill(text);
    await field.press('Enter');
    await widget.locator('.line.theirs').nth(before).waitFor();
  };
  await say(question);
  return {
    view,
    showQuestion: () => widget.locator('.line.mine').last().scrollIntoViewIfNeeded(),
    write: async (text) => {
      await field.fill(text);
      await field.press('Enter');
    },
    askForPerson: async () => {
      await widget.getByRole('button', { name: 'Parler à une personne' }).click();
      await widget.getByRole('button', { name: 'Demander une personne' }).click();
      await widget.getByRole('region', { name: 'En attente d’une personne' }).waitFor();
    },
  };
}

try {
  const first = await citizen('Comment déclarer une naissance ?');
  await first.view.mouse.move(20, 20);
  await first.showQuestion();
  await first.view.waitForTimeout(500);
  await first.view.screenshot({ path: picture('widget.png') });

  await first.askForPerson();
  for (const question of ['Comment me débarrasser de mes encombrants ?', 'Mon passeport a été volé'])
    await (await citizen(question)).askForPerson();

  const desk = await page(1440, 900);
  await desk.goto(`${address}/console`);
  await desk.getByLabel('Adresse électronique').fill(email);
  await desk.getByLabel('Mot de passe', { exact: true }).fill(password);
  await desk.getByRole('button', { name: 'Se connecter' }).click();
  await desk.getByRole('button', { name: 'Prendre la plus ancienne' }).waitFor();
  await desk.waitForLoadState('networkidle');
  await desk.getByRole('combobox', { name: 'Ma présence' }).click();
  await desk.getByRole('option', { name: 'Disponible' }).click();
  await desk.getByRole('button', { name: 'Prendre la plus ancienne' }).click();
  const reply = desk.getByRole('textbox', { name: 'Votre réponse' });
  await reply.fill('Bonjour, félicitations ! Vous avez cinq jours, et la déclaration se fait à la mairie du lieu de naissance.');
  await reply.press('Enter');
  await first.write('Merci ! Et comment obtenir un livret de famille ?');
  await desk.getByRole('log').getByText('Et comment obtenir').waitFor();
  await desk
    .getByRole('button', { name: /^Joindre «/ })
    .first()
    .waitFor();
  await desk.getByRole('tab', { name: /File d'attente/ }).click();
  await reply.focus();
  await desk.waitForTimeout(6000);
  await desk.screenshot({ path: picture('console.png') });
} finally {
  await browser.close();
}
console.log(`${picture('widget.png')}\n${picture('console.png')}`);
