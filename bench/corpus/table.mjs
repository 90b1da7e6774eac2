/** A run as tables: what each engine finds and costs, the goals, and where Guichet's own time and memory go. */

const ms = (value) => (value >= 10_000 ? `${(value / 1000).toFixed(1)} s` : `${value < 10 ? value.toFixed(2) : Math.round(value)} ms`);
const mb = (value) => `${Math.round(value)} MB`;
const share = (value) => value.toFixed(3);
const line = (cells) => `| ${cells.join(' | ')} |`;
const table = (heads, rows) => [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');

const HEADS = ['', 'questions', 'R@1', 'R@3', 'R@10', 'query p50', 'p95', 'built or read', 'memory', 'resident', '4,000 characters'];
function engineRow({ name, failed, n, recall, query, build, memory, long }) {
  if (failed !== undefined) return [name, failed, ...Array.from({ length: 9 }, () => '')];
  return [
    name,
    n,
    ...recall.map(share),
    ms(query.p50),
    ms(query.p95),
    ms(build.cpuMs),
    mb(memory.used.heapMb),
    mb(memory.used.rssMb),
    `${ms(long.ms)} (${long.name})`,
  ];
}

export function tableOf(results) {
  const { node, cores, load } = results.machine;
  const parts = ['without', 'with'].flatMap((pack) => {
    const rows = results.rows.filter((row) => row.pack === pack);
    if (rows.length === 0) return [];
    return [
      `## ${pack === 'with' ? 'With' : 'Without'} the pack of utterances\n\n${table(HEADS, rows.map(engineRow))}`,
      goals(results, pack, rows),
    ];
  });
  return [
    `${results.date}, Node ${node.slice(1)}, ${cores} cores, load average ${load} at the start. ${results.questions} labelled questions; fewer where an engine is slow. Times are CPU, for a question the least of three. Memory: heap and buffers held after garbage collection, growth of the resident set beside it.`,
    ...parts.filter((part) => part !== ''),
  ].join('\n\n');
}

function goals(results, pack, rows) {
  const peer = rows.find(({ module, failed }) => module === 'minisearch' && failed === undefined);
  const read = rows.find(({ from }) => from === 'stored');
  const built = rows.find(({ from }) => from === 'content');
  const phases = results[`inside, ${pack} the pack`]?.build;
  if (!peer || !read?.query) return '';
  const training = phases === undefined ? 0 : TRAINING.reduce((sum, name) => sum + (phases[name] ?? 0), 0) / phases.all;
  const times = (what, value, most) => [what, value.toFixed(2), `≤ ${most}`, value <= most ? 'yes' : '**no**'];
  const atMost = (what, value, most) => [what, ms(value), `≤ ${ms(most)}`, value <= most ? 'yes' : '**no**'];
  return table(
    ['beside MiniSearch', 'measured', 'goal', 'met'],
    [
      times('query p95, times its own', read.query.p95 / peer.query.p95, 0.5),
      ...(built?.build
        ? [times('building without training, times its own', (built.build.cpuMs * (1 - training)) / peer.build.cpuMs, 2)]
        : []),
      times('memory, times its own', read.memory.used.heapMb / peer.memory.used.heapMb, 1.5),
      atMost('start from the stored snapshot', results[`start, ${pack} the pack`], 3000),
      atMost('slowest message of 4,000 characters', read.long.ms, 50),
    ],
  );
}
/** Phases of building that learn from examples and labels. */
const TRAINING = ['judgeLabels', 'fitGate', 'fitKinds'];

export function insideOf(results) {
  const found = Object.entries(results).filter(([name]) => name.startsWith('inside'));
  return found
    .map(([name, { understand, reply, memoryMb, build }]) => {
      const byTime = (values, unit) =>
        Object.entries(values).map(([what, value]) => [`\`${what}\``, `${value.toFixed(unit === 'ms' ? 3 : 1)} ${unit}`]);
      const seconds = build && Object.fromEntries(Object.entries(build).map(([phase, value]) => [phase, value / 1000]));
      return [
        `## Where it goes ${name.replace('inside, ', '')}`,
        table(['part of the snapshot', 'holds about'], byTime(memoryMb, 'MB')),
        table([`understanding a question: ${ms(understand.ms)}`, 'spent'], byTime(understand.own, 'ms')),
        table([`the whole reply: ${ms(reply.ms)}`, 'spent'], byTime(reply.own, 'ms')),
        ...(seconds ? [table(['phase of building', 'spent'], byTime(seconds, 's'))] : []),
      ].join('\n\n');
    })
    .join('\n\n');
}
