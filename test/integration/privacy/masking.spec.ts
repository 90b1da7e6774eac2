import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DeskHouse } from '../desk/desk-house.js';
import { filesHolding } from './purge.suite.js';

/** Valid by their check keys, and nobody's. */
const SECRETS = [
  { what: 'a social security number', text: '1 85 05 78 006 084 91', parts: ['185057800608491', '1 85 05 78 006 084 91'] },
  {
    what: 'a Corsican one',
    text: '285022A004018' + String(97 - Number(BigInt('2850219004018') % 97n)).padStart(2, '0'),
    parts: ['285022A004018'],
  },
  { what: 'an IBAN', text: 'FR76 3000 6000 0112 3456 7890 189', parts: ['FR7630006000011234567890189', '3000 6000 0112'] },
  { what: 'a card', text: '4111 1111 1111 1111', parts: ['4111111111111111', '4111 1111 1111'] },
  { what: 'an address', text: 'zephyrine.dupont@valclair.example', parts: ['zephyrine.dupont'] },
  { what: 'a phone', text: '06 12 34 56 78', parts: ['06 12 34 56 78', '0612345678'] },
];

describe('personal data in a message', () => {
  let house: DeskHouse;
  let folder: string;
  beforeAll(async () => {
    house = await DeskHouse.open();
    folder = join((await house.database.read.get<{ file: string }>('SELECT file FROM pragma_database_list'))!.file, '..');
  });
  afterAll(() => house.close());

  it.each(SECRETS)('is masked before it is stored: $what', async ({ text, parts }) => {
    const citizen = await house.citizen();
    expect(await citizen.say(`bonjour, voici ${text}, merci`)).toMatchObject({ ok: true });
    await citizen.ask();
    expect(await citizen.say(`et encore ${text}`)).toMatchObject({ ok: true });
    for (const part of [text, ...parts]) expect(filesHolding(folder, part)).toEqual([]);
    expect(JSON.stringify(await house.events(citizen.id))).toMatch(/\[(numéro masqué|adresse masquée|téléphone masqué)\]/);
  });

  it('keeps the other words', async () => {
    const citizen = await house.citizen();
    await citizen.say('le dossier 2026-0412 coûte 86 € ornithorynque');
    expect(JSON.stringify(await house.events(citizen.id))).toContain('le dossier 2026-0412 coûte 86 € ornithorynque');
  });
});
