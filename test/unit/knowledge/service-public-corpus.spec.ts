import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertCorpus } from '../../../src/knowledge/service-public/convert-corpus.js';
import type { TreeElement } from '../../../src/knowledge/service-public/node.js';
import { removeFolder, temporaryFolder } from '../../harness/data-folder.js';
import { zipOf, type ZipEntry } from '../../harness/zip.js';
import { chapter, el, p, publication, situation, situations, texte, vddFiles, writeFiles, xmlOf } from './service-public-tree.js';

const fiche = (id: string, title = `Fiche ${id}`, audience = 'Particuliers') =>
  publication({ id, title, audience }, texte(p(`Texte de ${id}.`)));
const entry = (name: string, data: string | Buffer): ZipEntry => ({ name, data: Buffer.from(data) });
const entryOf = (root: TreeElement) => entry(`${root.attributes['ID']}.xml`, xmlOf(root));

describe('a corpus', () => {
  let all: string;
  let folder: string;
  let count = 0;
  beforeAll(() => void (all = temporaryFolder()));
  afterAll(() => removeFolder(all));
  beforeEach(() => void (folder = join(all, String(++count))));

  const ids = async (path = folder, audiences?: Parameters<typeof convertCorpus>[1]) =>
    [...(await convertCorpus(path, audiences)).articles.keys()].sort();
  const archive = (...entries: ZipEntry[]): string => {
    writeFiles(folder, { 'vdd.zip': zipOf(entries) });
    return join(folder, 'vdd.zip');
  };
  const xml = (files: Record<string, string | Buffer>): string => {
    writeFiles(folder, files);
    return folder;
  };

  describe('that the package holds as JSON', () => {
    it('is what its index lists: a page that was taken down stays on disk and is told', async () => {
      writeFiles(folder, vddFiles([fiche('F1'), fiche('F2')], [fiche('F3')]));
      const { articles, skips } = await convertCorpus(folder);
      expect([...articles.keys()]).toEqual(['particuliers/F1', 'particuliers/F2']);
      expect(skips.pages).toEqual([{ reason: 'not in index.json: taken down', count: 1, first: ['particuliers/F3'] }]);
    });

    it('is the same from its root and from its data folder', async () => {
      writeFiles(folder, vddFiles([fiche('F1')]));
      expect(await ids(folder)).toEqual(await ids(join(folder, 'data')));
    });

    it('tells one id of two audiences apart, and takes those that are wanted', async () => {
      writeFiles(folder, { ...vddFiles([fiche('F1')]), ...vddFiles([fiche('F1')], [], 'associations') });
      expect(await ids()).toEqual(['associations/F1', 'particuliers/F1']);
      expect(await ids(folder, ['associations'])).toEqual(['associations/F1']);
    });

    it('leaves lists of pages and services out', async () => {
      writeFiles(folder, vddFiles([fiche('F1'), fiche('N2'), fiche('R3')]));
      expect(await ids()).toEqual(['particuliers/F1']);
    });

    it('is refused by file and line where it is no JSON, no tree or not there', async () => {
      writeFiles(folder, { ...vddFiles([fiche('F1')]), 'data/particuliers/F1.json': '{\n"id": "F1",\n}' });
      await expect(ids()).rejects.toThrow('particuliers/F1.json:3: this is not JSON');
      writeFiles(folder, { 'data/particuliers/F1.json': '{"id": "F1", "children": [{"type": "comment"}]}' });
      await expect(ids()).rejects.toThrow('particuliers/F1.json:1: a node is neither an element nor a text');
      writeFiles(folder, { ...vddFiles([fiche('F1')]), 'data/particuliers/index.json': '["F1", "F9"]' });
      await expect(ids()).rejects.toThrow('particuliers/F9.json: the index lists it and it is not there');
      writeFiles(folder, { 'data/particuliers/index.json': '["F1", "F1"]' });
      await expect(ids()).rejects.toThrow('an id is listed twice: F1');
      writeFiles(folder, { 'data/particuliers/index.json': '["../../../etc/passwd"]' });
      await expect(ids()).rejects.toThrow('a list of ids is expected');
    });
  });

  describe('of XML files', () => {
    const rich = publication(
      { id: 'F1' },
      el('Introduction', {}, texte(p('Le 1', el('Exposant', {}, 'er'), ' vélo coûte ', el('Valeur', {}, '10\u00a0€'), ' & plus'))),
      situations(situation('En France', chapter('Coût', p('10'))), situation("À l'étranger", chapter('Coût', p('20')))),
    );

    it('gives the same articles as JSON, an archive and a folder alike', async () => {
      writeFiles(folder, vddFiles([rich]));
      const { files } = await convertCorpus(folder);
      folder = join(all, 'xml');
      expect((await convertCorpus(archive(entryOf(rich)))).files).toEqual(files);
      folder = join(all, 'folder');
      expect((await convertCorpus(xml({ 'deep/F1.xml': xmlOf(rich) }))).files).toEqual(files);
    });

    it('keeps the blanks of running text, drops those of the layout, and reads CDATA', async () => {
      const text = `<Publication ID="F1">
        <dc:title>Vélo</dc:title> <dc:description><![CDATA[Oui & non.]]></dc:description>
        <Texte>
          <Paragraphe><Valeur>1</Valeur><Exposant>er</Exposant> <MiseEnEvidence>vélo</MiseEnEvidence></Paragraphe>
        </Texte>
      </Publication>`;
      const { files } = await convertCorpus(xml({ 'F1.xml': text }));
      expect(JSON.parse(files[0]!.text)).toMatchObject({ summary: 'Oui & non.', theme: 'autres-fiches' });
      expect(JSON.parse(files[0]!.text).sections[0].blocks[0].inlines).toEqual([
        { type: 'strong', text: '1' },
        { type: 'text', text: 'er ' },
        { type: 'strong', text: 'vélo' },
      ]);
    });

    it('leaves out with a reason what is no fiche, or of another audience', async () => {
      const path = archive(
        entryOf(fiche('F1')),
        entryOf(fiche('F2', 'x', 'Associations')),
        entryOf(fiche('N1')),
        entry('menu.xml', '<Menu/>'),
        entry('lisez-moi.txt', 'x'),
      );
      const { articles, skips } = await convertCorpus(path, ['particuliers']);
      expect([...articles.keys()]).toEqual(['particuliers/F1']);
      expect(skips.pages.map(({ reason, count: n }) => `${reason}: ${n}`)).toEqual([
        'another audience: associations: 1',
        'a list of pages: 1',
        'no page: Menu: 1',
      ]);
    });

    it('is refused by file and line where it is not well formed', async () => {
      await expect(ids(xml({ 'F1.xml': '<Publication ID="F1">\n<Texte>\n</Publication>' }))).rejects.toThrow(/^F1\.xml:3: /);
      await expect(ids(xml({ 'F1.xml': '<Publication ID="F1">\n<Texte>' }))).rejects.toThrow(/^F1\.xml:2: /);
      await expect(ids(xml({ 'F1.xml': '' }))).rejects.toThrow('F1.xml:1: ');
    });

    it('is refused with a document type, whatever it would have defined', async () => {
      const bomb = `<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<Publication ID="F1"><Texte>&b;</Texte></Publication>`;
      await expect(ids(xml({ 'F1.xml': bomb }))).rejects.toThrow('F1.xml:1: a document type is not accepted');
      const file = `<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<Publication ID="F1"/>`;
      await expect(ids(xml({ 'F1.xml': file }))).rejects.toThrow('a document type is not accepted');
      await expect(ids(xml({ 'F1.xml': '<Publication ID="F1">\n&inconnu;</Publication>' }))).rejects.toThrow(/^F1\.xml:2: /);
    });

    it('is refused in another encoding, whether it says so or not', async () => {
      await expect(ids(xml({ 'F1.xml': '<?xml version="1.0" encoding="ISO-8859-1"?><Publication ID="F1"/>' }))).rejects.toThrow(
        'written in ISO-8859-1, UTF-8 is expected',
      );
      const latin = Buffer.from('<Publication ID="F1">\n<Texte>\nvélo</Texte></Publication>', 'latin1');
      await expect(ids(xml({ 'F1.xml': latin }))).rejects.toThrow('F1.xml:3: this is not UTF-8');
    });

    it('is refused when one id is there twice', async () => {
      await expect(ids(archive(entryOf(fiche('F1')), entry('autre.xml', xmlOf(fiche('F1')))))).rejects.toThrow(
        'autre.xml:1: particuliers/F1 is also in F1.xml',
      );
    });

    it('is refused when it nests without end', async () => {
      await expect(ids(xml({ 'F1.xml': `<Publication ID="F1">${'<Liste>'.repeat(100_000)}` }))).rejects.toThrow(
        'elements nest deeper than 200',
      );
    });

    it('is refused when a file is of 200 MB, before it is read into memory', async () => {
      writeFiles(folder, { 'F1.xml': '<Publication ID="F1"><Texte>' });
      truncateSync(join(folder, 'F1.xml'), 200 * 1024 ** 2);
      const before = process.memoryUsage().rss;
      await expect(ids()).rejects.toThrow(/^F1\.xml/);
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
      writeFileSync(join(folder, 'F1.xml'), `<Publication ID="F1">${'<Texte>x</Texte>'.repeat(5_000_000)}`);
      await expect(ids()).rejects.toThrow(/^F1\.xml:1: (?:larger than 64 MB|more than 500000 elements)/);
    });
  });

  describe('in an archive', () => {
    it('is refused when a name leads out of it', async () => {
      await expect(ids(archive(entry('../../F1.xml', xmlOf(fiche('F1')))))).rejects.toThrow(/^vdd\.zip: .*\.\.\/\.\.\/F1\.xml/);
    });

    it('is refused when an entry unpacks to more than 64 MB, whatever it declares', async () => {
      const zeros = Buffer.alloc(65 * 1024 ** 2, ' ');
      await expect(ids(archive({ name: 'F1.xml', data: zeros }))).rejects.toThrow('F1.xml: larger than 64 MB');
      await expect(ids(archive({ name: 'F1.xml', data: zeros, declared: 1000 }))).rejects.toThrow(/^F1\.xml: .*too many bytes/);
    });

    it('is refused when it unpacks to more than 1 GB, or has more than 20,000 entries', async () => {
      const large = Array.from({ length: 20 }, (_, at) => ({ name: `F${at}.xml`, data: Buffer.from('x'), declared: 60 * 1024 ** 2 }));
      await expect(ids(archive(...large))).rejects.toThrow('larger than 1 GB when unpacked');
      const many = Array.from({ length: 20_001 }, (_, at) => entry(`F${at}.xml`, ''));
      await expect(ids(archive(...many))).rejects.toThrow('more than 20000 entries');
    });

    it('is refused when it is broken or cut short', async () => {
      writeFiles(folder, { 'vdd.zip': 'PK not an archive' });
      await expect(ids(join(folder, 'vdd.zip'))).rejects.toThrow(/^vdd\.zip: /);
      const path = archive(entryOf(fiche('F1')), entryOf(fiche('F2')));
      truncateSync(path, 300);
      await expect(ids(path)).rejects.toThrow(/^vdd\.zip: /);
    });
  });

  it('is refused where there is nothing to import', async () => {
    await expect(ids(join(all, 'nowhere'))).rejects.toThrow('nothing at');
    await expect(ids(archive(entry('menu.xml', '<Menu/>')))).rejects.toThrow('no page to import');
  });
});
