import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { LEARNING, learnWords } from '../matching/learn-words.js';
import type { Content } from '../matching/content.js';
import type { WithContent } from './command-line.js';
import type { OpenContent } from './content-on.js';
import { examine } from './examine.js';
import { fitContent } from './fit-content.js';
import { readContentFolder } from './read-folder.js';
import { INSTALLATION } from './seed.js';
import { wordsText } from './words-file.js';

/** `learn-words`: word vectors out of what is said for the published articles and for those that come with Guichet. */
export function registerLearnWords(program: Command, withContent: WithContent): void {
  program
    .command('learn-words <file>')
    .description('learn what words lead to from the utterances of the published content, and write it as intents/words.fr.tsv is written')
    .action((file: string) => withContent((content) => learn(content, file)));
}

async function learn({ store }: OpenContent, file: string): Promise<void> {
  const { manifest } = await store.current();
  const published = examine(await store.filesOf(manifest)).content;
  const learned = learnWords(together(published, fitContent(readContentFolder(INSTALLATION).content)), LEARNING, (pass) =>
    console.error(`${pass} / ${LEARNING.passes}`),
  );
  writeFileSync(file, wordsText(learned));
  console.log(`${Object.keys(learned.rows).length} words of ${learned.dimensions} dimensions: ${file}`);
}

/** Both contents, what is published winning where both have it; in one order, since the order of pairs counts. */
function together(published: Content, shipped: Content): Content {
  const all = <T extends { id: string }>(a: readonly T[], b: readonly T[]): T[] =>
    [...new Map([...b, ...a].map((each) => [each.id, each])).values()].sort((x, y) => (x.id < y.id ? -1 : 1));
  return {
    ...published,
    articles: all(published.articles, shipped.articles),
    intents: all(published.intents, shipped.intents),
    lexicon: all(published.lexicon, shipped.lexicon),
  };
}
