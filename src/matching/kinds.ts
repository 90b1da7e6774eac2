import type { Intent } from './content.js';
import type { Engine } from './engine.js';
import { fitLogistic, probabilityOf, type Logistic } from './logistic.js';
import type { Ranking } from './rank.js';

/** What an intent without article leads to. */
export type Kind = NonNullable<Intent['outcome'] | Intent['action']>;
/** How likely a message is of a kind, and its likeliest intent of that kind. */
export interface KindScore {
  kind: Kind;
  intent: Intent;
  /** Calibrated where labels allow, else the probability that ranking gives. */
  score: number;
  /** Whether it is likely enough to act on. */
  sure: boolean;
}
export interface KindGate {
  model?: Logistic;
  from: number;
}
export type KindGates = Partial<Record<Kind, KindGate>>;

export const kindOf = ({ outcome, action }: Intent): Kind | undefined => outcome ?? action;
/** What the out-of-scope labels deserve. Nonsense is of no kind: it is recognised by its words. */
export const KIND_OF_LABEL: Readonly<Record<string, Kind>> = {
  chitchat: 'small-talk',
  insult: 'small-talk',
  human: 'human',
  sensitive: 'emergency',
  offtopic: 'declined',
  near: 'declined',
  injection: 'declined',
};
/** Without enough labels of a kind, the share of the probability from which it is acted on. */
const GENERIC_FROM = 0.5;
const FEWEST_OF_A_KIND = 15;

export interface KindEvidence {
  target: number;
  probability: number;
  features: number[];
}
const logit = (p: number) => Math.log((p + 1e-4) / (1 - p + 1e-4));

/**
 * What speaks for each kind: its share of the probability, how like its examples the message is, in letters and in meaning, and by how much more than the best article's, how
 * well both hold its words, how long it is, and whether a rule of the kind fires. `article` is the target of the best article.
 */
export function kindEvidence(engine: Engine, ranking: Ranking, article: number): Map<Kind, KindEvidence> {
  const { probability, likeness, coverage, rules, wording } = ranking;
  const kinds = new Map<Kind, { target: number; sum: number; like: number; against: number; held: number; rule: number; near: number }>();
  for (const [kind, targets] of targetsOfKinds(engine)) {
    const seen = { target: targets[0]!, sum: 0, like: 0, against: 0, held: 0, rule: 0, near: 0 };
    for (const target of targets) {
      if (probability[target]! > probability[seen.target]!) seen.target = target;
      seen.sum += probability[target]!;
      seen.like = Math.max(seen.like, likeness.best[target]!);
      seen.against = Math.max(seen.against, likeness.against[target]!);
      seen.held = Math.max(seen.held, coverage[target]!);
      seen.near = Math.max(seen.near, wording[target]!);
      if (rules.has(target)) seen.rule = 1;
    }
    kinds.set(kind, seen);
  }
  const best = (scores: Float32Array) => scores[article] ?? 0;
  return new Map(
    [...kinds].map(([kind, { target, sum, like, against, held, rule, near }]) => {
      const rival = [logit(best(probability)), best(coverage), ranking.unknown, Math.min(ranking.words, 12) / 12];
      const features = [
        logit(sum),
        like,
        like - best(likeness.best),
        held,
        rule,
        against - like,
        likeness.top,
        near,
        near - best(wording),
        ...rival,
      ];
      return [kind, { target, probability: sum, features }];
    }),
  );
}

/** The intents of each kind, in order; read off an engine once. */
function targetsOfKinds(engine: Engine): ReadonlyMap<Kind, readonly number[]> {
  const known = byKind.get(engine);
  if (known !== undefined) return known;
  const found = new Map<Kind, number[]>();
  engine.targets.forEach(({ intent }, target) => {
    const kind = intent && kindOf(intent);
    if (kind) found.set(kind, [...(found.get(kind) ?? []), target]);
  });
  byKind.set(engine, found);
  return found;
}
const byKind = new WeakMap<Engine, ReadonlyMap<Kind, readonly number[]>>();

/** A judged label: its evidence of each kind, and the kind it is of. */
export interface JudgedKind {
  kinds: Map<Kind, KindEvidence>;
  kind?: Kind;
  inScope: boolean;
}
/**
 * The share of in-scope questions that may be taken for each kind, and how many of those taken must be right. Danger may be taken wrongly more
 * often than anything else, since missing it is worse; what is declined is looked at only after no article answers.
 */
const ALLOWED: Record<Kind, { inScope: number; right: number }> = {
  emergency: { inScope: 0.003, right: 0.5 },
  human: { inScope: 0.002, right: 0.7 },
  end: { inScope: 0.001, right: 0.8 },
  'small-talk': { inScope: 0.002, right: 0.75 },
  declined: { inScope: 0.03, right: 0.6 },
};
const FOLDS = 5;

/** A logistic model a kind, its threshold being the lowest that cross-validation allows. */
export function fitKinds(judged: readonly JudgedKind[]): KindGates {
  const gates: KindGates = {};
  for (const kind of Object.keys(ALLOWED) as Kind[]) {
    const labels = judged.filter(({ kinds }) => kinds.has(kind));
    if (labels.filter((label) => label.kind === kind).length < FEWEST_OF_A_KIND) {
      gates[kind] = { from: GENERIC_FROM };
      continue;
    }
    const rows = labels.map(({ kinds }) => kinds.get(kind)!.features);
    const right = labels.map((label) => label.kind === kind);
    const unseen = labels.map(() => 0);
    for (let fold = 0; fold < FOLDS; fold++) {
      const kept = rows.map((_, i) => i).filter((i) => i % FOLDS !== fold);
      const model = fitLogistic(
        kept.map((i) => rows[i]!),
        kept.map((i) => right[i]!),
      );
      rows.forEach((row, i) => {
        if (i % FOLDS === fold) unseen[i] = probabilityOf(model, row);
      });
    }
    gates[kind] = { model: fitLogistic(rows, right), from: lowest(labels, right, unseen, ALLOWED[kind]) };
  }
  return gates;
}

function lowest(
  labels: readonly JudgedKind[],
  right: readonly boolean[],
  scores: readonly number[],
  allowed: { inScope: number; right: number },
): number {
  const order = labels.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  const most = allowed.inScope * labels.filter(({ inScope }) => inScope).length;
  let from = 0.9;
  let taken = 0;
  let good = 0;
  let wrongInScope = 0;
  for (const i of order) {
    taken++;
    if (right[i]) good++;
    if (labels[i]!.inScope) wrongInScope++;
    if (wrongInScope > most) break;
    if (good / taken >= allowed.right) from = scores[i]!;
  }
  return from;
}

export function scoreKinds(engine: Engine, gates: KindGates, evidence: Map<Kind, KindEvidence>): KindScore[] {
  const scores = [...evidence].map(([kind, { target, probability, features }]): KindScore => {
    const gate = gates[kind] ?? { from: GENERIC_FROM };
    const score = gate.model ? probabilityOf(gate.model, features) : probability;
    return { kind, intent: engine.targets[target]!.intent!, score, sure: score >= gate.from };
  });
  return scores.sort((a, b) => b.score - a.score);
}
