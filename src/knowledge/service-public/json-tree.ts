import { lineOfJsonError } from '../json-lines.js';
import { CORPUS_LIMITS, CorpusError } from './corpus-error.js';
import type { TreeElement, TreeNode } from './node.js';

/** The JSON of a file, its bytes being UTF-8. */
export function jsonOf(bytes: Uint8Array, file: string): unknown {
  const text = utf8(bytes, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CorpusError(file, lineOfJsonError(error, text), 'this is not JSON');
  }
}

function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CorpusError(file, lineOfBadByte(bytes), 'this is not UTF-8');
  }
}

/** The line on which bytes stop being UTF-8. */
function lineOfBadByte(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end + 1;
    try {
      decoder.decode(bytes.subarray(from, to));
    } catch {
      return line;
    }
    line++;
    from = to;
  }
  return line;
}

/** The root of `{"id": "F2655", "children": [ROOT]}`. */
export function rootOf(json: unknown, file: string): TreeElement {
  const children = isRecord(json) && Array.isArray(json['children']) ? (json['children'] as unknown[]) : [];
  const root = children.length === 1 ? nodeOf(children[0], file, 1) : undefined;
  if (root === undefined || typeof root === 'string') throw new CorpusError(file, 1, 'one root element is expected');
  return root;
}

function nodeOf(json: unknown, file: string, depth: number): TreeNode {
  if (depth > CORPUS_LIMITS.depth) throw new CorpusError(file, 1, `elements nest deeper than ${CORPUS_LIMITS.depth}`);
  if (isRecord(json) && json['type'] === 'text' && typeof json['text'] === 'string') return json['text'];
  if (!isRecord(json) || json['type'] !== 'element' || typeof json['name'] !== 'string')
    throw new CorpusError(file, 1, 'a node is neither an element nor a text');
  const { attributes, children } = json;
  return {
    name: json['name'],
    attributes: isRecord(attributes) ? (attributes as Record<string, string>) : {},
    children: Array.isArray(children) ? children.map((child) => nodeOf(child, file, depth + 1)) : [],
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
