import type { Judged } from './statistics.js';

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = 56;
/** The risk at the top of the drawing: more than one wrong answer of four needs no reading off. */
const MOST_RISK = 0.25;

/**
 * Risk against coverage as an SVG: when the surest share of all messages is answered, how many of those answers are wrong. `threshold` marks where
 * the gate stands.
 */
export function riskCurve(judged: readonly Judged[], threshold: number): string {
  const ordered = [...judged].sort((a, b) => b[0] - a[0]);
  let wrong = 0;
  const points = ordered.map(([confidence, right], at) => {
    if (!right) wrong++;
    return { coverage: (at + 1) / ordered.length, risk: wrong / (at + 1), confidence };
  });
  const x = (coverage: number) => (MARGIN + coverage * (WIDTH - 2 * MARGIN)).toFixed(1);
  const y = (risk: number) => (HEIGHT - MARGIN - (Math.min(risk, MOST_RISK) / MOST_RISK) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const gate = points.findLast(({ confidence }) => confidence >= threshold);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map(
    (share) => `<text x="${x(share)}" y="${HEIGHT - MARGIN + 20}" text-anchor="middle">${Math.round(share * 100)} %</text>`,
  );
  const levels = [0, 0.05, 0.1, 0.15, 0.2, 0.25].map(
    (risk) =>
      `<line x1="${x(0)}" x2="${x(1)}" y1="${y(risk)}" y2="${y(risk)}" stroke="#ddd"/><text x="${MARGIN - 8}" y="${y(risk)}" text-anchor="end">${Math.round(risk * 100)} %</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>Risk against coverage, ${judged.length} messages</title>`,
    ...levels,
    ...ticks,
    `<polyline fill="none" stroke="#1b5e91" stroke-width="2" points="${points.map(({ coverage, risk }) => `${x(coverage)},${y(risk)}`).join(' ')}"/>`,
    gate === undefined ? '' : `<circle cx="${x(gate.coverage)}" cy="${y(gate.risk)}" r="5" fill="#b34000"><title>the gate</title></circle>`,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 8}" text-anchor="middle">share of all messages answered</text>`,
    `<text x="14" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 14 ${HEIGHT / 2})">share of wrong answers</text>`,
    '</svg>',
    '',
  ].join('\n');
}
