/** The figures of a run as a table: what was measured, how much, what it should be, whether it is. */

const ms = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const times = ({ p50, p95, p99 }) => `${ms(p50)} / ${ms(p95)} / ${ms(p99)}`;
const share = (value) => value.toFixed(3);
const row = (what, value, goal = '', met = undefined) => ({ what, value, goal, met });
const atMost = (what, value, limit, say) => row(what, say(value), `≤ ${say(limit)}`, value <= limit);
const atLeast = (what, value, limit) => row(what, share(value), `≥ ${share(limit)}`, value >= limit);

const ROWS = {
  answers: (report) => answerRows(report),
  starting: ({ firstMs, againMs, idleMb }) => [
    atMost('first start: schema, content, snapshot', firstMs, 60_000, (value) => `${(value / 1000).toFixed(1)} s`),
    row('next start', `${(againMs / 1000).toFixed(1)} s`),
    row('memory when nothing happens', `${Math.round(idleMb)} MB`),
  ],
  relay: ({ perSecond, echo, guichet, ratio }) => [
    row(`echo that relays, CPU a message (${perSecond}/s)`, `${Math.round(echo.cpuUs)} µs`),
    row('message between citizen and agent, stored, CPU', `${Math.round(guichet.cpuUs)} µs`),
    atMost('… times the echo', ratio, 6, (value) => value.toFixed(1)),
    row('echo, acknowledgement p50 / p95 / p99', times(echo.ack)),
    row('Guichet, acknowledgement p50 / p95 / p99', times(guichet.ack)),
    row('Guichet, on the other screen p50 / p95 / p99', times(guichet.arrival)),
  ],
  botTurn: ({ perSecond, cpuUs, answer }) => [
    row(`turn with the robot, CPU (${perSecond}/s)`, `${Math.round(cpuUs.answered)} µs`),
    atMost('… more than a relayed message at this rate', (cpuUs.answered - cpuUs.relayed) / 1000, 1, (value) => `${value.toFixed(2)} ms`),
    row('answer on the screen p50 / p95 / p99', times(answer)),
  ],
  longMessages: (list) => [atMost(`slowest of ${list.length} hostile messages of 4,000 characters (${list[0].name})`, list[0].ms, 100, ms)],
  load: (figures) => [
    row(
      `${figures.citizens} citizens, ${figures.agents} agents, ${figures.perSecond} messages/s for ${figures.seconds} s: acknowledged`,
      `${figures.acknowledged} of ${figures.messages}`,
      'all',
      figures.acknowledged === figures.messages,
    ),
    row('acknowledgement p50 / p95 / p99', times(figures.ack)),
    atMost('acknowledgement p99', figures.ack.p99, 150, ms),
    atMost('answer p95', figures.answer.p95, 250, ms),
    row('between citizen and agent p50 / p95 / p99', times(figures.relayed)),
    row('share of one core', `${Math.round(figures.cpuShare * 100)} %`),
    atMost('memory under this load', figures.memoryMb.busiest, 300, (value) => `${Math.round(value)} MB`),
    row('invariants afterwards', figures.verified ? 'hold' : 'broken', 'hold', figures.verified),
  ],
};

/** By what `guichet evaluate --json` reports on the judging half. */
function answerRows({ inScope, outOfScope, answers, confidence, dialogues }) {
  return [
    atLeast(`right article first, of ${inScope.n} questions of the judging half`, inScope.recallAt1, 0.85),
    row('right article among three', share(inScope.recallAt3)),
    atLeast('coverage: answered of what is in scope', inScope.coverage, 0.6),
    atLeast('precision of all that is answered', answers.precision, 0.97),
    row('clarified, and the right article among the buttons', `${share(inScope.clarified)}, ${share(inScope.clarifiedHoldsRight)}`),
    row('confidence: AUROC, calibration error', `${share(confidence.auroc)}, ${share(confidence.calibrationError)}`),
    atLeast(`out of scope (${outOfScope.n}), not answered`, outOfScope.notAnswered, 0.95),
    row('out of scope, treated as it deserves', share(outOfScope.asDeserved)),
    atMost('in scope, taken for an emergency', inScope.emergency, 0.005, share),
    atLeast(`later turns of ${dialogues.n} dialogues, right article first`, dialogues.laterTurns, 0.75),
  ];
}

export function tableOf(results) {
  const { node, cores, load } = results.machine;
  const rows = Object.entries(ROWS).flatMap(([name, rowsOf]) => {
    const part = results[name];
    if (part === undefined) return [];
    return part.failed === undefined ? rowsOf(part) : [row(name, `failed: ${part.failed.split('\n')[0]}`, '', false)];
  });
  const mark = (met) => (met === undefined ? '' : met ? 'yes' : '**no**');
  return [
    `${results.date}, Node ${node.slice(1)}, ${cores} cores shared with the load generator, load average ${load} at the start.`,
    '',
    '| | measured | goal | met |',
    '|---|---|---|---|',
    ...rows.map(({ what, value, goal, met }) => `| ${what} | ${value} | ${goal} | ${mark(met)} |`),
  ].join('\n');
}
