import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { FILE_LIMITS, FileError } from '../file-error.js';
import type { TreeElement } from './node.js';

/** Elements whose blanks between two others part words. Everywhere else blanks between elements are the layout of the file. */
const RUNNING = new Set(['Paragraphe', 'MiseEnEvidence', 'Expression', 'Citation', 'LienInterne', 'LienExterne', 'LienIntra']);

/**
 * The tree of an XML file, read as it comes in: the same nodes as the JSON form gives. A document type is refused, and with it every entity
 * that a file could define; what is not UTF-8 or not well formed is refused by its line. Of a root that is none of `roots`, only the name is
 * kept.
 */
export async function readXml(chunks: AsyncIterable<Uint8Array>, file: string, roots: ReadonlySet<string>): Promise<TreeElement> {
  const builder = new Builder(file, roots);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.byteLength;
    if (bytes > FILE_LIMITS.entry) throw new FileError(file, builder.line, `larger than ${FILE_LIMITS.entry / 1024 ** 2} MB`);
    builder.write(decoded(decoder, chunk, builder));
  }
  builder.write(decoded(decoder, undefined, builder));
  return builder.end();
}

function decoded(decoder: TextDecoder, chunk: Uint8Array | undefined, builder: Builder): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    // The decoder does not say where: the line counts what stood before this piece, and the piece up to its first bad byte.
    return builder.fail(`this is not UTF-8`, goodLines(chunk));
  }
}

/** Line ends of a piece before its first byte that is no UTF-8. */
function goodLines(chunk: Uint8Array | undefined): number {
  let lines = 0;
  if (chunk === undefined) return lines;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let from = 0, end = chunk.indexOf(10); end >= 0; from = end + 1, end = chunk.indexOf(10, from), lines++) {
    try {
      decoder.decode(chunk.subarray(from, end + 1), { stream: true });
    } catch {
      break;
    }
  }
  return lines;
}

class Builder {
  private readonly parser = new SaxesParser();
  private readonly open: TreeElement[] = [];
  private root: TreeElement | undefined;
  private elements = 0;

  constructor(
    private readonly file: string,
    private readonly roots: ReadonlySet<string>,
  ) {
    this.parser.on('error', ({ message }) => this.fail(message.replace(/^[^:]*:?\d+:\d+: /, '')));
    this.parser.on('doctype', () => this.fail('a document type is not accepted'));
    this.parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') this.fail(`written in ${encoding}, UTF-8 is expected`);
    });
    this.parser.on('opentag', ({ name, attributes }) => this.enter({ name, attributes, children: [] }));
    this.parser.on('closetag', () => void this.open.pop());
    this.parser.on('text', (text) => this.text(text));
    this.parser.on('cdata', (text) => this.text(text));
  }

  get line(): number {
    return this.parser.line;
  }
  write(text: string): void {
    this.parser.write(text);
  }
  end(): TreeElement {
    this.parser.close();
    return this.root ?? this.fail('no element');
  }
  fail(message: string, further = 0): never {
    throw new FileError(this.file, this.parser.line + further, message);
  }

  private enter(element: TreeElement): void {
    if (++this.elements > FILE_LIMITS.elements) this.fail(`more than ${FILE_LIMITS.elements} elements`);
    if (this.open.length >= FILE_LIMITS.depth) this.fail(`elements nest deeper than ${FILE_LIMITS.depth}`);
    this.root ??= element;
    if (this.wanted) this.open.at(-1)?.children.push(element);
    this.open.push(element);
  }
  private text(text: string): void {
    const parent = this.open.at(-1);
    if (parent === undefined || !this.wanted) return;
    const last = parent.children.at(-1);
    if (text.trim() === '' && typeof last !== 'string') {
      if (RUNNING.has(parent.name)) parent.children.push(' ');
    } else if (typeof last === 'string') parent.children[parent.children.length - 1] = last + text;
    else parent.children.push(text);
  }
  private get wanted(): boolean {
    return this.root !== undefined && this.roots.has(this.root.name);
  }
}
