// How good are the answers? Right article first, precision at coverage, out of scope, emergencies, later turns, by style.
//   node bench/answers/score.mjs [--split tune|judge] [--show]     (after npm run build:server)
import { ask, labelled, share, snapshot, split } from './labelled.mjs';

const show = process.argv.includes('--show') && split === 'tune';
const started = process.cpuUsage();
const published = snapshot();
const building = process.cpuUsage(started);
console.log(
  `snapshot in ${Math.round((building.user + building.system) / 1000)} ms of CPU; answers from ${published.gate.answer.toFixed(3)}, offers a choice from ${published.gate.clarify.toFixed(3)}`,
);
console.log(`cross-validated on ${published.gate.labels} labels:`, JSON.stringify(published.gate.expected));

const add = (counts, key) => (counts[key] = (counts[key] ?? 0) + 1);
const styles = {};
const total = { n: 0, first: 0, three: 0, answered: 0, right: 0, clarified: 0, offered: 0, emergency: 0, characters: 0 };
const cpu = process.cpuUsage();
for (const { q, expected, style } of labelled(split, 'questions')) {
  const { trace } = ask(published, q);
  const rank = trace.candidates.findIndex(({ article }) => expected.includes(article));
  for (const sum of [total, (styles[style] ??= { n: 0, first: 0, three: 0, answered: 0, right: 0 })]) {
    sum.n++;
    if (rank === 0) sum.first++;
    if (rank >= 0 && rank < 3) sum.three++;
    if (trace.outcome === 'answered') sum.answered++;
    if (trace.outcome === 'answered' && expected.includes(trace.article)) sum.right++;
  }
  if (trace.outcome === 'answered') total.characters += trace.passages.join(' ').length;
  if (trace.outcome === 'clarified') total.clarified++;
  if (trace.choices.some((id) => expected.includes(id))) total.offered++;
  if (trace.outcome === 'emergency') total.emergency++;
  if (show && (rank !== 0 || trace.outcome === 'emergency'))
    console.log(`  ${trace.outcome} ${trace.article ?? trace.candidates[0]?.article} (${expected}) « ${q} »`);
}
const used = process.cpuUsage(cpu);
console.log(`\nin scope, ${split} half: ${total.n} questions, ${((used.user + used.system) / 1000 / total.n).toFixed(2)} ms of CPU each`);
console.log(`  right article first ${share(total.first, total.n)}, among three ${share(total.three, total.n)}`);
console.log(
  `  answered ${share(total.answered, total.n)}, right when answered ${share(total.right, total.answered)}, ${Math.round(total.characters / total.answered)} characters on average`,
);
console.log(
  `  clarified ${share(total.clarified, total.n)}, helped ${share(total.right + total.offered, total.n)}, taken for an emergency ${share(total.emergency, total.n)}`,
);
for (const [style, { n, first, three, answered, right }] of Object.entries(styles)) {
  console.log(
    `  ${style.padEnd(10)} n ${String(n).padStart(3)}  first ${share(first, n)}  three ${share(three, n)}  answered ${share(answered, n)}  right ${share(right, answered)}`,
  );
}

/** What each behaviour accepts: the definitions that the answers are judged by. */
const DESERVED = {
  smalltalk: ['small-talk'],
  handover: ['handed-off'],
  urgent_message: ['emergency'],
  decline: ['declined', 'handed-off'],
  decline_and_redirect: ['declined', 'handed-off'],
  decline_safely: ['declined', 'handed-off', 'rephrase'],
  ask_to_rephrase: ['rephrase', 'declined'],
  deescalate_or_ignore: ['small-talk', 'declined', 'handed-off', 'rephrase'],
};
const kinds = {};
const outside = { n: 0, answered: 0, deserved: 0, clarified: 0 };
for (const { q, kind, behaviour } of labelled(split, 'oos')) {
  const { outcome } = ask(published, q).trace;
  const good = DESERVED[behaviour].includes(outcome);
  const seen = (kinds[kind] ??= { n: 0, good: 0, outcomes: {} });
  seen.n++;
  outside.n++;
  if (good) seen.good++;
  if (good) outside.deserved++;
  if (outcome === 'answered') outside.answered++;
  if (outcome === 'clarified') outside.clarified++;
  add(seen.outcomes, outcome);
  if (show && !good) console.log(`  ${kind}: ${outcome} « ${q} »`);
}
console.log(
  `\nout of scope: ${outside.n}, not answered ${share(outside.n - outside.answered, outside.n)}, as deserved ${share(outside.deserved, outside.n)}, clarified ${share(outside.clarified, outside.n)}`,
);
for (const [kind, { n, good, outcomes }] of Object.entries(kinds))
  console.log(`  ${kind.padEnd(10)} ${share(good, n)}  ${JSON.stringify(outcomes)}`);
console.log(`precision of all that is answered ${share(total.right, total.answered + outside.answered)}`);

const turns = { dialogues: 0, opening: 0, later: 0, first: 0, helped: 0 };
for (const dialogue of labelled(split, 'dialogues')) {
  let memory;
  turns.dialogues++;
  dialogue.turns.forEach(({ q, expected }, at) => {
    const { trace, memory: after } = ask(published, q, memory);
    memory = after;
    const first = expected.includes(trace.candidates[0]?.article);
    if (at === 0) return void (first && turns.opening++);
    turns.later++;
    if (first) turns.first++;
    if ((trace.outcome === 'answered' && expected.includes(trace.article)) || trace.choices.some((id) => expected.includes(id)))
      turns.helped++;
    if (show && !first) console.log(`  ${dialogue.id}/${at} ${trace.candidates[0]?.article} (${expected}) « ${q} »`);
  });
}
console.log(
  `\ndialogues: ${turns.dialogues}, opening right ${share(turns.opening, turns.dialogues)}, later turns right first ${share(turns.first, turns.later)}, helped ${share(turns.helped, turns.later)}`,
);
