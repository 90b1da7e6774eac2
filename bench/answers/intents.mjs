// How well are intents learnt from a file, how well is the rest refused, and in how much CPU?
//   node bench/answers/intents.mjs [<learnt.jsonl> <evaluated.jsonl>]
// Without files, on the stand-in of english-intents.mjs: 15,000 utterances of 150 intents. CPU is that of the whole command with its thread.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { guichet, temporaryFolder } from '../transport/processes.mjs';
import { englishIntents } from './english-intents.mjs';

const folder = temporaryFolder();
const [learnt, evaluated] = process.argv.length > 3 ? process.argv.slice(2) : written(englishIntents());
console.log((await guichet(folder, ['train', '--intents', learnt, '--evaluate', evaluated])).trim());

function written({ learn, evaluate }) {
  return Object.entries({ learn, evaluate }).map(([name, examples]) => {
    const path = join(folder, `${name}.jsonl`);
    writeFileSync(path, examples.map((each) => `${JSON.stringify(each)}\n`).join(''));
    return path;
  });
}
