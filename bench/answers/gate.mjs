// How honest is the confidence, and what does each piece of evidence bring? Cross-validated on the tuning half.
//   node bench/answers/gate.mjs
import { content, snapshot } from './labelled.mjs';
import { EVIDENCE, evidenceOf, standingOf } from '../../dist/matching/evidence.js';
import { fitBoosted, logOddsOf } from '../../dist/matching/boosted.js';
import { confidenceOf, fitConfidence } from '../../dist/matching/confidence.js';
import { fitLogistic, probabilityOf } from '../../dist/matching/logistic.js';
import { rank } from '../../dist/matching/rank.js';

const { engine, gate } = snapshot();
const rows = content().labels.map(({ q, expected }) => {
  const ranking = rank(engine, engine.analyser.analyse(q));
  const standing = standingOf(engine, ranking);
  const right = expected.includes(engine.targets[standing.articles[0]].article);
  return { evidence: evidenceOf(engine, ranking, standing), right, inScope: expected.length > 0 };
});
const FOLDS = 5;
const both = [fitConfidence, confidenceOf];
function unseen(columns, [fit, of] = both) {
  const scores = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const kept = rows.filter((_, i) => i % FOLDS !== fold);
    const model = fit(
      kept.map(({ evidence }) => columns.map((c) => evidence[c])),
      kept.map(({ right }) => right),
    );
    rows.forEach(
      ({ evidence }, i) =>
        i % FOLDS === fold &&
        (scores[i] = of(
          model,
          columns.map((c) => evidence[c]),
        )),
    );
  }
  return scores;
}
function auroc(scores) {
  const order = rows.map((_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let sum = 0;
  let good = 0;
  order.forEach((i, at) => rows[i].right && ((sum += at + 1), good++));
  return (sum - (good * (good + 1)) / 2) / (good * (rows.length - good));
}
function calibrationError(scores) {
  const order = rows.map((_, i) => i).sort((a, b) => scores[a] - scores[b]);
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const part = order.slice((bin * order.length) / 10, ((bin + 1) * order.length) / 10);
    const mean = (value) => part.reduce((sum, i) => sum + value(i), 0) / part.length;
    error += (part.length / order.length) * Math.abs(mean((i) => scores[i]) - mean((i) => (rows[i].right ? 1 : 0)));
  }
  return error;
}
function coverageAt(scores, precision) {
  const order = rows.map((_, i) => i).sort((a, b) => scores[b] - scores[a]);
  let good = 0;
  let inScope = 0;
  let best = 0;
  order.forEach((i, at) => {
    if (rows[i].right) good++;
    if (rows[i].inScope) inScope++;
    if (good / (at + 1) >= precision) best = inScope;
  });
  return best / rows.filter((row) => row.inScope).length;
}
const all = EVIDENCE.map((_, i) => i);
const line = (name, scores) =>
  console.log(
    `${name.padEnd(20)} AUROC ${auroc(scores).toFixed(4)}  calibration error ${calibrationError(scores).toFixed(4)}  coverage at .98 ${coverageAt(scores, 0.98).toFixed(3)}, at .97 ${coverageAt(scores, 0.97).toFixed(3)}`,
  );
line('all', unseen(all));
line('the line alone', unseen(all, [fitLogistic, probabilityOf]));
line('the trees alone', unseen(all, [fitBoosted, logOddsOf]));
for (const column of all) line(`without ${EVIDENCE[column]}`, unseen(all.filter((other) => other !== column)));
const rounded = (values) => `[${values.map((value) => Number(value.toFixed(2))).join(', ')}]`;
console.log('generic calibration to ship:', {
  means: rounded(gate.model.line.means),
  scales: rounded(gate.model.line.scales),
  coefficients: rounded(gate.model.line.coefficients),
});
