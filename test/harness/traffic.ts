import { agentScreen, citizenScreen, type Screen } from './screen.js';
import { citizen, type Agent } from './people.js';
import type { Service } from './service.js';
import { storedLines } from './store.js';
import { until } from './waiting.js';

/** A conversation between two screens that both write. */
export interface Exchange {
  conversationId: string;
  screens: Screen[];
}

/** A citizen who waits, claimed by the agent; both get a screen that goes through `link`. */
export async function exchange(service: Service, colleague: Agent, link: string): Promise<Exchange> {
  const marie = await citizen(service.url);
  await marie.ask();
  const claimed = await colleague.claim(marie.conversationId);
  if (!claimed.ok) throw new Error(`not claimed: ${claimed.code}`);
  await marie.close();
  const where = { url: link, home: service.url };
  return {
    conversationId: marie.conversationId,
    screens: [citizenScreen(marie, where), agentScreen(colleague, marie.conversationId, where)],
  };
}

/** Writes on a screen every so often until it is stopped; a full outbox skips a turn, as a person would. */
export function write(screen: Screen, name: string, everyMs: number, text = (n: number) => `${name} ${n}`): () => void {
  let n = 0;
  const stop = () => clearInterval(timer);
  const timer = setInterval(() => (screen.closed ? stop() : screen.say(text(++n))), everyMs);
  return stop;
}

export interface Verdict {
  /** Acknowledged and not stored. */
  lost: number;
  /** Stored twice, or shown twice on a screen. */
  duplicated: number;
  /** Numbers missing from the log. */
  gaps: number;
  /** Lines of a screen that differ from the stored ones at that place. */
  different: number;
  acknowledged: number;
  stored: number;
}

/** Waits until nothing is under way any more, then compares what was promised, what is stored and what is shown. */
export async function verdict(service: Service, { conversationId, screens }: Exchange, settleMs = 30_000): Promise<Verdict> {
  await until('every line is acknowledged', () => screens.every(({ waiting }) => waiting === 0), settleMs);
  const rows = await until(
    'every screen reaches the head',
    async () => {
      const stored = await storedLines(service, conversationId);
      return screens.every(({ last }) => last === stored.length) ? stored : undefined;
    },
    settleMs,
    100,
  );
  const byClient = new Map<string, number>();
  for (const row of rows) byClient.set(row.client_id, (byClient.get(row.client_id) ?? 0) + 1);
  const acknowledged = screens.flatMap((screen) => [...screen.acknowledged]);
  const sent = new Set(screens.flatMap((screen) => screen.sent));
  const repeats = (list: (string | number)[]) => list.length - new Set(list).size;
  return {
    lost: acknowledged.filter((id) => !byClient.has(id)).length,
    duplicated:
      [...byClient].filter(([id, times]) => sent.has(id) && times > 1).length +
      screens.reduce((sum, { lines }) => sum + repeats(lines.map(({ seq }) => seq)), 0),
    gaps: rows.filter(({ seq }, at) => seq !== at + 1).length,
    different: screens.reduce((sum, screen) => sum + differences(screen, rows), 0),
    acknowledged: acknowledged.length,
    stored: rows.length,
  };
}

function differences({ lines }: Screen, rows: Awaited<ReturnType<typeof storedLines>>): number {
  let count = Math.abs(lines.length - rows.length);
  lines.forEach((line, at) => {
    const row = rows[at];
    if (row === undefined) return;
    const { conversationId: _, seq, kind, sender, at: _at, clientId, ...body } = line;
    const same =
      seq === row.seq &&
      kind === row.kind &&
      row.sender.startsWith(sender.type) &&
      (clientId === undefined || clientId === row.client_id) &&
      JSON.stringify(body) === JSON.stringify(JSON.parse(row.body));
    if (!same) count += 1;
  });
  return count;
}

/** What every fault must leave behind. */
export const UNHARMED = { lost: 0, duplicated: 0, gaps: 0, different: 0 };
