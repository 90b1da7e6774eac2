import type { Command } from 'commander';
import type { Ground } from '../../platform/platform.module.js';
import { contentOn } from '../content-on.js';
import { readContent } from '../read-content.js';
import { contentFiles } from '../read-folder.js';
import { INSTALLATION } from '../seed.js';
import { figuresOf, ficheLines, themeLines, wholeFiche } from './lines.js';
import { reviewWords, type FicheReview, type Pair } from './review.js';

interface Options {
  fiche?: string;
  theme?: string;
  installed: boolean;
  json: boolean;
}

/** `review-words`: what is said for each article, looked over. */
export function registerReviewWords(program: Command, within: (work: (ground: Ground) => Promise<void>) => Promise<void>): void {
  program
    .command('review-words [folder]')
    .description('show, for each article, how its utterances are said, which repeat each other and which another article says as well')
    .option('--fiche <id>', 'this article, line by line')
    .option('--theme <file>', 'this file of intents/, for example packs/service-public/argent')
    .option('--installed', 'take titles from the articles that this installation holds, too', false)
    .option('--json', 'as JSON', false)
    .action(async (folder: string = INSTALLATION, options: Options) => {
      if (!options.installed) return print(folder, options, new Map());
      return within(async (ground) => print(folder, options, await titlesOn(ground)));
    });
}

async function titlesOn(ground: Ground): Promise<ReadonlyMap<string, string>> {
  return new Map((await contentOn(ground).store.articles()).map(({ id, title }) => [id, title]));
}

function print(folder: string, { fiche, theme, json }: Options, titles: ReadonlyMap<string, string>): void {
  const { fiches } = reviewWords(readContent(contentFiles(folder)), titles);
  const asked = fiches.filter(
    (review) => (fiche === undefined || review.fiche.id === fiche) && (theme === undefined || isTheme(review.fiche.theme, theme)),
  );
  if (asked.length === 0) throw new Error(`no utterances for ${[fiche, theme].filter((each) => each !== undefined).join(' in ')}`);
  if (json) console.log(JSON.stringify({ themes: figuresOf(asked), fiches: asked.map(asJson) }, null, 2));
  else
    for (const line of fiche === undefined ? [...ficheLines(asked), '', ...themeLines(asked)] : asked.flatMap(wholeFiche))
      console.log(line);
}

/** « argent », « argent.yml » and the whole path alike. */
function isTheme(theme: string, asked: string): boolean {
  const name = asked.replace(/^intents\//, '').replace(/\.yml$/, '');
  return theme === name || theme.endsWith(`/${name}`);
}

function asJson({ fiche: { id, theme, place, title: text }, lines, styles, title, template, repeats, overlaps }: FicheReview): object {
  const pairs = (list: readonly Pair[]) =>
    list.map(({ score, one, other }) => ({
      score,
      text: one.text,
      ...one.place(),
      other: { fiche: other.fiche.id, text: other.text, ...other.place() },
    }));
  return {
    id,
    theme,
    ...place,
    ...(text !== undefined && { title: text }),
    lines: lines.length,
    styles,
    ...(title && { titleShare: title.share, synonyms: title.synonyms }),
    ...(template && { template: { words: template.words, lines: template.lines.length } }),
    repeats: pairs(repeats),
    overlaps: pairs(overlaps),
  };
}
