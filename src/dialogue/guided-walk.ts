import type { Article, Block, Case } from '../contract/index.js';
import { factsOf } from './cases.js';
import { judge } from './conditions.js';
import { endsIn, matters, type Tested } from './guided-ends.js';
import { AUTO, isAuto, markOf, SKIPPED, STOP, UNKNOWN } from './walk-steps.js';

type Facts = Readonly<Record<string, string>>;
type Link = Extract<Block, { type: 'link' }>;

interface Way {
  /** One for each question on the way, whoever answered it: what the ids of the buttons say. */
  steps: string[];
  /** The labels of the branches taken. */
  taken: string[];
}
/** Where a guided search stands. */
export type Standing =
  | (Way & { type: 'asking'; opening: Block[]; branches: { label: string; help: Block[]; mark: string }[] })
  /** `known` is told for the whole conversation, `here` for the article that the search leads to. */
  | (Way & { type: 'arrived'; link: Link; known: Record<string, string>; here: Record<string, string> })
  | (Way & { type: 'several'; links: Link[] });

/**
 * A guided search as far as the steps lead, then on over every question that what is known of the person settles and every question that changes
 * nothing: neither the article one is led to nor what is shown of it.
 *
 * The variables of the branches not taken are excluded, those of questions nobody answered stay open: « Demande en France » rules out what
 * only « Demande à l'étranger » sets, and « je ne sais pas » rules out nothing.
 */
export function walk(search: Article, steps: readonly string[], facts: Facts, tested: Tested): Standing {
  const on = new Walker();
  let inside: readonly Block[] = search.sections.flatMap(({ blocks }) => blocks);
  const opening = inside.filter(({ type }) => type !== 'cases' && type !== 'link');
  for (;;) {
    const question = inside.find((block) => block.type === 'cases');
    if (question === undefined) return on.end(inside.filter((block) => block.type === 'link'));
    const { cases } = question;
    const step = steps[on.steps.length];
    const picked = step === undefined || step === STOP ? undefined : cases.find(({ label }) => markOf(label) === step.replace(AUTO, ''));
    const settled = picked === undefined && step === undefined ? byFacts(cases, facts) : undefined;
    if (cases.length === 1) inside = on.through(cases[0]!);
    else if (picked !== undefined) inside = on.take(picked, cases, isAuto(step!));
    else if (step === UNKNOWN) return on.leaveOpen(cases);
    else if (settled !== undefined) inside = on.take(settled, cases, true);
    else if (step === SKIPPED || (step === undefined && !matters(cases, tested))) inside = on.skip(cases);
    else {
      const branches = cases.map(({ label, blocks }) => ({ label, help: helpOf(blocks), mark: markOf(label) }));
      return { type: 'asking', steps: on.steps, taken: on.taken, opening: on.steps.length === 0 ? opening : [], branches };
    }
  }
}

const helpOf = (blocks: readonly Block[]): Block[] => blocks.filter(({ type }) => type !== 'cases' && type !== 'link');

/** The branch that what is known leaves: the one that is true, or the only one that is not false. */
function byFacts(cases: readonly Case[], facts: Facts): Case | undefined {
  const verdicts = cases.map((branch) => judge(branch.if, facts));
  const left = cases.filter((_, at) => verdicts[at] !== 'false');
  return cases[verdicts.indexOf('true')] ?? (left.length === 1 ? left[0] : undefined);
}

class Walker {
  readonly steps: string[] = [];
  readonly taken: string[] = [];
  private readonly known: Record<string, string> = {};
  private readonly chosen = new Set<string>();
  private readonly excluded = new Set<string>();
  private readonly open = new Set<string>();

  take(branch: Case, among: readonly Case[], auto: boolean): readonly Block[] {
    this.steps.push(`${auto ? AUTO : ''}${markOf(branch.label)}`);
    this.taken.push(branch.label);
    Object.assign(this.known, factsOf(branch.if));
    for (const other of among) if (other !== branch) for (const variable of variablesIn([other])) this.excluded.add(variable);
    return this.through(branch);
  }
  through(branch: Case): readonly Block[] {
    for (const variable of branch.sets ?? []) this.chosen.add(variable);
    return branch.blocks;
  }
  /** Every branch leads to the same: the first will do. */
  skip(cases: readonly Case[]): readonly Block[] {
    this.steps.push(SKIPPED);
    for (const variable of variablesIn(cases)) this.open.add(variable);
    return cases[0]!.blocks.filter(({ type }) => type === 'cases' || type === 'link');
  }
  leaveOpen(cases: readonly Case[]): Standing {
    this.steps.push(UNKNOWN);
    for (const variable of variablesIn(cases)) this.open.add(variable);
    return this.end(endsIn(cases));
  }
  end(links: readonly Link[]): Standing {
    const { steps, taken } = this;
    const [link] = links;
    if (links.length !== 1) return { type: 'several', steps, taken, links: [...links] };
    const known = { ...this.known };
    const here: Record<string, string> = {};
    for (const variable of this.excluded) if (!this.open.has(variable)) here[nameOf(variable)] = 'no';
    for (const variable of this.chosen) (isLocal(variable) ? here : known)[nameOf(variable)] = 'yes';
    for (const variable of Object.keys(known)) delete here[variable];
    return { type: 'arrived', steps, taken, link: link!, known, here };
  }
}

const LOCAL = 'here:';
const isLocal = (variable: string): boolean => variable.startsWith(LOCAL);
const nameOf = (variable: string): string => variable.replace(LOCAL, '');

const variablesIn = (cases: readonly Case[]): string[] =>
  cases.flatMap(({ sets = [], blocks }) => [
    ...sets,
    ...blocks.flatMap((block) => (block.type === 'cases' ? variablesIn(block.cases) : [])),
  ]);
