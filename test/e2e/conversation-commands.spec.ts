import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { citizen, startService, until, type Service } from '../harness/index.js';

const BATCH = [
  { id: 'a', q: 'bonjour' },
  { id: 'b', turns: [{ q: 'je veux parler à quelqu’un' }, { q: 'merci' }] },
  { id: 'c', q: '' },
  { id: 'd', q: 'mon numéro est 1 85 05 78 006 084 91' },
]
  .map((item) => JSON.stringify(item))
  .join('\n');

describe('the commands, beside a running service', () => {
  let service: Service;
  beforeAll(async () => {
    service = await startService();
  }, 60_000);
  afterAll(() => service.close());

  it('answer a batch with one line a turn, the same at every run', async () => {
    const first = await service.command(['ask', '--batch'], `${BATCH}\n`);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    const lines = first.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ id, turn }) => `${String(id)}/${String(turn)}`)).toEqual(['a/0', 'b/0', 'b/1', 'c/0', 'd/0']);
    for (const line of lines)
      expect(line).toEqual({
        id: expect.any(String),
        turn: expect.any(Number),
        outcome: expect.stringMatching(/^(answered|clarified|small-talk|handed-off|emergency|declined|rephrase)$/),
        article: line['article'] === null ? null : expect.any(String),
        confidence: expect.any(Number),
        candidates: expect.any(Array),
        passages: expect.any(Array),
        choices: expect.any(Array),
      });
    expect(lines[1]).toMatchObject({ outcome: 'handed-off' });
    expect((await service.command(['ask', '--batch'], `${BATCH}\n`)).stdout).toBe(first.stdout);
  }, 60_000);

  it('say in one line what is wrong', async () => {
    for (const [args, input, said] of [
      [['ask', '--batch'], '{oops\n', /^guichet: ask --batch: line 1 is not JSON\n$/],
      [['ask'], '', /^guichet: ask: give a question, or --batch\n$/],
      [['ask', 'bonjour', '--at', 'demain'], '', /^guichet: --at: demain is not a date\n$/],
      [['evaluate', '/nulle-part'], '', /^guichet: evaluate: no labelled questions in \/nulle-part\n$/],
      [['erase', 'x'], '', /^guichet: erase: no conversation with this id\n$/],
      [['access', 'x'], '', /^guichet: access: no conversation with this id\n$/],
      [['replay', 'x'], '', /^guichet: replay: no conversation with this id\n$/],
    ] as const) {
      const { code, stdout, stderr } = await service.command([...args], input);
      expect({ args, code, stdout, said: said.test(stderr) ? '' : stderr }).toEqual({ args, code: 1, stdout: '', said: '' });
    }
  }, 90_000);

  it('show a person all that is kept and take it back, and an open screen learns of it', async () => {
    const zoe = await citizen(service.url);
    await zoe.say('je m’appelle Zéphyrine');
    const access = await service.command(['access', zoe.conversationId]);
    expect({ code: access.code, stderr: access.stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.stringify(JSON.parse(access.stdout))).toContain('Zéphyrine');
    expect((await service.command(['erase', zoe.conversationId])).code).toBe(0);
    expect((await service.command(['access', zoe.conversationId])).stdout).not.toContain('Zéphyrine');
    const last = (await zoe.log()).at(-1)!.seq;
    await until('the head of the erased conversation', () => zoe.socket.heads.some(({ seq }) => seq === last), 15_000);
    await zoe.close();
  }, 60_000);

  it('rebuild past answers while the service runs, without a word of the citizen', async () => {
    const lou = await citizen(service.url);
    await lou.say('bonjour de la part de Zéphyrine');
    await lou.say('je veux parler à quelqu’un');
    const text = await service.command(['replay', lou.conversationId, '--show']);
    expect({ code: text.code, stderr: text.stderr }).toEqual({ code: 0, stderr: '' });
    expect(text.stdout).toMatch(/^2 answers: 2 as given, 0 otherwise, 0 that cannot be told; what is remembered at the end: as stored$/m);
    expect(text.stdout.toLowerCase()).not.toContain('zéphyrine');
    const { stdout } = await service.command(['replay', lou.conversationId, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      conversation: lou.conversationId,
      equal: 2,
      memoryEqual: true,
      answers: [
        { seq: 3, verdict: 'equal', otherCode: false, snapshot: expect.any(String), publishedAt: expect.any(String) },
        { outcome: 'handed-off' },
      ],
    });
    await service.command(['erase', lou.conversationId]);
    const erased = await service.command(['replay', lou.conversationId]);
    expect({ code: erased.code, stderr: erased.stderr }).toEqual({ code: 3, stderr: '' });
    expect(erased.stdout).toContain('the words were taken back');
    await lou.close();
  }, 90_000);

  it('explain an answer: words, runner-up, confidence, source, date, snapshot, code', async () => {
    const { code, stdout } = await service.command(['ask', 'bonjour', '--explain']);
    expect(code).toBe(0);
    const names = stdout
      .split('\n')
      .map((line) => /^(\S+) {2,}\S/.exec(line)?.[1])
      .filter((name) => name !== undefined);
    expect(names).toEqual(
      expect.arrayContaining(['outcome', 'article', 'confidence', 'terms', 'runner-up', 'source', 'date', 'snapshot', 'code']),
    );
    expect(stdout).toMatch(/^snapshot +[0-9a-f]{32} of \d{4}-\d\d-\d\dT/m);
  }, 60_000);

  it('find the invariants whole', async () => {
    const { code, stdout } = await service.command(['verify']);
    expect({ code, broken: stdout.split('\n').filter((line) => line.startsWith('BROKEN')) }).toEqual({ code: 0, broken: [] });
  }, 30_000);
});
