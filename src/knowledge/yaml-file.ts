import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Problems } from './problems.js';

export interface YamlItem<T> {
  value: T;
  line: number;
  /** Line of the node at a path inside the item; the item's own line when there is none. */
  lineOf(path: PropertyKey[]): number;
}

/** One slip makes YAML complain many times over. */
const MOST_ERRORS = 5;

/** A YAML text with the line of each of its nodes: people correct content by file and line. */
class YamlText {
  private readonly lines = new LineCounter();
  readonly document: Document;
  constructor(
    text: string,
    private readonly problems: Problems,
    private readonly firstLine: number,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    for (const error of this.document.errors.slice(0, MOST_ERRORS))
      problems.error('yaml', `YAML illisible : ${error.message}`, this.at(error.pos[0]));
  }

  get readable(): boolean {
    return this.document.errors.length === 0;
  }

  lineOf(path: PropertyKey[]): number {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = this.document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return this.at(node.range[0]);
    }
    return this.firstLine;
  }

  item<S extends z.ZodType>(schema: S, path: PropertyKey[]): YamlItem<z.output<S>> | undefined {
    const node = path.length === 0 ? this.document : this.document.getIn(path, true);
    const raw: unknown = isNode(node) ? node.toJS(this.document) : this.document.toJS();
    const parsed = schema.safeParse(raw);
    if (parsed.success) {
      return { value: parsed.data, line: this.lineOf(path), lineOf: (inside) => this.lineOf([...path, ...inside]) };
    }
    for (const issue of parsed.error.issues) {
      const field = issue.path.map(String).join('.');
      const what = issue.code === 'unrecognized_keys' ? `champ inconnu : ${issue.keys.join(', ')}` : issue.message;
      this.problems.error('field', field === '' ? what : `« ${field} » : ${what}`, this.lineOf([...path, ...issue.path]));
    }
    return undefined;
  }

  private at(offset: number): number {
    return this.lines.linePos(offset).line + this.firstLine - 1;
  }
}

/** A list: an item that does not fit is reported and left out, the others stay. */
export function readYamlList<S extends z.ZodType>(text: string, schema: S, problems: Problems): YamlItem<z.output<S>>[] {
  const yaml = new YamlText(text, problems, 1);
  if (!yaml.readable) return [];
  const raw: unknown = yaml.document.toJS();
  if (raw === null || raw === undefined) return [];
  if (!Array.isArray(raw)) {
    problems.error('field', 'une liste est attendue (chaque élément commence par un tiret)', 1);
    return [];
  }
  return raw.map((_, at) => yaml.item(schema, [at])).filter((item) => item !== undefined);
}

/** One map of fields; `firstLine` is the line of the file at which the text begins. */
export function readYamlMap<S extends z.ZodType>(
  text: string,
  schema: S,
  problems: Problems,
  firstLine = 1,
): YamlItem<z.output<S>> | undefined {
  const yaml = new YamlText(text, problems, firstLine);
  return yaml.readable ? yaml.item(schema, []) : undefined;
}

/** A map of values of one kind: one that does not fit is reported and left out, the others stay. */
export function readYamlEntries<S extends z.ZodType>(
  text: string,
  schema: S,
  problems: Problems,
): (YamlItem<z.output<S>> & { key: string })[] {
  const yaml = new YamlText(text, problems, 1);
  if (!yaml.readable) return [];
  const raw: unknown = yaml.document.toJS();
  if (raw === null || raw === undefined) return [];
  if (typeof raw !== 'object' || Array.isArray(raw)) {
    problems.error('field', 'des entrées « identifiant: » sont attendues', 1);
    return [];
  }
  return Object.keys(raw).flatMap((key) => {
    const item = yaml.item(schema, [key]);
    return item === undefined ? [] : [{ ...item, key }];
  });
}
