import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface Import {
  /** As written: "./turn.js", "zod". */
  from: string;
  /** Path below the root of the repository, for an import of our own; else undefined. */
  target?: string;
  names: string[];
  /** Gone once compiled. */
  typeOnly: boolean;
}
export interface Source {
  /** Path below the root of the repository, with "/". */
  path: string;
  lines: number;
  tree: ts.SourceFile;
  imports: Import[];
}

/** Every TypeScript file below a folder of the repository, parsed. */
export function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .map((path) => sourceOf(path));
}

function sourceOf(path: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  return { path, lines: text.split('\n').length - 1, tree, imports: importsOf(tree, path) };
}

function importsOf(tree: ts.SourceFile, path: string): Import[] {
  const found: Import[] = [];
  const add = (from: string, names: string[], typeOnly: boolean) => found.push({ from, target: targetOf(from, path), names, typeOnly });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(textOf(node.moduleSpecifier), ...bound(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(textOf(node.moduleSpecifier), ['*'], node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(textOf(node.arguments[0]!), ['*'], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(textOf(node.argument.literal), ['*'], true);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function bound(clause: ts.ImportClause | undefined): [names: string[], typeOnly: boolean] {
  if (clause === undefined) return [[], false];
  const bindings = clause.namedBindings;
  const named = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const whole = clause.name !== undefined || (bindings !== undefined && ts.isNamespaceImport(bindings));
  const names = [...named.map((element) => (element.propertyName ?? element.name).text), ...(whole ? ['*'] : [])];
  return [names, clause.isTypeOnly || (!whole && named.length > 0 && named.every((element) => element.isTypeOnly))];
}

const textOf = (node: ts.Node): string => (ts.isStringLiteralLike(node) ? node.text : `<computed: ${node.getText()}>`);

/** `.js` stands for the `.ts` or `.tsx` beside it. */
function targetOf(from: string, path: string): string | undefined {
  if (!from.startsWith('.')) return undefined;
  const plain = relative(ROOT, resolve(ROOT, dirname(path), from));
  const name = plain.replace(/\.(js|tsx?)$/, '');
  return [`${name}.ts`, `${name}.tsx`, `${name}/index.ts`].find((file) => ts.sys.fileExists(join(ROOT, file))) ?? plain;
}
