import type { Analyser, Analysis } from '../language/index.js';
import type { Rule } from './content.js';

/**
 * Rules of the intents: words, phrases or concepts that together are strong evidence. A rule that fires is evidence, never a verdict.
 *
 * A term of a rule holds when its stems stand side by side in the message, or when a concept of the lexicon that the term belongs to was found
 * (« carte d'identité » holds for « cni »). Compiled once; a look-up a term at query time.
 *
 * all: [perdre, carte d'identité], none: [passeport]; « j'ai paumé ma cni » → fires
 */
interface Term {
  stems: string;
  concepts: readonly string[];
}
interface Compiled {
  target: number;
  all: Term[];
  none: Term[];
}

export class Rules {
  private readonly rules: Compiled[] = [];

  constructor(rules: readonly { target: number; rule: Rule }[], analyser: Analyser) {
    const compiled = (terms: readonly string[]) => terms.map((term) => compile(term, analyser));
    for (const { target, rule } of rules) this.rules.push({ target, all: compiled(rule.all), none: compiled(rule.none ?? []) });
  }

  /** The targets whose rules fire, each with the number of terms of its longest rule. */
  fired(analysis: Analysis): Map<number, number> {
    const text = ` ${analysis.tokens.map(({ stem }) => stem).join(' ')} `;
    const concepts = new Set(analysis.concepts.map(({ id }) => id));
    const holds = ({ stems, concepts: ids }: Term) => text.includes(stems) || ids.some((id) => concepts.has(id));
    const fired = new Map<number, number>();
    for (const { target, all, none } of this.rules) {
      if (all.length > 0 && all.every(holds) && !none.some(holds)) fired.set(target, Math.max(fired.get(target) ?? 0, all.length));
    }
    return fired;
  }
}

function compile(term: string, analyser: Analyser): Term {
  const { tokens, concepts } = analyser.analyse(term);
  const whole = concepts.filter(({ from, to }) => from === 0 && to === tokens.length).map(({ id }) => id);
  return { stems: ` ${tokens.map(({ stem }) => stem).join(' ')} `, concepts: whole.length > 0 ? whole : [term] };
}
