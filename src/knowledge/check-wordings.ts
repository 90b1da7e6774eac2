import type { Problem } from '../contract/index.js';
import { fold, normalise, wordsOf } from '../language/index.js';
import type { Intent } from '../matching/content.js';
import { kindOf } from './content-file.js';
import { unique } from './check-articles.js';
import type { Report } from './check-content.js';
import type { Place } from './problems.js';
import type { Located, ReadContent } from './read-content.js';

/** An article that fewer wordings lead to is not found in citizens' words. */
const FEWEST_WORDINGS = 12;

/** Two utterances are the same when they differ by accents, capitals, punctuation or spaces only. */
export const sameWording = (text: string): string => wordsOf(normalise(text)).map(fold).join(' ');

/** What leads where must be said once: one utterance in two intents teaches the matcher a coin toss. */
export function checkWordings(read: ReadContent, report: Report): void {
  unique(read.intents, 'intention', report);
  unique(read.packs, 'formulations de', report);
  const said = new Map<string, { intent: Intent; place: () => Place }>();
  for (const { value: intent, at } of read.intents) {
    intent.examples.forEach((text, index) => {
      const key = sameWording(text);
      const other = said.get(key);
      const place = () => at(['examples', index]);
      const tell = (severity: Problem['severity'], code: string, message: string) =>
        report(severity, code, message, { place: place(), ...ownerOf(intent) });
      if (key === '') tell('warning', 'wording', `formulation sans aucun mot : « ${text} »`);
      else if (other === undefined) said.set(key, { intent, place });
      else if (other.intent.id === intent.id) tell('warning', 'duplicate-wording', `formulation répétée : « ${text} »`);
      else {
        const { file, line } = other.place();
        tell('error', 'duplicate-wording', `« ${text} » est aussi dans « ${other.intent.id} » (${file}:${line})`);
      }
    });
  }
  for (const located of read.intents) checkNearMisses(located, said, report);
  countWordings(read, report);
}

const ownerOf = ({ article }: Intent) => (article === undefined ? {} : { article });

function checkNearMisses({ value: intent, at }: Located<Intent>, said: Map<string, { intent: Intent }>, report: Report): void {
  intent.nearMisses.forEach(({ text, article }, index) => {
    const other = said.get(sameWording(text))?.intent;
    if (other === undefined) return;
    const where = { place: at(['near-misses', index]), ...ownerOf(intent) };
    if (other.id === intent.id)
      report('error', 'near-miss', `« ${text} » est à la fois une formulation et une formulation voisine de « ${intent.id} »`, where);
    else if (article !== undefined && other.article !== article)
      report('warning', 'near-miss', `« ${text} » est dite mener à « ${article} », mais c'est une formulation de « ${other.id} »`, where);
  });
}

function countWordings(read: ReadContent, report: Report): void {
  const counts = new Map<string, number>();
  for (const { value } of read.intents)
    if (value.article !== undefined) counts.set(value.article, (counts.get(value.article) ?? 0) + value.examples.length);
  for (const { value: article, place } of read.articles) {
    // An official corpus is found by its own words; its pack adds to them.
    if (kindOf(place.file) === 'tree') continue;
    const count = counts.get(article.id) ?? 0;
    if (count < FEWEST_WORDINGS)
      report(
        'warning',
        'few-wordings',
        `${count} formulation${count > 1 ? 's' : ''} mène${count > 1 ? 'nt' : ''} à cet article ; ${FEWEST_WORDINGS} au moins`,
        {
          place,
          article: article.id,
        },
      );
  }
}
