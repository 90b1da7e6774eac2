import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const css = readFileSync('web/theme/tokens.css', 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const tokensOf = (text: string) =>
  Object.fromEntries([...text.matchAll(/--g-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (high! + 0.05) / (low! + 0.05);
}

const SURFACES = ['page', 'surface', 'raised', 'brand-wash'];
const TEXTS: [text: string, on: string[]][] = [
  ['text', [...SURFACES, 'person-wash', 'warn-wash', 'alert-wash']],
  ['soft', [...SURFACES, 'person-wash']],
  ['link', [...SURFACES, 'person-wash', 'warn-wash', 'alert-wash']],
  ['on-brand', ['brand', 'brand-strong']],
  ['on-mine', ['mine']],
  ['person', ['page', 'surface', 'person-wash']],
  ['warn', ['warn-wash', 'surface']],
  ['alert', ['alert-wash', 'surface', 'page']],
  ['good', ['surface']],
];
const EDGES: [edge: string, on: string[]][] = [
  ['edge', ['surface', 'page', 'brand-wash']],
  ['brand', ['surface', 'page', 'brand-wash']],
  ['focus', ['surface', 'page', 'brand-wash']],
  ['warn-edge', ['surface', 'page']],
  ['person', ['surface', 'page']],
];

describe.each([
  ['light', tokensOf(light)],
  ['dark', { ...tokensOf(light), ...tokensOf(dark) }],
])('the %s theme', (_name, tokens) => {
  it.each(TEXTS.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    'writes %s on %s at 4.5:1',
    (text, ground) => {
      expect(contrast(tokens[text]!, tokens[ground]!)).toBeGreaterThanOrEqual(4.5);
    },
  );
  it.each(EDGES.flatMap(([edge, grounds]) => grounds.map((ground) => [edge, ground] as const)))('draws %s on %s at 3:1', (edge, ground) => {
    expect(contrast(tokens[edge]!, tokens[ground]!)).toBeGreaterThanOrEqual(3);
  });
});
