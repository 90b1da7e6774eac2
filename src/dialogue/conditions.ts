/**
 * Conditions of cases: a conjunction of « age>=18 » and « variable=value », judged by what the citizen said of oneself.
 *
 * Three values, since not knowing is not « no »: a branch that is false is left out, one that is true is shown, one that is unknown is asked
 * about. « mineur » and « majeur » said in words bound the age without fixing it.
 *
 * « age>=60 and place=metropole » with {age: "adult"} → unknown; with {age: "64", place: "metropole"} → true
 */
export type Verdict = 'true' | 'false' | 'unknown';
const AGE = /^age(>=|<=|>|<)(\d+)$/;
const FACT = /^([a-z-]+)=([a-z-]+)$/;
const MAJORITY = 18;
const OLDEST = 120;

export function judge(condition: string | undefined, facts: Readonly<Record<string, string>>): Verdict {
  if (condition === undefined) return 'unknown';
  let verdict: Verdict = 'true';
  for (const part of condition.split(/\s+and\s+/)) {
    const one = judgeOne(part.replace(/\s+/g, ''), facts);
    if (one === 'false') return 'false';
    if (one === 'unknown') verdict = 'unknown';
  }
  return verdict;
}

/** What would have to be known: the variables of a condition. */
export const variablesOf = (condition: string | undefined): string[] =>
  (condition ?? '').split(/\s+and\s+/).flatMap((part) => /^\s*([a-z-]+)/.exec(part)?.[1] ?? []);

function judgeOne(part: string, facts: Readonly<Record<string, string>>): Verdict {
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
