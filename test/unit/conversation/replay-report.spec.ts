import { describe, expect, it } from '@jest/globals';
import type { AnswerBody } from '../../../src/contract/index.js';
import { openingMemory, type Reply } from '../../../src/dialogue/index.js';
import type { ConversationRow } from '../../../src/conversation/index.js';
import { differencesOf } from '../../../src/conversation/replay/differences.js';
import type { ReplayedAnswer } from '../../../src/conversation/replay/replay.js';
import { exitCodeOf, reportOf, reportText } from '../../../src/conversation/replay/report.js';

const body: AnswerBody = {
  outcome: 'answered',
  blocks: [{ type: 'paragraph', inlines: [{ type: 'text', text: 'Le timbre coûte 86 €.' }] }],
  article: { id: 'passeport', title: 'Passeport' },
  why: { terms: ['zéphyrine'], confidence: 0.9, snapshot: 's1' },
};
const rebuilt: Reply = {
  body,
  memory: openingMemory('fr'),
  effects: [],
  trace: {
    outcome: 'answered',
    article: 'passeport',
    confidence: 0.9,
    candidates: [{ article: 'passeport', score: 0.8 }],
    passages: [],
    choices: [],
  },
};
const answer = (more: Partial<ReplayedAnswer> = {}): ReplayedAnswer => ({
  seq: 3,
  at: '2026-11-22T10:00:00.000Z',
  outcome: 'answered',
  snapshot: 's1',
  code: '1.0.0+a',
  verdict: 'equal',
  differences: [],
  rebuilt,
  ...more,
});
const conversation = { id: 'c1', site: 'demo' } as ConversationRow;
const telling = { code: '1.0.0+a', published: new Map([['s1', '2026-11-20T08:00:00.000Z']]), show: false };
const report = (answers: ReplayedAnswer[], memoryEqual?: boolean, show = false) =>
  reportOf(conversation, { answers, ...(memoryEqual !== undefined && { memoryEqual }) }, { ...telling, show });

describe('what differs between two answers', () => {
  it('is nothing for the same values, whatever the order of their keys', () => {
    expect(differencesOf({ a: [1, { b: null }], c: 'x' }, { c: 'x', a: [1, { b: null }] })).toEqual([]);
  });

  it('is told by its place, with what stands there', () => {
    expect(differencesOf({ article: { id: 'a' }, n: 1 }, { article: { id: 'b' }, m: [2] })).toEqual([
      { path: 'article.id', given: 'a', rebuilt: 'b' },
      { path: 'n', given: '1' },
      { path: 'm', rebuilt: '[2]' },
    ]);
  });

  it('shows of a long text the part where it begins to differ', () => {
    const long = 'mot '.repeat(100);
    const [difference] = differencesOf({ text: `${long}fin` }, { text: `${long}autre` });
    expect(difference).toEqual({ path: 'text', given: '…mot mot mot mot mot fin', rebuilt: '…mot mot mot mot mot autre' });
  });

  it('never shows the words of the question that matched', () => {
    const found = differencesOf({ why: { terms: ['zéphyrine'] } }, { why: { terms: ['autre', 'mot'] } });
    expect(found).toEqual([{ path: 'why.terms[0]' }, { path: 'why.terms[1]' }]);
  });
});

describe('the report of a replay', () => {
  it('ends with 0 when all came out as given, 2 when something differs, 3 when something cannot be told', () => {
    const otherwise = answer({ verdict: 'differs', differences: [{ path: 'outcome', given: 'a', rebuilt: 'b' }] });
    const hidden = answer({ verdict: 'unknown', because: 'erased' });
    expect(exitCodeOf(report([answer()], true))).toBe(0);
    expect(exitCodeOf(report([], true))).toBe(0);
    expect(exitCodeOf(report([answer(), otherwise, hidden]))).toBe(2);
    expect(exitCodeOf(report([answer(), hidden]))).toBe(3);
    expect(exitCodeOf(report([answer()], false))).toBe(2);
  });

  it('names the snapshot with its date, and another code where there was one', () => {
    const same = reportText(report([answer()], true));
    expect(same).toContain('snapshot s1 of 2026-11-20T08:00:00.000Z');
    expect(same).not.toContain('other code');
    const other = report([answer({ code: '0.9.0+b' }), answer({ code: null })]);
    expect(other.answers.map(({ otherCode }) => otherCode)).toEqual([true, null]);
    expect(reportText(other)).toMatch(/given by other code: 0\.9\.0\+b\n[^]*code not stored/);
  });

  it('shows the rebuilt answer and its ranking when asked, without the words of the question', () => {
    expect(report([answer()], true).answers[0]).not.toHaveProperty('rebuilt');
    const shown = report([answer()], true, true);
    expect(reportText(shown)).toMatch(/\| Le timbre coûte 86 €\.\n {4}confidence 0\.900\n {5}1 {2}0\.8000 {2}passeport\n/);
    expect(JSON.stringify(shown)).not.toContain('zéphyrine');
  });

  it('prints a dozen differences of an answer and counts the others', () => {
    const differences = Array.from({ length: 15 }, (_, at) => ({ path: `blocks[${at}]`, given: 'a' }));
    const text = reportText(report([answer({ verdict: 'differs', differences })]));
    expect(text).toContain('blocks[11]: a → (nothing)');
    expect(text).toContain('… and 3 more');
    expect(text).not.toContain('blocks[12]');
  });
});
