import type { Article, Block, Case } from '../contract/index.js';
import type { Passage } from '../matching/index.js';

/**
 * Conditions of cases: a conjunction of « age>=18 » and « variable=value », judged by what the citizen said of oneself; those of an official corpus
 * are alternatives of conjunctions over the variables that its guided searches set.
 *
 * Three values, since not knowing is not « no »: a branch that is false is left out, one that is true is shown, one that is unknown is asked
 * about. « mineur » and « majeur » said in words bound the age without fixing it.
 *
 * « age>=60 and place=metropole » with {age: "adult"} → unknown; with {age: "64", place: "metropole"} → true
 * « T1=yes or T2=yes » with {T1: "no", T2: "yes"} → true; with {T1: "no"} → unknown
 */
export type Verdict = 'true' | 'false' | 'unknown';
const AGE = /^age(>=|<=|>|<)(\d+)$/;
const FACT = /^([a-z-]+|T\d+)=([a-z-]+)$/;
/** The corpus' « unless it is excluded » and « as long as nobody was asked ». */
const NOT_EXCLUDED = /^(T\d+)!=no$/;
const UNSET = /^(T\d+)=unset$/;
const MAJORITY = 18;
const OLDEST = 120;

type Facts = Readonly<Record<string, string>>;

export function judge(condition: string | undefined, facts: Facts): Verdict {
  if (condition === undefined) return 'unknown';
  const verdicts = condition.split(/\s+or\s+/).map((alternative) => judgeAll(alternative, facts));
  return verdicts.includes('true') ? 'true' : verdicts.every((verdict) => verdict === 'false') ? 'false' : 'unknown';
}

/** A branch: by what was said of oneself, and where that settles nothing by the corpus' own condition. */
export function judgeCase({ if: condition, when }: Pick<Case, 'if' | 'when'>, facts: Facts): Verdict {
  const said = judge(condition, facts);
  return said === 'unknown' ? judge(when, facts) : said;
}

/** The blocks that do not turn out to be for others: what nobody was asked about stays. */
export function forPerson(blocks: readonly Block[], facts: Facts): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (judge(block.when, facts) === 'false') return [];
    if (block.type === 'list') {
      const items = block.items.map((item) => forPerson(item, facts)).filter((item) => item.length > 0);
      return items.length > 0 ? [{ ...block, items }] : [];
    }
    if (block.type === 'callout') {
      const inside = forPerson(block.blocks, facts);
      return inside.length > 0 ? [{ ...block, blocks: inside }] : [];
    }
    return [block];
  });
}

/** Whether any of them stays. */
const someFor = (blocks: readonly Block[], facts: Facts): boolean =>
  blocks.some((block) => {
    if (judge(block.when, facts) === 'false') return false;
    if (block.type === 'list') return block.items.some((item) => someFor(item, facts));
    return block.type === 'callout' ? someFor(block.blocks, facts) : true;
  });

function judgeAll(conjunction: string, facts: Facts): Verdict {
  let verdict: Verdict = 'true';
  for (const part of conjunction.split(/\s+and\s+/)) {
    const one = judgeOne(part.replace(/\s+/g, ''), facts);
    if (one === 'false') return 'false';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

/** Whether a passage may hold for a person: no branch on the way to it is for others, nor is all that it says. */
export function mayHold({ sections }: Article, { section, at, blocks }: Pick<Passage, 'section' | 'at' | 'blocks'>, facts: Facts): boolean {
  let inside = sections[section]?.blocks ?? [];
  for (let step = 0; step + 1 < at.length; step += 2) {
    const cases = inside.filter((block) => block.type === 'cases')[at[step]!];
    const branch = cases?.cases[at[step + 1]!];
    if (!cases || !branch) return true;
    const held = judgeCase(branch, facts);
    if (judge(cases.when, facts) === 'false' || held === 'false') return false;
    // Where one branch is known to hold, the others are other people's.
    if (held !== 'true' && cases.cases.some((other) => judgeCase(other, facts) === 'true')) return false;
    inside = branch.blocks;
  }
  return someFor(blocks, facts);
}

/** What would have to be known: the variables of a condition. */
export const variablesOf = (condition: string | undefined): string[] =>
  (condition ?? '').split(/\s+(?:and|or)\s+/).flatMap((part) => /^\s*([a-z-]+|T\d+)/.exec(part)?.[1] ?? []);

function judgeOne(part: string, facts: Facts): Verdict {
  const excludable = NOT_EXCLUDED.exec(part);
  if (excludable) return facts[excludable[1]!] === 'no' ? 'false' : 'true';
  const unset = UNSET.exec(part);
  if (unset) return facts[unset[1]!] === undefined ? 'true' : 'false';
  const age = AGE.exec(part);
  if (age) return judgeAge(age[1]!, Number(age[2]), facts['age']);
  const fact = FACT.exec(part);
  if (!fact) return 'unknown';
  const known = facts[fact[1]!];
  return known === undefined ? 'unknown' : known === fact[2] ? 'true' : 'false';
}

function judgeAge(operator: string, limit: number, said: string | undefined): Verdict {
  if (said === undefined) return 'unknown';
  const [low, high] = said === 'minor' ? [0, MAJORITY - 1] : said === 'adult' ? [MAJORITY, OLDEST] : [Number(said), Number(said)];
  const holds = (age: number) =>
    operator === '>=' ? age >= limit : operator === '<=' ? age <= limit : operator === '>' ? age > limit : age < limit;
  if (Number.isNaN(low)) return 'unknown';
  if (holds(low) === holds(high)) return holds(low) ? 'true' : 'false';
  return 'unknown';
}
