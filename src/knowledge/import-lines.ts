import type { Imported } from './import-folder.js';
import { printProblem } from './problems.js';

/** What an import did, or why it did nothing, for the person who ran it. */
export function importLines(imported: Imported): string[] {
  if (!imported.ok) return [...imported.problems.filter(({ severity }) => severity === 'error').map(printProblem), 'nothing was changed'];
  const { added, updated, archived, unchanged, kept, files } = imported.report;
  return [
    ...kept.map(({ article, what }) => `${article}: ${what} changed both here and in what was brought; kept as it stands here`),
    `articles: ${added.length} added, ${updated.length} updated, ${archived.length} archived, ${unchanged} unchanged, ${kept.length} kept; other files: ${files}`,
    imported.snapshot === undefined ? 'nothing new was published' : `published as ${imported.snapshot}`,
  ];
}
