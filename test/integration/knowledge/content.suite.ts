import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ContentFile } from '../../../src/knowledge/content-file.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { article, BODY, examples, intents, smallContent, withFiles } from '../../unit/knowledge/small-content.js';
import { contentGround, type ContentGround, type Environment } from './content-ground.js';

const EDITOR = { id: 'e1', name: 'Élise' };
const CLI = { id: 'cli', name: 'ligne de commande' };
const PERMIS = 'knowledge-base/fr/essais/permis.md';
const INTENTS = 'intents/fr/essais.yml';

/** What an installation does with its content; the same facts on both databases. */
export function contentFacts(environment: () => Promise<{ variables: Environment; drop(): Promise<void> }>): void {
  let ground: ContentGround;
  let place: Awaited<ReturnType<typeof environment>>;

  beforeEach(async () => {
    place = await environment();
    ground = await contentGround(place.variables);
  });
  afterEach(async () => {
    await ground.close();
    await place.drop();
  });

  const bring = (files: ContentFile[], draft = false) => ground.imports.run({ files, draft, note: 'essai', by: CLI });
  const brought = async (files: ContentFile[], draft = false) => {
    const imported = await bring(files, draft);
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    return imported;
  };
  const draftOf = (markdown: string, baseVersion: number, utterances = examples('conduite auto')) => ({
    markdown,
    utterances,
    nearMisses: [],
    note: 'revu',
    baseVersion,
  });
  const publish = (...articles: string[]) => ground.publishing.publish({ articles, note: 'mise à jour', by: EDITOR });
  const live = () => [...ground.snapshots.get().articles.keys()].sort();

  describe('bringing a folder in', () => {
    it('publishes its articles, with their facts written out', async () => {
      const { report, snapshot } = await brought(smallContent());
      expect(report).toMatchObject({ added: ['passeport', 'permis'], updated: [], kept: [] });
      expect(ground.snapshots.get().id).toBe(snapshot);
      expect(live()).toEqual(['passeport', 'permis']);
      expect(ground.snapshots.get().articles.get('passeport')!.summary.replace(/\s/g, ' ')).toBe('Le timbre coûte 86 €.');
    });

    it('changes nothing the second time', async () => {
      const first = await brought(smallContent());
      const again = await brought(smallContent());
      expect(again).toMatchObject({ snapshot: undefined, report: { added: [], updated: [], unchanged: 2, kept: [], files: 0 } });
      expect(await ground.store.currentId()).toBe(first.snapshot);
    });

    it('gives the same snapshot whatever the order of the files', async () => {
      const { snapshot } = await brought(smallContent());
      const other = await environment();
      const elsewhere = await contentGround(other.variables);
      const imported = await elsewhere.imports.run({ files: smallContent().toReversed(), draft: false, note: '', by: CLI });
      expect(imported).toMatchObject({ ok: true, snapshot });
      await elsewhere.close();
      await other.drop();
    });

    it('refuses a folder with a broken file, with file and line, and changes nothing', async () => {
      await brought(smallContent());
      const before = await ground.exports.files();
      const broken = { path: PERMIS, text: article('permis').replace('theme: essais', 'theme: [') };
      const imported = await bring(withFiles(smallContent(), broken, { path: 'knowledge-base/fr/essais/neuf.md', text: article('neuf') }));
      expect(imported).toMatchObject({
        ok: false,
        problems: expect.arrayContaining([expect.objectContaining({ file: PERMIS, code: 'yaml' })]),
      });
      expect(await ground.exports.files()).toEqual(before);
    });

    it('keeps drafts from citizens when told so', async () => {
      await brought(smallContent());
      const body = '## Coût {cost}\nGratuit.\n';
      await brought(withFiles(smallContent(), { path: PERMIS, text: article('permis', { body }) }), true);
      expect((await ground.editions.edition('permis'))!).toMatchObject({ version: 2, liveVersion: 1, status: 'draft' });
      await ground.snapshots.refresh();
      expect(JSON.stringify(ground.snapshots.get().articles.get('permis'))).not.toContain('Gratuit');
    });

    it('keeps an article that was edited here and tells so, taking the others', async () => {
      await brought(smallContent());
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis (mairie)' }), 1), EDITOR);
      const { report } = await brought(
        withFiles(
          smallContent(),
          { path: PERMIS, text: article('permis', { title: 'Permis (amont)' }) },
          { path: 'knowledge-base/fr/essais/passeport.md', text: article('passeport', { title: 'Passeport (amont)' }) },
        ),
      );
      expect(report).toMatchObject({ updated: ['passeport'], kept: [{ article: 'permis', what: 'markdown' }] });
      expect((await ground.store.article('permis'))!.title).toBe('Permis (mairie)');
      expect((await ground.store.article('passeport'))!.title).toBe('Passeport (amont)');
    });

    it('takes new wordings for an article whose text was edited here', async () => {
      await brought(smallContent());
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis (mairie)' }), 1), EDITOR);
      const text = intents({ passeport: examples('passeport biométrique'), permis: [...examples('conduite auto'), 'papier rose'] });
      const { report } = await brought(withFiles(smallContent(), { path: INTENTS, text }));
      expect(report).toMatchObject({ updated: ['permis'], kept: [] });
      const edition = (await ground.editions.edition('permis'))!;
      expect(edition.utterances).toContain('papier rose');
      expect(edition.markdown).toContain('Permis (mairie)');
    });
  });

  describe('exporting', () => {
    it('gives back the files that were brought in, byte for byte', async () => {
      await brought(smallContent());
      const sorted = (files: ContentFile[]) => [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
      expect(await ground.exports.files()).toEqual(sorted(smallContent()));
    });

    it('is the same after it is brought into an empty installation, edits and drafts included', async () => {
      await brought(smallContent());
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1, ['permis b', 'permis am']), EDITOR);
      await ground.editing.changeStatus('passeport', { status: 'archived', note: '' }, EDITOR);
      const first = await ground.exports.files();
      expect(first.find(({ path }) => path === PERMIS)!.text).toContain('status: draft');
      const other = await environment();
      const elsewhere = await contentGround(other.variables);
      await elsewhere.imports.run({ files: first, draft: false, note: '', by: CLI });
      expect(await elsewhere.exports.files()).toEqual(first);
      await elsewhere.close();
      await other.drop();
    });

    it('brought back into the same installation changes nothing', async () => {
      await brought(smallContent());
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      await ground.editing.changeStatus('passeport', { status: 'archived', note: '' }, EDITOR);
      const { report } = await brought(await ground.exports.files());
      expect(report).toMatchObject({ added: [], updated: [], unchanged: 2, kept: [] });
    });
  });

  describe('editing', () => {
    beforeEach(() => brought(smallContent()));

    it('saves versions that citizens do not see before publication', async () => {
      const saved = await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      expect(saved).toEqual({ ok: true, id: 'permis' });
      const edition = (await ground.editions.edition('permis'))!;
      expect(edition).toMatchObject({ version: 2, liveVersion: 1, status: 'draft', problems: [], preview: { title: 'Permis revu' } });
      expect(edition.versions.map(({ version, by, note, status }) => ({ version, by, note, status }))).toEqual([
        { version: 2, by: 'Élise', note: 'revu', status: 'draft' },
        { version: 1, by: 'ligne de commande', note: 'essai', status: 'published' },
      ]);
      expect(ground.snapshots.get().articles.get('permis')!.title).toBe('Permis de conduire');
    });

    it('refuses a save made from an older version', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Première' }), 1), EDITOR);
      expect(await ground.editing.save('permis', draftOf(article('permis', { title: 'Seconde' }), 1), EDITOR)).toEqual({
        ok: false,
        code: 'id.reused',
      });
    });

    it('lets one of two simultaneous saves through', async () => {
      const saves = ['Une', 'Deux'].map((title) => ground.editing.save('permis', draftOf(article('permis', { title }), 1), EDITOR));
      expect((await Promise.all(saves)).map(({ ok }) => ok).sort()).toEqual([false, true]);
    });

    it('tells file and line of what is wrong and does not change the name of an article', async () => {
      expect(await ground.editing.save('permis', draftOf('# Sans en-tête', 1), EDITOR)).toMatchObject({
        ok: false,
        code: 'bad',
        problems: [{ line: 1 }],
      });
      expect(await ground.editing.save('permis', draftOf(article('autre'), 1), EDITOR)).toMatchObject({ ok: false, code: 'bad' });
    });

    it('creates an article once', async () => {
      const draft = draftOf(article('cimetiere'), 0, ['tombe']);
      expect(await ground.editing.create(draft, EDITOR)).toEqual({ ok: true, id: 'cimetiere' });
      expect(await ground.editing.create(draft, EDITOR)).toEqual({ ok: false, code: 'id.reused' });
      expect((await ground.editions.edition('cimetiere'))!).toMatchObject({ version: 1, status: 'draft', utterances: ['tombe'] });
    });

    it('restores any version as a new draft', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1, ['autre']), EDITOR);
      await ground.editing.restore('permis', 1, EDITOR);
      const edition = (await ground.editions.edition('permis'))!;
      expect(edition).toMatchObject({
        version: 3,
        status: 'draft',
        preview: { title: 'Permis de conduire' },
        utterances: examples('conduite auto'),
      });
    });

    it('lists articles by status, theme, words and review date', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      const ids = async (filters: Parameters<typeof ground.editions.list>[0]) => (await ground.editions.list(filters)).map(({ id }) => id);
      expect(await ids({})).toEqual(['passeport', 'permis']);
      expect(await ids({ status: 'draft' })).toEqual(['permis']);
      expect(await ids({ theme: 'essais', q: 'PASSE' })).toEqual(['passeport']);
      expect(await ids({ due: 'true' })).toEqual([]);
      ground.clock.pass(300);
      expect(await ids({ due: 'true' })).toEqual(['passeport', 'permis']);
    });

    it('records who saved and who published', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      await publish('permis');
      const lines = await ground.database.read.all<{ actor: string; action: string }>('SELECT actor, action FROM audit ORDER BY n');
      expect(lines.slice(-2)).toEqual([
        { actor: 'e1', action: 'article-saved' },
        { actor: 'e1', action: 'published' },
      ]);
    });
  });

  describe('publishing', () => {
    beforeEach(() => brought(smallContent()));

    it('puts the newest version live, at once', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      const published = await publish('permis');
      expect(published).toMatchObject({ ok: true, published: { articles: 2, snapshot: ground.snapshots.get().id } });
      expect(ground.snapshots.get().articles.get('permis')!.title).toBe('Permis revu');
      expect((await ground.editions.list({})).map(({ status, draft }) => ({ status, draft }))).toEqual([
        { status: 'published', draft: false },
        { status: 'published', draft: false },
      ]);
    });

    it('leaves drafts of other articles where they are', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      await publish('passeport');
      expect(ground.snapshots.get().articles.get('permis')!.title).toBe('Permis de conduire');
    });

    it('is refused whole when the content check finds an error', async () => {
      const before = ground.snapshots.get().id;
      await ground.editing.save('permis', draftOf(article('permis', { body: `${BODY}\n::link[Rien]{article="nulle-part"}\n` }), 1), EDITOR);
      await ground.editing.save(
        'passeport',
        { ...draftOf(article('passeport', { title: 'Passeport revu' }), 1, examples('passeport biométrique')) },
        EDITOR,
      );
      const refused = await publish('passeport', 'permis');
      expect(refused).toMatchObject({ ok: false, code: 'bad', problems: [{ code: 'dangling', article: 'permis' }] });
      expect(ground.snapshots.get().id).toBe(before);
      expect(await ground.store.currentId()).toBe(before);
    });

    it('is refused when two articles share a wording', async () => {
      await ground.editing.save('permis', draftOf(article('permis'), 1, ['passeport biométrique un']), EDITOR);
      expect(await publish('permis')).toMatchObject({
        ok: false,
        problems: expect.arrayContaining([expect.objectContaining({ code: 'duplicate-wording' })]),
      });
    });

    it('takes an archived article away, with the words and labels that led to it', async () => {
      await ground.editing.changeStatus('passeport', { status: 'archived', note: '' }, EDITOR);
      expect(live()).toEqual(['passeport', 'permis']);
      expect(await publish('passeport')).toMatchObject({ ok: true });
      expect(live()).toEqual(['permis']);
      expect(
        ground.snapshots
          .get()
          .engine.targets.map(({ id }) => id)
          .sort(),
      ).toEqual(['permis', 'saluer']);
      expect((await ground.editions.list({ status: 'archived' })).map(({ id, draft }) => [id, draft])).toEqual([['passeport', false]]);
    });

    it('is the only way to publish', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      expect(await ground.editing.changeStatus('permis', { status: 'published', note: '' }, EDITOR)).toMatchObject({
        ok: false,
        code: 'bad',
      });
    });

    it('keeps every snapshot: an older answer can be rebuilt as it was given', async () => {
      const first = ground.snapshots.get().id;
      for (const title of ['Permis deux', 'Permis trois', 'Permis quatre']) {
        await ground.editing.save('permis', draftOf(article('permis', { title }), (await ground.store.article('permis'))!.version), EDITOR);
        await publish('permis');
      }
      const rebuilt = (await ground.snapshots.byId(first))!;
      expect(rebuilt.id).toBe(first);
      expect(rebuilt.articles.get('permis')!.title).toBe('Permis de conduire');
      expect((await ground.editions.snapshots()).map(({ current }) => current)).toEqual([true, false, false, false]);
      expect(await ground.snapshots.byId('inconnu')).toBeUndefined();
    });

    it('is seen by another process on the same database', async () => {
      const neighbour = await contentGround(place.variables);
      await neighbour.snapshots.refresh();
      expect(neighbour.snapshots.get().id).toBe(ground.snapshots.get().id);
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      await publish('permis');
      await neighbour.snapshots.refresh();
      expect(neighbour.snapshots.get().articles.get('permis')!.title).toBe('Permis revu');
      await neighbour.close();
    });

    it('two at once both go live, the second on top of the first', async () => {
      await ground.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      await ground.editing.save(
        'passeport',
        draftOf(article('passeport', { title: 'Passeport revu' }), 1, examples('passeport biométrique')),
        EDITOR,
      );
      expect((await Promise.all([publish('permis'), publish('passeport')])).map(({ ok }) => ok)).toEqual([true, true]);
      await ground.snapshots.refresh();
      expect(
        ground.snapshots
          .get()
          .articles.heads.map(({ title }) => title)
          .sort(),
      ).toEqual(['Passeport revu', 'Permis revu']);
    });

    it('keeps judging questions out of the snapshot', async () => {
      const neighbour = await brought(
        withFiles(smallContent(), {
          path: 'knowledge-base/questions/judge/questions.jsonl',
          text: '{"q":"tout autre chose","expected":["passeport"],"split":"judge"}\n',
        }),
      );
      expect(neighbour.snapshot).toBe(ground.snapshots.get().id);
      expect((await ground.editions.snapshots()).length).toBe(1);
    });
  });

  describe('the seed', () => {
    it('fills an empty database once, from the folder of the installation', async () => {
      const folder = temporaryFolder();
      for (const { path, text } of smallContent()) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const other = await environment();
      const seeded = await contentGround({ ...other.variables, GUICHET_SEED: 'content' });
      await seeded.seed.run(folder);
      expect([...seeded.snapshots.get().articles.keys()]).toEqual(['passeport', 'permis']);
      await seeded.editing.save('permis', draftOf(article('permis', { title: 'Permis revu' }), 1), EDITOR);
      await seeded.seed.run(folder);
      expect((await seeded.store.article('permis'))!.version).toBe(2);
      await seeded.close();
      await other.drop();
      removeFolder(folder);
    });

    it('none: no article, and still small talk, the lexicon and the cues', async () => {
      await ground.seed.run();
      const snapshot = ground.snapshots.get();
      expect(snapshot.articles.size).toBe(0);
      expect(snapshot.intents.length).toBeGreaterThan(10);
      expect(snapshot.intents.filter(({ article: leadsTo }) => leadsTo !== undefined)).toEqual([]);
      expect((await ground.editions.list({})).length).toBe(0);
    });
  });
}
