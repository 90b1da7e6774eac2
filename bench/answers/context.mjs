// Do later turns find their article? Each weight of the context left out in turn, on the tuning dialogues.
//   node bench/answers/context.mjs
import { ask, labelled, share, snapshot } from './labelled.mjs';
import { CONTEXT } from '../../dist/matching/within.js';

const published = snapshot();
function laterTurns() {
  let right = 0;
  let all = 0;
  for (const { turns } of labelled('tune', 'dialogues')) {
    let memory;
    turns.forEach(({ q, expected }, at) => {
      const { trace, memory: after } = ask(published, q, memory);
      memory = after;
      if (at === 0) return;
      all++;
      if (expected.includes(trace.candidates[0]?.article)) right++;
    });
  }
  return share(right, all);
}
console.log('now', laterTurns(), JSON.stringify(CONTEXT));
for (const name of Object.keys(CONTEXT)) {
  const kept = CONTEXT[name];
  for (const factor of [0, 0.5, 1.5]) {
    CONTEXT[name] = kept * factor;
    console.log(`  ${name} × ${factor}: ${laterTurns()}`);
  }
  CONTEXT[name] = kept;
}
