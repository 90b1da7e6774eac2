// Which weights fuse the evidence best? Coordinate search for the likelihood of the right target on the tuning half.
//   node bench/answers/weights.mjs
import { content, snapshot } from './labelled.mjs';
import { KIND_OF_LABEL, kindOf } from '../../dist/matching/kinds.js';
import { rank, WEIGHTS } from '../../dist/matching/rank.js';

const { engine } = snapshot();
const names = Object.keys(WEIGHTS);
const labels = content().labels.filter(({ expected, kind }) => expected.length > 0 || KIND_OF_LABEL[kind]);
const data = labels.map(({ q, expected, kind }) => {
  const { likeness, bm25, coverage, nearness, wording, rules, subjects } = rank(engine, engine.analyser.analyse(q));
  const right = engine.targets.map(({ article, intent }) =>
    expected.length > 0 ? expected.includes(article) : intent !== undefined && kindOf(intent) === KIND_OF_LABEL[kind],
  );
  const evidence = engine.targets.map(({ intent }, t) => ({
    best: likeness.best[t],
    mean: likeness.mean[t],
    bm25: bm25[t],
    coverage: coverage[t],
    own: nearness.own[t],
    centre: nearness.centre[t],
    wording: wording[t],
    subject: subjects.includes(t) ? 1 : 0,
    rule: Math.min(3, rules.get(t) ?? 0),
    against: -Math.max(0, likeness.against[t] - likeness.best[t]),
    intent: intent ? Math.max(0, Math.log(engine.articles / 100)) : 0,
  }));
  return { right, evidence };
});
/** Mean log-likelihood of the right targets. */
function likelihood(weights) {
  let sum = 0;
  for (const { right, evidence } of data) {
    const scores = evidence.map((each) => names.reduce((z, name) => z + weights[name] * each[name], 0));
    const most = Math.max(...scores);
    const all = scores.reduce((total, z) => total + Math.exp(z - most), 0);
    const good = scores.reduce((total, z, t) => total + (right[t] ? Math.exp(z - most) : 0), 0);
    sum += Math.log(good / all + 1e-6);
  }
  return sum / data.length;
}
let weights = { ...WEIGHTS };
let best = likelihood(weights);
console.log('now', best.toFixed(4), JSON.stringify(weights));
for (const name of names) console.log(`  without ${name.padEnd(9)} ${likelihood({ ...weights, [name]: 0 }).toFixed(4)}`);
for (let round = 0; round < 3; round++) {
  for (const name of names) {
    for (const factor of [0.5, 0.8, 1.25, 2]) {
      const tried = { ...weights, [name]: weights[name] * factor };
      const reached = likelihood(tried);
      if (reached > best + 1e-4) [weights, best] = [tried, reached];
    }
  }
}
console.log('best', best.toFixed(4), JSON.stringify(weights));
