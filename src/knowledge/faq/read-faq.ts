import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { CsvError, type OptionsWithColumns } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { FILE_LIMITS, FileError } from '../file-error.js';
import { lineOfJsonError } from '../json-lines.js';
import { plain } from '../plain.js';
import { utf8 } from '../utf8.js';
import { columnNamed, faqRow, type FaqEntry } from './entry.js';

/** The questions of a CSV or JSON file. One row that does not fit refuses the file, by its line. */
export function readFaq(path: string): FaqEntry[] {
  const file = basename(path);
  const text = textAt(path);
  const rows = path.endsWith('.json') ? jsonRows(text, file) : csvRows(text, file);
  if (rows.length === 0) throw new FileError(file, 1, 'no question');
  return rows.map(({ row, line }) => {
    const parsed = faqRow.safeParse(row);
    if (parsed.success) return { ...parsed.data, place: { file, line } } as FaqEntry;
    const { path: field, message } = parsed.error.issues[0]!;
    throw new FileError(file, line, `${field.join('.') || 'row'}: ${message}`);
  });
}

export function textAt(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new Error(`no file ${path}`);
  if (found.size > FILE_LIMITS.entry) throw new FileError(basename(path), undefined, `larger than ${FILE_LIMITS.entry / 1024 ** 2} MB`);
  return utf8(readFileSync(path), basename(path));
}

interface Row {
  row: unknown;
  line: number;
}

/** What `info: true` makes of a row; the parser's types do not say so. */
interface Counted {
  record: Record<string, string>;
  info: { lines: number };
}

function csvRows(text: string, file: string): Row[] {
  try {
    const rows = parse<Counted>(text, {
      bom: true,
      columns: (names: string[]) => names.map((name) => columnNamed(plain(name))),
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    } as OptionsWithColumns<Counted>);
    // The parser counts where a record ends; people look for where it begins.
    return rows.map(({ record, info }) => ({ row: record, line: info.lines - linesIn(record) }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new FileError(file, (error as CsvError & { lines?: number }).lines ?? 1, error.message);
  }
}

const linesIn = (record: Record<string, string>): number =>
  Object.values(record).reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

/** French spreadsheets part columns with semicolons, since their numbers hold commas. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split(/\r?\n/, 1);
  const count = (mark: string) => head.split(mark).length;
  return [';', ',', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function jsonRows(text: string, file: string): Row[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new FileError(file, lineOfJsonError(error, text), 'this is not JSON');
  }
  if (!Array.isArray(json)) throw new FileError(file, 1, 'a list of questions is expected');
  return json.map((row: unknown) => ({ row, line: 1 }));
}
