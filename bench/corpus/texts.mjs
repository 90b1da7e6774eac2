/** The texts of an installation as every engine gets them, and its snapshot. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { contentOn } from '../../dist/knowledge/index.js';
import { examine } from '../../dist/knowledge/examine.js';
import { textOfBlocks } from '../../dist/matching/index.js';
import { Clock } from '../../dist/platform/clock.js';
import { readConfig } from '../../dist/platform/config.js';
import { Database } from '../../dist/platform/database.js';
import { Log } from '../../dist/platform/logging.js';
import { hashOfRooms } from '../../dist/platform/version.js';
import { schema } from '../../dist/schema.js';

async function within(folder, work) {
  const config = readConfig({ GUICHET_DATA: join(folder, 'data'), GUICHET_SEED: 'none' });
  const database = await Database.open(config, schema);
  try {
    return await work(contentOn({ config, database, clock: new Clock(), log: Log.at('error') }));
  } finally {
    await database.close();
  }
}

/** All that is published, read. */
export const contentOf = (folder) =>
  within(folder, async ({ store }) => {
    const { manifest } = await store.current();
    return examine(await store.filesOf(manifest)).content;
  });

/** The built snapshot as it is stored: its bytes, before anything reads them. */
export async function storedSnapshot(folder) {
  const id = await within(folder, ({ store }) => store.currentId());
  const shelf = join(folder, 'data', 'snapshots');
  const name = existsSync(shelf)
    ? readdirSync(shelf).find((each) => each === `${id}-${hashOfRooms(['language', 'matching'])}.bin`)
    : undefined;
  if (name === undefined) throw new Error(`no built snapshot in ${shelf}`);
  return { read: () => deserialize(readFileSync(join(shelf, name)).subarray(32)) };
}

/** One document an article that may answer: title, keywords, what citizens say, summary and headings, text. */
export function documentsOf({ articles, intents }) {
  const said = new Map();
  for (const { article, examples } of intents) if (article !== undefined) said.set(article, [...(said.get(article) ?? []), ...examples]);
  return articles
    .filter(({ guided }) => guided !== true)
    .map(({ id, title, keywords, summary, sections }) => ({
      id,
      title,
      keywords: keywords.join('\n'),
      utterances: (said.get(id) ?? []).join('\n'),
      summary: [summary, ...sections.map((section) => section.title)].join('\n'),
      text: sections.map(({ blocks }) => textOfBlocks(blocks)).join('\n'),
    }));
}
export const FIELDS = ['title', 'keywords', 'utterances', 'summary', 'text'];
/** What a word is worth in each: the weights of Guichet's own fields, given to the peers too. */
export const BOOST = { title: 3, keywords: 2.5, utterances: 2, summary: 1, text: 0.6 };
