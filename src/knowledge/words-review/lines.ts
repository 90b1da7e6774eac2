import { grouped } from './grouped.js';
import type { FicheReview, Pair } from './review.js';
import { STYLES, type Style } from './style.js';

/** What several fiches amount to. Shares are 0 to 1. */
export interface ThemeFigures {
  theme: string;
  fiches: number;
  utterances: number;
  /** Fiches that have a line of the style. */
  styles: Record<Style, number>;
  /** Where titles are known: content words that stand in them, and fiches that have a line without any of them. */
  title?: { share: number; synonyms: number };
  overlaps: number;
  repeats: number;
  templates: number;
}

/** The figures of each theme, in the order of their files, and of each collection that has several. */
export function figuresOf(fiches: readonly FicheReview[]): ThemeFigures[] {
  return [...grouped(fiches, ({ fiche }) => fiche.collection)].flatMap(([collection, own]) => {
    const themes = [...grouped(own, ({ fiche }) => fiche.theme)].map(([theme, reviews]) => figures(theme, reviews));
    return themes.length > 1 ? [...themes, figures(collection, own)] : themes;
  });
}

function figures(theme: string, fiches: readonly FicheReview[]): ThemeFigures {
  const sum = (of: (review: FicheReview) => number) => fiches.reduce((total, review) => total + of(review), 0);
  const share = (part: number, of = fiches.length) => (of === 0 ? 0 : part / of);
  const titles = fiches.flatMap(({ title }) => title ?? []);
  return {
    theme,
    fiches: fiches.length,
    utterances: sum(({ lines }) => lines.length),
    styles: Object.fromEntries(STYLES.map((style) => [style, share(sum(({ styles }) => Math.min(1, styles[style])))])) as Record<
      Style,
      number
    >,
    ...(titles.length > 0 && {
      title: {
        share: share(
          titles.reduce((total, title) => total + title.share, 0),
          titles.length,
        ),
        synonyms: share(titles.filter(({ synonyms }) => synonyms > 0).length, titles.length),
      },
    }),
    overlaps: sum(({ overlaps }) => overlaps.length),
    repeats: sum(({ repeats }) => repeats.length),
    templates: sum(({ template }) => (template === undefined ? 0 : 1)),
  };
}

const percent = (share: number | undefined): string => (share === undefined ? '-' : `${Math.round(share * 100)}%`);

/** A line a theme: which share of its fiches has a line of each style, and what was found. */
export const themeLines = (fiches: readonly FicheReview[]): string[] =>
  inColumns([
    ['theme', 'fiches', 'lines', ...STYLES, 'synonym', 'title', 'overlaps', 'repeats', 'templates'],
    ...figuresOf(fiches).map(({ theme, fiches: count, utterances, styles, title, overlaps, repeats, templates }) => [
      theme,
      `${count}`,
      `${utterances}`,
      ...STYLES.map((style) => percent(styles[style])),
      percent(title?.synonyms),
      percent(title?.share),
      `${overlaps}`,
      `${repeats}`,
      `${templates}`,
    ]),
  ]);

/** A line a fiche: how many lines of each style it has, and what was found. */
export const ficheLines = (fiches: readonly FicheReview[]): string[] =>
  inColumns([
    ['fiche', 'lines', ...STYLES, 'synonym', 'title', 'overlaps', 'repeats', 'template'],
    ...fiches.map(({ fiche, lines, styles, title, overlaps, repeats, template }) => [
      fiche.id,
      `${lines.length}`,
      ...STYLES.map((style) => `${styles[style]}`),
      title === undefined ? '-' : `${title.synonyms}`,
      percent(title?.share),
      `${overlaps.length}`,
      `${repeats.length}`,
      template === undefined ? '-' : template.words,
    ]),
  ]);

/** One fiche, line by line: the style of each, and what else says the same. */
export function wholeFiche({ fiche, lines, overlaps, repeats }: FicheReview): string[] {
  const alike = grouped([...repeats, ...overlaps], ({ one }) => one);
  const at = ({ score, other }: Pair) =>
    `    ${percent(score)} ${other.fiche.id} ${other.place().file}:${other.place().line} ${other.text}`;
  return [
    `${fiche.id}  ${fiche.title ?? ''}`.trimEnd(),
    ...lines.flatMap((line) => [`  ${line.style.padEnd(10)} ${line.text}`, ...(alike.get(line) ?? []).map(at)]),
  ];
}

/** The first column to the left, the others to the right. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))).join('  '));
}
