// What the benches of answers share: the shipped content, a snapshot of it, the labelled questions, and one turn asked.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitContent } from '../../dist/knowledge/fit-content.js';
import { ofCorpus } from '../../dist/knowledge/content-file.js';
import { contentOf, readContent } from '../../dist/knowledge/read-content.js';
import { contentFiles } from '../../dist/knowledge/read-folder.js';
import { openingMemory, reply } from '../../dist/dialogue/index.js';
import { buildSnapshot } from '../../dist/matching/index.js';

const root = process.env.GUICHET_CONTENT ?? process.cwd();

/** What an empty installation is filled with: the labels of the official corpus come with the corpus only. */
export const content = () => fitContent(contentOf(readContent(contentFiles(root).filter(({ path }) => !ofCorpus(path)))));
export const snapshot = () => buildSnapshot(content());

/** The lines of `knowledge-base/questions/<split>/<name>.jsonl`. */
export function labelled(split, name) {
  const path = join(root, 'knowledge-base', 'questions', split, `${name}.jsonl`);
  return existsSync(path) ? linesOf(path) : [];
}
export const linesOf = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

const service = (id, name) => ({ id, name, open: true });
export const context = {
  now: '2026-11-22T10:00:00.000Z',
  lang: 'fr',
  site: {
    key: 'demo',
    name: 'Valclair',
    services: [service('accueil', 'Accueil'), service('etat-civil', 'État civil')],
    defaultService: 'accueil',
  },
  botOn: true,
};
/** One turn of a conversation, by the function that the gateway calls. */
export const ask = (published, text, memory = openingMemory('fr')) => reply(published, memory, { text }, context);
export const split = process.argv.includes('--split') ? process.argv[process.argv.indexOf('--split') + 1] : 'tune';
export const share = (hits, all) => (all === 0 ? '–' : (hits / all).toFixed(3));
