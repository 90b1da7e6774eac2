/** How sure the robot was, and whether it was right to be. */
export type Judged = readonly [confidence: number, right: boolean];

export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/**
 * Chance that a right one is given more confidence than a wrong one (area under the ROC curve), ties counting half.
 * By ranks: the right ones' ranks from below, less the smallest sum they could have, over the number of pairs.
 */
export function auroc(judged: readonly Judged[]): number | null {
  const ordered = [...judged].sort((a, b) => a[0] - b[0]);
  const right = ordered.filter(([, is]) => is).length;
  const pairs = right * (ordered.length - right);
  if (pairs === 0) return null;
  let ranks = 0;
  for (let from = 0; from < ordered.length;) {
    let to = from + 1;
    while (to < ordered.length && ordered[to]![0] === ordered[from]![0]) to += 1;
    const meanRank = (from + 1 + to) / 2;
    ranks += meanRank * ordered.slice(from, to).filter(([, is]) => is).length;
    from = to;
  }
  return (ranks - (right * (right + 1)) / 2) / pairs;
}

const BINS = 10;
/** Mean distance between what was said and what was true, over ten bins of equal mass (expected calibration error). */
export function calibrationError(judged: readonly Judged[]): number {
  const ordered = [...judged].sort((a, b) => a[0] - b[0]);
  let error = 0;
  for (let bin = 0; bin < BINS; bin++) {
    const part = ordered.slice(Math.floor((bin * ordered.length) / BINS), Math.floor(((bin + 1) * ordered.length) / BINS));
    const said = part.reduce((sum, [confidence]) => sum + confidence, 0);
    const happened = part.filter(([, is]) => is).length;
    error += Math.abs(said - happened) / ordered.length;
  }
  return error;
}

const Z = 1.96;
/** Wilson's interval at 95 % for a share. */
export function interval(part: number, whole: number): [number, number] | null {
  if (whole === 0) return null;
  const p = part / whole;
  const spread = 1 + Z ** 2 / whole;
  const middle = (p + Z ** 2 / (2 * whole)) / spread;
  const half = (Z / spread) * Math.sqrt((p * (1 - p)) / whole + Z ** 2 / (4 * whole ** 2));
  return [middle - half, middle + half];
}
