// What does a turn cost, and can a message be made to cost more? CPU a turn of the tuning questions, then messages of 4,000 characters.
//   node bench/answers/speed.mjs
import { openingMemory } from '../../dist/dialogue/index.js';
import { maskPersonalData } from '../../dist/masking/index.js';
import { ask, labelled, snapshot } from './labelled.mjs';

const published = snapshot();
const questions = labelled('tune', 'questions').map(({ q }) => q);
const within = { ...openingMemory('fr'), topic: 'passeport-majeur', asked: 'combien coûte un passeport' };
for (const [name, memory] of [
  ['first turn', openingMemory('fr')],
  ['later turn', within],
]) {
  for (const q of questions) ask(published, q, memory);
  const before = process.cpuUsage();
  for (const q of questions) ask(published, q, memory);
  const { user, system } = process.cpuUsage(before);
  console.log(`${name}: ${((user + system) / 1000 / questions.length).toFixed(2)} ms of CPU`);
}
const LONG = 4000;
const filled = (text) => text.repeat(Math.ceil(LONG / text.length)).slice(0, LONG);
let state = 7;
const noise = (letters) =>
  Array.from({ length: LONG }, () => letters[(state = (state * 1103515245 + 12345) % 2147483648) % letters.length]).join('');
const hostile = {
  'one word': filled('a'),
  'noise words': noise('abcdefghijklmnopqrstuvwxyz     '),
  'noise digits': noise('0123456789 '),
  'digit, space': filled('1 '),
  'at signs': filled('@a.'),
  elisions: filled("l'"),
  'combining marks': filled('e\u0301\u0301\u0301'),
  'IBAN starts': filled('FR76 '),
  'phone starts': filled('+33 '),
  misspellings: filled('licensiemant passeporrt '),
  ages: filled('8 ans '),
  names: filled('de Bordo '),
  questions: filled(questions.join(' ')),
};
for (const [name, text] of Object.entries(hostile)) {
  const before = process.cpuUsage();
  ask(published, maskPersonalData(text).text, within);
  const { user, system } = process.cpuUsage(before);
  console.log(`  ${name.padEnd(16)} ${((user + system) / 1000).toFixed(1)} ms of CPU`);
}
