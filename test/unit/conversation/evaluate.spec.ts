import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { answerBatch, type BatchItem, type ReplyLine } from '../../../src/conversation/evaluate/batch.js';
import { accepts, passageOf } from '../../../src/conversation/evaluate/judge.js';
import { evaluate } from '../../../src/conversation/evaluate/report.js';
import { riskCurve } from '../../../src/conversation/evaluate/risk-curve.js';
import { auroc, calibrationError, interval, type Judged } from '../../../src/conversation/evaluate/statistics.js';

const line = (more: Partial<ReplyLine> = {}): ReplyLine => ({
  id: 'x',
  turn: 0,
  outcome: 'answered',
  article: 'a',
  confidence: 0.9,
  candidates: [{ article: 'a', score: 1 }],
  passages: [],
  choices: [],
  ...more,
});

describe('the figures of an evaluation', () => {
  it('takes an id without an audience for one of individuals', () => {
    expect(accepts(['F1'], 'particuliers/F1')).toBe(true);
    expect(accepts(['particuliers/F1'], 'associations/F1')).toBe(false);
    expect(accepts(['F1'], null)).toBe(false);
  });

  it('gives 1 when every right one is surer than every wrong one, and one half to chance', () => {
    expect(
      auroc([
        [0.9, true],
        [0.8, true],
        [0.1, false],
      ]),
    ).toBe(1);
    expect(
      auroc([
        [0.5, true],
        [0.5, false],
      ]),
    ).toBe(0.5);
    expect(auroc([[0.5, true]])).toBeNull();
  });

  it('counts the pairs that are in order, ties half', () => {
    const judged = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.boolean()), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(judged, (all) => {
        const right = all.filter(([, is]) => is);
        const wrong = all.filter(([, is]) => !is);
        if (right.length === 0 || wrong.length === 0) return expect(auroc(all as Judged[])).toBeNull();
        const won = right.flatMap(([r]) => wrong.map(([w]) => (r > w ? 1 : r === w ? 0.5 : 0))).reduce<number>((a, b) => a + b, 0);
        expect(auroc(all as Judged[])!).toBeCloseTo(won / (right.length * wrong.length), 10);
      }),
    );
  });

  it('finds no error where confidence equals what happened', () => {
    expect(
      calibrationError([
        [1, true],
        [1, true],
        [0, false],
        [0, false],
      ]),
    ).toBe(0);
    expect(calibrationError(Array.from({ length: 10 }, () => [1, false] as const))).toBeCloseTo(1, 10);
  });

  it('bounds a share by an interval that holds it', () => {
    const [low, high] = interval(97, 100)!;
    expect(low).toBeGreaterThan(0.91);
    expect(high).toBeLessThan(0.99);
    expect(interval(0, 0)).toBeNull();
  });

  it('does not count what stands behind 900 characters as shown', () => {
    expect(passageOf(line({ passages: ['Coût : 86 €'] }), ['86 €']).holds).toBe(true);
    expect(passageOf(line({ passages: [`${'x'.repeat(900)} 86 €`] }), ['86 €']).holds).toBe(false);
  });

  it('counts an answered message out of scope as a wrong answer', () => {
    const { report, judged } = evaluate(
      {
        questions: [{ id: 'q', q: 'carte', expected: ['a'], style: 'plain' }],
        outOfScope: [{ id: 'o', q: 'météo', kind: 'offtopic', behaviour: 'decline' }],
        sections: [],
        dialogues: [],
      },
      (item) => [line({ id: item.id })],
    );
    expect(report).toMatchObject({ answers: { n: 2, precision: 0.5 }, inScope: { coverage: 1 }, outOfScope: { notAnswered: 0 } });
    expect(judged.map(([, right]) => right)).toEqual([true, false]);
  });

  it('draws risk against coverage, with the gate where its threshold stands', () => {
    const drawn = riskCurve(
      [
        [0.9, true],
        [0.8, true],
        [0.4, false],
        [0.2, false],
      ],
      0.5,
    );
    expect(drawn).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    // Two of four answered and none wrong: half way to the right, at the bottom.
    expect(drawn).toContain('<circle cx="320.0" cy="344.0"');
    expect(/points="([^"]*)"/.exec(drawn)![1]!.split(' ')).toHaveLength(4);
  });
});

describe('a batch', () => {
  const asked: BatchItem[] = [];
  const run = async (lines: string[]) => {
    asked.length = 0;
    let out = '';
    for await (const text of answerBatch(lines, (item) => {
      asked.push(item);
      return [line({ id: item.id })];
    }))
      out += text;
    return out;
  };

  it('answers each line in the order it came and skips empty ones', async () => {
    const out = await run(['{"id":"2","q":"b"}', '', '{"id":"1","turns":[{"q":"a"}]}']);
    expect(
      out
        .trim()
        .split('\n')
        .map((text) => (JSON.parse(text) as { id: string }).id),
    ).toEqual(['2', '1']);
  });

  it('says which line is not in the format', async () => {
    await expect(run(['{"id":"1","q":"a"}', '{oops'])).rejects.toThrow('line 2 is not JSON');
    await expect(run(['{"id":"1"}'])).rejects.toThrow('line 1 is neither');
  });
});
