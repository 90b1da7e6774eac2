import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, guichet, removeFolder, temporaryFolder, type TestDatabase } from '../harness/index.js';
import { ROOT } from '../harness/imports.js';

const QUESTIONS = 150;
const TIMES = 1000;

/** Labelled questions of the tuning half, then one question a thousand times over. */
function batch(): string {
  const labelled = readFileSync(join(ROOT, 'knowledge-base', 'questions', 'tune', 'questions.jsonl'), 'utf8')
    .split('\n')
    .slice(0, QUESTIONS);
  const once = labelled.map((line) => JSON.parse(line) as { id: string; q: string }).map(({ id, q }) => ({ id, q }));
  const again = Array.from({ length: TIMES }, (_, time) => ({
    id: `again-${time}`,
    q: 'on m’a piqué mon sac avec tous mes papiers, je commence par quoi ?',
  }));
  return [...once, ...again].map((line) => JSON.stringify(line)).join('\n');
}

describe('the same question gets the same answer', () => {
  const folders = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
  const input = batch();
  let database: TestDatabase;
  let first: string;

  const ask = async (folder: string, settings: Record<string, string> = {}): Promise<string> => {
    const ended = await guichet(['ask', '--batch', '--at', '2026-11-22'], { GUICHET_DATA: folder, ...settings }, input);
    expect(ended.code).toBe(0);
    return ended.stdout;
  };

  beforeAll(async () => {
    database = await createDatabase();
    first = await ask(folders[0]!);
  }, 180_000);
  afterAll(async () => {
    await database.drop();
    folders.forEach(removeFolder);
  });

  it('a thousand times over', () => {
    const lines = first.trim().split('\n');
    expect(lines).toHaveLength(QUESTIONS + TIMES);
    const answers = lines.slice(QUESTIONS).map((line) => ({ ...(JSON.parse(line) as object), id: '' }));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('after a restart', async () => {
    expect(await ask(folders[0]!)).toBe(first);
  }, 180_000);

  it('in another process that filled a data folder of its own', async () => {
    expect(await ask(folders[1]!)).toBe(first);
  }, 180_000);

  it('on PostgreSQL', async () => {
    expect(await ask(folders[2]!, { GUICHET_DATABASE_URL: database.url })).toBe(first);
  }, 180_000);
});
