import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { guichet, temporaryFolder } from '../../harness/index.js';

const lines = (examples: [text: string, intent: string][]) => examples.map(([text, intent]) => JSON.stringify({ text, intent })).join('\n');
const LEARN = lines([
  ['open an account', 'open'],
  ['i want a new account', 'open'],
  ['start an account for me', 'open'],
  ['close my account', 'close'],
  ['shut my account down', 'close'],
  ['i am leaving so close it', 'close'],
  ['where is the nearest branch', 'branch'],
  ['branch near me', 'branch'],
  ['find a branch in town', 'branch'],
  ['who won the war', 'oos'],
]);
const ASKED = lines([
  ['please open an account', 'open'],
  ['how tall is a giraffe', 'oos'],
  ['a branch « près d’ici »', 'branch'],
]);

describe('guichet train', () => {
  const folder = temporaryFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const train = (intents: string, evaluate: string, predictions: string) =>
    guichet(['train', '--intents', intents, '--evaluate', evaluate, '--predictions', predictions], {});
  let learn: string;
  let asked: string;
  beforeAll(() => {
    // Blank lines, Windows line ends and a byte order mark are what editors leave.
    learn = file('learn.jsonl', `\ufeff${LEARN.replaceAll('\n', '\r\n')}\r\n\r\n`);
    asked = file('asked.jsonl', `${ASKED}\n\n`);
  });

  it('predicts each evaluated line in its order, with the same bytes at every run', async () => {
    const [one, two] = [join(folder, 'one.jsonl'), join(folder, 'two.jsonl')];
    const first = await train(learn, asked, one);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(first.stdout)).toMatchObject({ learnt: 10, evaluated: 3, accuracy: 1, outOfScopeAuroc: 1 });
    const written = readFileSync(one, 'utf8');
    const rows = written
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map(({ text, intent }) => ({ text, intent }))).toEqual(ASKED.split('\n').map((line) => JSON.parse(line) as unknown));
    for (const row of rows) expect(Object.keys(row)).toEqual(['text', 'intent', 'predicted', 'confidence']);
    await train(learn, asked, two);
    expect(readFileSync(two, 'utf8')).toBe(written);
  }, 120_000);

  it.each([
    ['a line that is not JSON', `${LEARN}\n{"text"`, ':11 is not {"text", "intent"}'],
    ['a line without an intent', '{"text": "hello"}', ':1 is not {"text", "intent"}'],
    ['nothing', '\n\n', 'no example in'],
    ['one intent', lines([['open an account', 'open']]), 'two intents are needed at least'],
  ])(
    'says what is wrong with a file that holds %s',
    async (_, text, message) => {
      const predictions = join(folder, 'none.jsonl');
      const ended = await train(file('bad.jsonl', text), asked, predictions);
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain(message);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
      expect(() => readFileSync(predictions)).toThrow();
    },
    60_000,
  );
});
