import type { Block, Inline } from '../../contract/index.js';
import { inlinesOf, neat } from './inlines.js';
import { childrenNamed, elementsOf, titleOf, type TreeElement, type TreeNode } from './node.js';
import type { Page } from './page.js';

type Cell = Inline[];

/**
 * A table with one value in every cell: a merged cell is repeated, since a row is read alone. The head is the header rows, those under one
 * another joined (« Plafonds mensuels – 2019 »); a header column is bold, the page having marked it as the name of the row.
 */
export function tableOf(node: TreeElement, page: Page): Block[] {
  const rows = childrenNamed(node, 'Rangée');
  const grid = expanded(rows, page);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const full = grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? []));
  const heads = full.filter((_, at) => rows[at]!.attributes['type'] === 'header');
  const named = childrenNamed(node, 'Colonne').map(({ attributes }) => attributes['type'] === 'header');
  const body = full
    .filter((_, at) => rows[at]!.attributes['type'] !== 'header')
    .map((row) => row.map((cell, at) => (named[at] === true ? cell.map(bold) : cell)))
    .filter((row) => row.some((cell) => cell.length > 0));
  if (body.length === 0) return [];
  const head = Array.from({ length: width }, (_, at) => joined(heads.map((row) => row[at]!)));
  const title = titleOf(node);
  const caption: Block[] = title === '' ? [] : [{ type: 'paragraph', inlines: [{ type: 'strong', text: title }] }];
  return [...caption, { type: 'table', head, rows: body }];
}

/** Cells by column, those that reach over several rows or columns repeated. */
function expanded(rows: readonly TreeElement[], page: Page): Cell[][] {
  const grid: Cell[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of childrenNamed(row, 'Cellule')) {
      while (grid[y]![x] !== undefined) x++;
      const value = cellOf(cell, page);
      const down = Math.min(span(cell, 'fusionVerticale'), rows.length - y);
      const across = span(cell, 'fusionHorizontale');
      for (let dy = 0; dy < down; dy++) for (let dx = 0; dx < across; dx++) grid[y + dy]![x + dx] = value;
      x += across;
    }
  });
  return grid;
}

const MOST_MERGED = 100;
const span = ({ attributes }: TreeElement, name: string): number =>
  Math.min(MOST_MERGED, Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1));

/** Paragraphs and list items of a cell stand in a row, parted by semicolons. */
function cellOf(cell: TreeElement, page: Page): Cell {
  const parts = linesOf(cell).map((line) => inlinesOf(line, page));
  return joined(parts, ' ; ');
}

const linesOf = (node: TreeElement): TreeNode[][] =>
  elementsOf(node).flatMap((child) => (child.name === 'Liste' || child.name === 'Item' ? linesOf(child) : [child.children]));

function joined(parts: readonly Cell[], by = ' – '): Cell {
  const seen = new Set<string>();
  const kept = parts.filter((part) => part.length > 0 && !seen.has(JSON.stringify(part)) && seen.add(JSON.stringify(part)));
  return neat(kept.flatMap((part, at) => (at === 0 ? part : [{ type: 'text' as const, text: by }, ...part])));
}

const bold = (inline: Inline): Inline => (inline.type === 'text' ? { type: 'strong', text: inline.text } : inline);
