/**
 * How long somebody at a given place will wait, as a range of minutes:
 *
 *     wait = place × service time ÷ agents on duty
 *
 * With n agents who each take a time t for a conversation, one ends every t ÷ n on average, and the p-th in the queue needs p ends.
 * The service time is not one number: its first and third quartile over the last conversations give the two ends of the range.
 *
 * Example: third in the queue, two agents, conversations of 4 to 8 minutes → 6 to 12 minutes.
 *
 * Nothing is told from fewer than ENOUGH conversations, without an agent on duty, or beyond LONGEST: a guess that is wrong costs
 * more trust than a place alone.
 */
export const ENOUGH = 10;
const LONGEST_MINUTES = 120;

export function waitRange(place: number, onDuty: number, serviceMinutes: readonly number[]): [number, number] | undefined {
  if (onDuty === 0 || serviceMinutes.length < ENOUGH) return undefined;
  const sorted = [...serviceMinutes].sort((a, b) => a - b);
  const wait = (share: number) => (place * sorted[Math.round((sorted.length - 1) * share)]!) / onDuty;
  const low = Math.max(1, Math.floor(wait(0.25)));
  const high = Math.max(low + 1, Math.ceil(wait(0.75)));
  return high > LONGEST_MINUTES ? undefined : [low, high];
}

export interface InboxLine {
  conversation: string;
  kind: string;
  created_at: string;
}
/** Minutes from each claim to what ended it, out of a service's log in its order. Claims still open do not count. */
export function serviceTimes(lines: readonly InboxLine[]): number[] {
  const claimed = new Map<string, number>();
  const minutes: number[] = [];
  for (const { conversation, kind, created_at } of lines) {
    const from = claimed.get(conversation);
    if (from !== undefined) minutes.push((Date.parse(created_at) - from) / 60_000);
    if (kind === 'assigned') claimed.set(conversation, Date.parse(created_at));
    else claimed.delete(conversation);
  }
  return minutes;
}
