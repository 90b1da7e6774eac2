/** A place where two values differ. What stands there is told where it is no citizen's word; `undefined` for nothing. */
export interface Difference {
  path: string;
  given?: string;
  rebuilt?: string;
}
/** The words that matched are the citizen's own. */
const CITIZENS_WORDS = /^why\.terms\b/;
const SHOWN = 60;
const BEFORE = 20;

/** Where two answers differ, in the order of the first one. Values are as JSON holds them; the order of keys does not count. */
export function differencesOf(given: unknown, rebuilt: unknown, path = ''): Difference[] {
  if (isTree(given) && isTree(rebuilt) && Array.isArray(given) === Array.isArray(rebuilt)) {
    const keys = [...new Set([...Object.keys(given), ...Object.keys(rebuilt)])];
    return keys.flatMap((key) => differencesOf(given[key], rebuilt[key], within(path, key, given)));
  }
  if (given === rebuilt) return [];
  if (CITIZENS_WORDS.test(path)) return [{ path }];
  const [a, b] = [written(given), written(rebuilt)];
  const at = firstDifference(a ?? '', b ?? '');
  return [{ path, ...(a !== undefined && { given: excerpt(a, at) }), ...(b !== undefined && { rebuilt: excerpt(b, at) }) }];
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const within = (path: string, key: string, inside: object): string =>
  Array.isArray(inside) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
const written = (value: unknown): string | undefined => (typeof value === 'string' ? value : JSON.stringify(value));

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

function excerpt(text: string, at: number): string {
  const from = text.length <= SHOWN ? 0 : Math.max(0, at - BEFORE);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + SHOWN)}${from + SHOWN < text.length ? '…' : ''}`;
}
