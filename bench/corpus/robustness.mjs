/**
 * What does haste cost? Right article first, of the same questions without accents, shouted, with a typo in every eight words.
 *
 *   node bench/corpus/robustness.mjs <installation> <folder of labelled questions>
 *
 * An installation is a folder that holds `data`, as bench/corpus/run.mjs makes two in its --work folder.
 */
import { accepts } from '../../dist/conversation/evaluate/judge.js';
import { readLabelled } from '../../dist/conversation/evaluate/labelled.js';
import { read, searching } from './engines/guichet.mjs';
import { storedSnapshot } from './texts.mjs';
import { WAYS } from './typos.mjs';

const [folder, questionsFolder] = process.argv.slice(2);
if (questionsFolder === undefined) throw new Error('robustness: <installation> <folder of labelled questions>');
const { questions } = readLabelled(questionsFolder);
const search = searching(read(await storedSnapshot(folder)));

const texts = questions.map(({ q }) => q);
const firstOf = (asked) => asked.filter((text, at) => accepts(questions[at].expected, search(text)[0] ?? null)).length / asked.length;
const asWritten = firstOf(texts);
console.log(
  `| ${questions.length} questions | R@1 | lost | at most | met |\n|---|---|---|---|---|\n| as written | ${asWritten.toFixed(3)} | | | |`,
);
for (const { name, most, of } of WAYS) {
  const found = firstOf(of(texts));
  const lost = asWritten - found;
  // Half a question more or less is the same number of questions.
  const met = lost <= most + 0.5 / texts.length;
  console.log(`| ${name} | ${found.toFixed(3)} | ${lost.toFixed(3)} | ${most} | ${met ? 'yes' : '**no**'} |`);
}
