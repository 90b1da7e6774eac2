import * as fc from 'fast-check';

/** Looked for in every refusal: nothing that was sent may come back. */
export const CANARY = 'canari-9f3a';

const LONE = '\ud83d';
/** Values that break programs, besides those that fast-check finds by itself. */
const STRANGE: unknown[] = [
  null,
  undefined,
  true,
  0,
  -0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  2_147_483_648,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  '0',
  'null',
  '__proto__',
  'constructor',
  '\u0000',
  `${CANARY}\u0000`,
  LONE,
  `${LONE}${CANARY}`,
  '\u{e0041}\u{e0042}',
  '\u202e\u2066',
  'a\u0301'.repeat(500),
  '%00%0a%0d',
  "'; DROP TABLE event; --",
  '<script>alert(1)</script>',
  '${7*7}{{7*7}}',
  '../../../etc/passwd',
  'A'.repeat(22),
  'x'.repeat(4001),
  `${CANARY} `.repeat(900),
  [],
  [[]],
  {},
  { $ne: null },
  { length: 1e9 },
  { toString: 1, valueOf: 1 },
  JSON.parse(`{"then": "${CANARY}"}`),
  { ok: true, code: CANARY, stack: CANARY },
];

/** Objects whose keys are names that JavaScript itself uses, as JSON would make them. */
const polluting = fc
  .constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty')
  .map((key) => JSON.parse(`{"${key}": {"polluted": "${CANARY}", "isAdmin": true, "role": "admin"}}`) as unknown);
const nested = fc.integer({ min: 2, max: 1000 }).map((depth) => {
  let value: unknown = CANARY;
  for (let i = 0; i < depth; i++) value = i % 2 ? [value] : { a: value };
  return value;
});
const wide = fc.integer({ min: 100, max: 2000 }).map((n) => Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, i])));

/** Anything that can be said in JSON, mostly what should not be. */
export const oddity: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...STRANGE) },
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: polluting },
  { weight: 1, arbitrary: nested },
  { weight: 1, arbitrary: wide },
);

/** A value that fits but for one or two places: what reaches further than plain nonsense. */
export const almost = (right: Record<string, unknown>): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 2, arbitrary: oddity },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...Object.keys(right), 'seq', 'assignee', 'role', '__proto__'), oddity)
        .map(([key, value]) => Object.defineProperty({ ...right }, key, { value, enumerable: true, configurable: true, writable: true })),
    },
    { weight: 1, arbitrary: fc.subarray(Object.keys(right)).map((keys) => Object.fromEntries(keys.map((key) => [key, right[key]]))) },
    { weight: 1, arbitrary: fc.constant(right) },
  );

/** How a program is built inside: a stack, a path, a library's own words. No answer may hold any of it. */
export const INSIDES =
  /\bat .+:\d+:\d+|node_modules|\/dist\/|\.ts\b|SQLITE_|SqliteError|QueryFailed|ZodError|TypeError|RangeError|polluted/;
/** What no refusal may hold: the insides, and what was sent. */
export const REVEALING = new RegExp(`${CANARY}|${INSIDES.source}`);

/** The text without lone surrogates, which no URL can carry. */
export const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** The seed of this run: printed, and handed back by GUICHET_TEST_SEED to see a failure again. */
export const seedOfRun = (): number => Number(process.env['GUICHET_TEST_SEED'] ?? Date.now() % 2_147_483_647);

/** So many cases at once, never more than `lanes` under way. */
export async function inLanes<T>(cases: T[], lanes: number, run: (one: T, lane: number) => Promise<void>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (next < cases.length) await run(cases[next++]!, lane);
    }),
  );
}
