import { Phrases, type Analyser, type Analysis } from '../language/index.js';
import type { Rule } from './content.js';

/**
 * Rules of the intents: words, phrases or concepts that together are strong evidence. A rule that fires is evidence, never a verdict.
 *
 * A term of a rule holds when its stems stand side by side in the message, or when a concept of the lexicon that the term belongs to was found
 * (« carte d'identité » holds for « cni »). Compiled once; a look-up a term at query time.
 *
 * all: [perdre, carte d'identité], none: [passeport]; « j'ai paumé ma cni » → fires
 */
interface Compiled {
  target: number;
  /** Terms by number. */
  all: number[];
  none: number[];
}

export class Rules {
  private readonly rules: Compiled[] = [];
  /** The rules that ask for a term first, by that term: a message is looked up term by term, not rule by rule. */
  private readonly byFirst = new Map<number, number[]>();
  private readonly terms = new Map<string, number>();
  private readonly byStems: Phrases<number>;
  private readonly byConcept = new Map<string, number[]>();

  constructor(rules: readonly { target: number; rule: Rule }[], analyser: Analyser) {
    const phrases: [string, number][] = [];
    const compiled = (terms: readonly string[]) => terms.map((term) => this.compile(term, analyser, phrases));
    for (const { target, rule } of rules) {
      const all = compiled(rule.all);
      if (all.length === 0) continue;
      push(this.byFirst, all[0]!, this.rules.length);
      this.rules.push({ target, all, none: compiled(rule.none ?? []) });
    }
    this.byStems = new Phrases(phrases, (word) => analyser.stem(word));
  }

  /** The targets whose rules fire, each with the number of terms of its longest rule. */
  fired(analysis: Analysis): Map<number, number> {
    const held = new Set(this.byStems.find(analysis.tokens.map(({ stem }) => stem)).map(({ value }) => value));
    for (const { id } of analysis.concepts) for (const term of this.byConcept.get(id) ?? []) held.add(term);
    const holds = (term: number) => held.has(term);
    const fired = new Map<number, number>();
    for (const first of held) {
      for (const at of this.byFirst.get(first) ?? []) {
        const { target, all, none } = this.rules[at]!;
        if (all.every(holds) && !none.some(holds)) fired.set(target, Math.max(fired.get(target) ?? 0, all.length));
      }
    }
    return fired;
  }

  private compile(term: string, analyser: Analyser, phrases: [string, number][]): number {
    const known = this.terms.get(term);
    if (known !== undefined) return known;
    const number = this.terms.size;
    this.terms.set(term, number);
    const { tokens, concepts } = analyser.analyse(term);
    phrases.push([tokens.map(({ word }) => word).join(' '), number]);
    const whole = concepts.filter(({ from, to }) => from === 0 && to === tokens.length).map(({ id }) => id);
    for (const id of whole.length > 0 ? whole : [term]) push(this.byConcept, id, number);
    return number;
  }
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
