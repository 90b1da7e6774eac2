import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { contextAt } from '../../../src/conversation/evaluate/ask.js';
import { linesFor } from '../../../src/conversation/evaluate/batch.js';
import { faqContent } from '../../../src/knowledge/faq/faq-content.js';
import { readFaq } from '../../../src/knowledge/faq/read-faq.js';
import type { ContentFile } from '../../../src/knowledge/content-file.js';
import { importServicePublic } from '../../../src/knowledge/service-public/import-service-public.js';
import { demoSites } from '../../../src/platform/sites.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { chapter, p, publication, texte, vddFiles, writeFiles } from '../../unit/knowledge/service-public-tree.js';
import { smallContent } from '../../unit/knowledge/small-content.js';
import { contentGround, type ContentGround } from './content-ground.js';

const CLI = { id: 'cli', name: 'ligne de commande' };

const FICHES = [
  ['F1', 'Faire réparer son vélo', 'Le réparateur rend le vélo sous 8 jours.'],
  ['F2', 'Louer une trottinette', 'La location coûte 10 € par jour.'],
  ['F3', 'Déclarer un vélo volé', 'La déclaration se fait au commissariat.'],
].map(([id, title, text]) => publication({ id: id!, title: title! }, texte(p(text!), chapter('Coût', p('Cela coûte 10 €.')))));
const FAQ = `question,answer,examples
Où garer son vélo ?,Le parking à vélos est derrière la mairie.,"garer mon vélo
parking à vélos"
Qui prête un casque ?,La maison du vélo prête des casques.,emprunter un casque
`;
const BATCH = [
  'réparer mon vélo',
  'on m’a volé mon vélo',
  'combien coûte la trottinette',
  'garer',
  'casque de vélo',
  'passeport biométrique',
  'conduite auto',
  'bonjour',
  'zzz',
];

type Import = (ground: ContentGround) => Promise<void>;

describe('two installations that were filled in another order', () => {
  const place = temporaryFolder();
  const bring = async (ground: ContentGround, files: ContentFile[]) => {
    const imported = await ground.imports.run({ files, draft: false, note: 'essai', by: CLI });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
  };
  const town: Import = (ground) => bring(ground, smallContent());
  const faq: Import = (ground) => bring(ground, faqContent(readFaq(join(place, 'faq.csv')), 'faq.csv', '2026-11-22', new Set()));
  const corpus =
    (pages: typeof FICHES): Import =>
    async (ground) => {
      const path = join(place, String(pages.indexOf(FICHES[0]!)));
      writeFiles(path, vddFiles(pages));
      const order = { path, audiences: ['particuliers'] as const, pack: undefined, draft: false, by: CLI };
      const { imported } = await importServicePublic(order, ground);
      if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    };

  async function answers(name: string, imports: Import[]): Promise<string> {
    const ground = await contentGround({ GUICHET_DATA: join(place, name) });
    for (const each of imports) await each(ground);
    const context = contextAt(demoSites()[0]!, new Date('2026-11-22T10:00:00.000Z'));
    const snapshot = ground.snapshots.get();
    const lines = BATCH.flatMap((q, at) => linesFor({ id: `q${at}`, turns: [{ q }, { q: 'et ça coûte combien ?' }] }, snapshot, context));
    await ground.close();
    return lines.map((line) => JSON.stringify(line)).join('\n');
  }

  beforeAll(() => writeFiles(place, { 'faq.csv': FAQ }));
  afterAll(() => removeFolder(place));

  it('answer the same, to the byte', async () => {
    const one = await answers('one', [town, corpus(FICHES), faq]);
    const other = await answers('other', [faq, corpus(FICHES.toReversed()), town]);
    const first = one.split('\n').map((line) => (JSON.parse(line) as { candidates: { article: string }[] }).candidates[0]?.article);
    // All three have a say: an order could show.
    expect(first).toEqual(expect.arrayContaining(['particuliers/F1', 'passeport', expect.stringMatching(/garer/)]));
    expect(other).toBe(one);
  }, 60_000);
});
