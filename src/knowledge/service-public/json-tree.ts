import { lineOfJsonError } from '../json-lines.js';
import { utf8 } from '../utf8.js';
import { FILE_LIMITS, FileError } from '../file-error.js';
import type { TreeElement, TreeNode } from './node.js';

/** The JSON of a file, its bytes being UTF-8. */
export function jsonOf(bytes: Uint8Array, file: string): unknown {
  const text = utf8(bytes, file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FileError(file, lineOfJsonError(error, text), 'this is not JSON');
  }
}

/** The root of `{"id": "F2655", "children": [ROOT]}`. */
export function rootOf(json: unknown, file: string): TreeElement {
  const children = isRecord(json) && Array.isArray(json['children']) ? (json['children'] as unknown[]) : [];
  const root = children.length === 1 ? nodeOf(children[0], file, 1) : undefined;
  if (root === undefined || typeof root === 'string') throw new FileError(file, 1, 'one root element is expected');
  return root;
}

function nodeOf(json: unknown, file: string, depth: number): TreeNode {
  if (depth > FILE_LIMITS.depth) throw new FileError(file, 1, `elements nest deeper than ${FILE_LIMITS.depth}`);
  if (isRecord(json) && json['type'] === 'text' && typeof json['text'] === 'string') return json['text'];
  if (!isRecord(json) || json['type'] !== 'element' || typeof json['name'] !== 'string')
    throw new FileError(file, 1, 'a node is neither an element nor a text');
  const { attributes, children } = json;
  return {
    name: json['name'],
    attributes: isRecord(attributes) ? (attributes as Record<string, string>) : {},
    children: Array.isArray(children) ? children.map((child) => nodeOf(child, file, depth + 1)) : [],
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
