import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { intentsIn } from '../../../src/knowledge/intents-file.js';
import { AUDIENCES, type Audience } from '../../../src/knowledge/service-public/addresses.js';
import { importServicePublic } from '../../../src/knowledge/service-public/import-service-public.js';
import type { TreeElement } from '../../../src/knowledge/service-public/node.js';
import { reportLines } from '../../../src/knowledge/service-public/report-lines.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { chapter, p, publication, texte, vddFiles, writeFiles } from '../../unit/knowledge/service-public-tree.js';
import { contentGround, type ContentGround } from './content-ground.js';

const CLI = { id: 'cli', name: 'ligne de commande' };
const EDITOR = { id: 'e1', name: 'Élise' };
const fiche = (id: string, words = `Texte de ${id}.`, title = `Fiche ${id}`) =>
  publication({ id, title, description: `${title}.` }, texte(p(words), chapter('Coût', p('Il coûte 10 €.'))));

describe('the official corpus in an installation', () => {
  const all = temporaryFolder();
  let ground: ContentGround;
  let corpus: string;
  let count = 0;

  beforeEach(async () => {
    const place = join(all, String(++count));
    corpus = join(place, 'corpus');
    ground = await contentGround({ GUICHET_DATA: join(place, 'data') });
  });
  afterEach(() => ground.close());
  afterAll(() => removeFolder(all));

  const lay = (pages: TreeElement[], audience: Audience = 'particuliers') => {
    rmSync(join(corpus, 'data', audience), { recursive: true, force: true });
    writeFiles(corpus, vddFiles(pages, [], audience));
  };
  const bring = (more: { pack?: string; draft?: boolean; audiences?: Audience[] } = {}) =>
    importServicePublic({ path: corpus, audiences: AUDIENCES, pack: undefined, draft: false, by: CLI, ...more }, ground);
  const brought = async (pages: TreeElement[], more: Parameters<typeof bring>[0] = {}) => {
    lay(pages);
    const { imported, report } = await bring(more);
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    return { ...report, ...imported.report, snapshot: imported.snapshot };
  };
  const live = () => [...ground.snapshots.get().articles.keys()].sort();
  const pack = (text: string): string => {
    writeFiles(corpus, { 'pack/transports-doux.yml': text });
    return join(corpus, 'pack');
  };
  const save = async (id: string, change: (markdown: string) => string, utterances?: string[]) => {
    const edition = (await ground.editions.edition(id))!;
    return ground.editing.save(
      id,
      {
        markdown: change(edition.markdown),
        utterances: utterances ?? edition.utterances,
        nearMisses: edition.nearMisses,
        note: 'revu',
        baseVersion: edition.version,
      },
      EDITOR,
    );
  };

  it('goes live with its themes, and nothing is said against it', async () => {
    expect(await brought([fiche('F1'), fiche('F2')])).toMatchObject({
      added: ['particuliers/F1', 'particuliers/F2'],
      updated: [],
      archived: [],
    });
    expect(live()).toEqual(['particuliers/F1', 'particuliers/F2']);
    expect((await ground.editions.check()).filter(({ file }) => file?.startsWith('knowledge-base/'))).toEqual([]);
    expect((await ground.store.article('particuliers/F1'))!.path).toBe('knowledge-base/fr/transports-doux/particuliers/F1.json');
  });

  it('brought again changes nothing', async () => {
    const { snapshot } = await brought([fiche('F1'), fiche('F2')]);
    expect(await brought([fiche('F1'), fiche('F2')])).toMatchObject({
      added: [],
      updated: [],
      archived: [],
      unchanged: 2,
      kept: [],
      files: 0,
      snapshot: undefined,
    });
    expect(await ground.store.currentId()).toBe(snapshot);
  });

  it('brings what changed, archives what left and takes it back when it returns', async () => {
    await brought([fiche('F1'), fiche('F2'), fiche('F3')]);
    expect(await brought([fiche('F1', 'Autre texte.'), fiche('F3')])).toMatchObject({
      updated: ['particuliers/F1'],
      archived: ['particuliers/F2'],
      unchanged: 1,
    });
    expect(live()).toEqual(['particuliers/F1', 'particuliers/F3']);
    expect((await ground.editions.edition('particuliers/F1'))!.versions).toHaveLength(2);
    await brought([fiche('F1', 'Autre texte.'), fiche('F2'), fiche('F3')]);
    expect(live()).toEqual(['particuliers/F1', 'particuliers/F2', 'particuliers/F3']);
  });

  it('archives only of the audiences that were read', async () => {
    lay([fiche('F9')], 'associations');
    await brought([fiche('F1'), fiche('F2')]);
    expect(await brought([fiche('F1')], { audiences: ['particuliers'] })).toMatchObject({ archived: ['particuliers/F2'] });
    expect(live()).toEqual(['associations/F9', 'particuliers/F1']);
  });

  it('leaves articles of the house alone', async () => {
    const markdown = (await import('../../unit/knowledge/small-content.js')).smallContent();
    await ground.imports.run({ files: markdown, draft: false, note: '', by: CLI });
    await brought([fiche('F1')]);
    expect(live()).toEqual(['particuliers/F1', 'passeport', 'permis']);
  });

  it('is edited as Markdown, and what was edited stays and is told', async () => {
    await brought([fiche('F1'), fiche('F2')]);
    const edition = (await ground.editions.edition('particuliers/F1'))!;
    expect(edition.markdown).toContain('## Coût {cost}');
    expect(edition.problems).toEqual([]);
    expect(await save('particuliers/F1', (markdown) => markdown.replace('10 €', 'dix euros'))).toMatchObject({ ok: true });
    expect((await ground.store.article('particuliers/F1'))!.path).toBe('knowledge-base/fr/transports-doux/particuliers/F1.md');

    const again = await brought([fiche('F1', 'Nouveau.'), fiche('F2')]);
    expect(again).toMatchObject({ updated: [], kept: [{ article: 'particuliers/F1', what: 'markdown' }] });
    expect((await ground.store.article('particuliers/F1'))!.path).toMatch(/F1\.md$/);
    expect((await ground.editions.edition('particuliers/F1'))!.markdown).toContain('dix euros');
    expect(await brought([fiche('F2')])).toMatchObject({ archived: [], stayed: ['particuliers/F1'] });

    await ground.editing.restore('particuliers/F1', 1, EDITOR);
    expect((await ground.store.article('particuliers/F1'))!.path).toMatch(/F1\.json$/);
  });

  it('stays a tree when only its wordings were edited, and goes on being brought up to date', async () => {
    await brought([fiche('F1')]);
    await save('particuliers/F1', (markdown) => markdown, ['mon biclou']);
    const again = await brought([fiche('F1', 'Nouveau.')]);
    expect(again).toMatchObject({ updated: ['particuliers/F1'], kept: [], reread: ['particuliers/F1'] });
    expect((await ground.editions.edition('particuliers/F1'))!.utterances).toEqual(['mon biclou']);
  });

  it('stays out of sight as drafts when told so', async () => {
    await brought([fiche('F1')], { draft: true });
    expect(await ground.store.currentId()).toBeUndefined();
    expect((await ground.store.article('particuliers/F1'))!.status).toBe('draft');
  });

  it('comes out as the files that were stored, byte for byte, and goes in again unchanged', async () => {
    const { corpus: converted } = await brought([fiche('F1'), fiche('F2')], {
      pack: pack('particuliers/F1: { utterances: [mon biclou], main: [vélo] }\n'),
    });
    await brought([fiche('F1')]);
    const files = await ground.exports.files();
    const text = (path: string) => files.find((file) => file.path === path)?.text;
    expect(text(converted.files[0]!.path)).toBe(converted.files[0]!.text);
    expect(text(converted.files[1]!.path)).toBe(converted.files[1]!.text.replace('"published"', '"archived"'));
    expect(text('intents/fr/service-public/particuliers/transports-doux.yml')).toContain('main:\n    - "vélo"');
    const imported = await ground.imports.run({ files, draft: false, note: '', by: CLI });
    expect(imported).toMatchObject({
      ok: true,
      report: { added: [], updated: [], archived: [], unchanged: 2, kept: [] },
      snapshot: undefined,
    });
    expect(await ground.exports.files()).toEqual(files);
  });

  describe('with a pack of wordings', () => {
    const WORDS = `particuliers/F1:
  utterances: [mon biclou est mort, "changer de bicyclette"]
  near-misses: [{ text: "vendre mon biclou", article: particuliers/F2 }]
  main: [vélo]
particuliers/F99: { utterances: [rien à voir] }
`;

    it('attaches them to the articles that are there', async () => {
      expect(await brought([fiche('F1'), fiche('F2')], { pack: pack(WORDS) })).toMatchObject({
        pack: { articles: 1, utterances: 2, taken: [] },
      });
      const stored = (await ground.store.article('particuliers/F1'))!;
      expect(intentsIn(await ground.store.text(stored.intents))[0]).toMatchObject({
        article: 'particuliers/F1',
        main: ['vélo'],
        examples: ['mon biclou est mort', 'changer de bicyclette'],
        nearMisses: [{ text: 'vendre mon biclou', article: 'particuliers/F2' }],
      });
    });

    it('leaves them as they are when none is brought, and keeps those that were edited here', async () => {
      await brought([fiche('F1')], { pack: pack(WORDS) });
      await brought([fiche('F1')]);
      expect((await ground.editions.edition('particuliers/F1'))!.utterances).toHaveLength(2);
      await save('particuliers/F1', (markdown) => markdown, ['mon vieux clou']);
      const again = await brought([fiche('F1')], { pack: pack(WORDS.replace('biclou est mort', 'biclou est cassé')) });
      expect(again).toMatchObject({ kept: [{ article: 'particuliers/F1', what: 'wordings' }] });
      expect((await ground.editions.edition('particuliers/F1'))!.utterances).toEqual(['mon vieux clou']);
    });

    it('leaves a wording to the intent that says it already', async () => {
      const small = {
        path: 'intents/always/small-talk.yml',
        text: '- { id: saluer, outcome: small-talk, reply: [Bonjour], examples: [bonjour] }\n',
      };
      await ground.imports.run({ files: [small], draft: false, note: '', by: CLI });
      const words = 'particuliers/F1: { utterances: [Bonjour !, mon biclou] }\nparticuliers/F2: { utterances: ["mon biclou ?"] }\n';
      expect(await brought([fiche('F1'), fiche('F2')], { pack: pack(words) })).toMatchObject({
        pack: { utterances: 1, taken: ['Bonjour !', 'mon biclou ?'] },
      });
    });

    it('is refused by file and line when it is wrong, and nothing is changed', async () => {
      lay([fiche('F1')]);
      const { imported } = await bring({ pack: pack('particuliers/F1:\n  phrases: [a]\n') });
      expect(imported).toMatchObject({ ok: false, problems: [{ file: expect.stringMatching(/transports-doux\.yml$/), line: 2 }] });
      expect(await ground.store.articles()).toEqual([]);
    });
  });

  it('is taken whole or not at all: a write that breaks off leaves everything as it was', async () => {
    await brought([fiche('F1'), fiche('F2')]);
    const before = await ground.exports.files();
    await ground.database.write.perform((tx) =>
      tx.run(`CREATE TRIGGER breaks BEFORE INSERT ON article WHEN NEW.id = 'particuliers/F4' BEGIN SELECT RAISE(ABORT, 'cut'); END`),
    );
    await expect(brought([fiche('F1', 'Autre.'), fiche('F3'), fiche('F4')])).rejects.toMatchObject({ message: 'cut' });
    expect(await ground.exports.files()).toEqual(before);
    expect(live()).toEqual(['particuliers/F1', 'particuliers/F2']);
    await ground.database.write.perform((tx) => tx.run('DROP TRIGGER breaks'));
    expect(await brought([fiche('F1', 'Autre.'), fiche('F3'), fiche('F4')])).toMatchObject({
      added: ['particuliers/F3', 'particuliers/F4'],
    });
  });

  it('that cannot be read changes nothing', async () => {
    await brought([fiche('F1')]);
    const before = await ground.exports.files();
    lay([fiche('F1', 'Autre.'), fiche('F2')]);
    writeFiles(corpus, { 'data/particuliers/F2.json': '{' });
    await expect(bring()).rejects.toThrow('particuliers/F2.json:1: this is not JSON');
    expect(await ground.exports.files()).toEqual(before);
  });

  it('says that it is too old to serve when its newest page is of more than a year ago', async () => {
    lay([fiche('F1')]);
    const { imported, report } = await bring();
    expect(reportLines(imported, report, new Date('2026-06-01')).at(-1)).toBe('the corpus is of 2026-05-04');
    expect(reportLines(imported, report, new Date('2027-06-01')).at(-1)).toContain('too old to serve to citizens');
  });
});
