import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { sourcesOf, type Source } from '../harness/imports.js';

/** The rooms of the service and the floor each stands on; the files right under src/ are the roof. */
const FLOORS: Record<string, number> = {
  contract: 0,
  language: 1,
  masking: 1,
  platform: 1,
  matching: 2,
  accounts: 2,
  dialogue: 3,
  knowledge: 3,
  privacy: 3,
  conversation: 4,
  desk: 5,
  learning: 6,
  insights: 6,
};
const ROOF = 7;
const PURE = ['contract', 'language', 'masking', 'matching', 'dialogue'];
/** What a pure room may take from outside. `node:crypto` for a hash of its own values and nothing else. */
const PURE_PACKAGES: Record<string, RegExp> = {
  contract: /^zod$/,
  language: /^natural\/lib\//,
  matching: /^natural\/lib\//,
};
const MOST_LINES = 250;
/** One table of every HTTP call, read side by side; it may outgrow the limit a little. */
const LONG_TABLES: Record<string, number> = { 'src/contract/http.ts': 300 };

const server = sourcesOf('src');
const browser = sourcesOf('web');
const roomOf = (path: string) => (path.split('/').length > 2 ? path.split('/')[1]! : undefined);
const floorOf = (path: string) => {
  const room = roomOf(path);
  return room === undefined ? ROOF : (FLOORS[room] ?? Number.NaN);
};
const below = (folder: string, files: Source[]) => files.filter(({ path }) => path.startsWith(folder));
/** "file → import" of what breaks a rule: an empty list is the fact that a test states. */
const breaches = (files: Source[], breaks: (from: string, target: string | undefined, file: Source, names: string[]) => boolean) =>
  files.flatMap((file) =>
    file.imports.filter(({ from, target, names }) => breaks(from, target, file, names)).map(({ from }) => `${file.path} → ${from}`),
  );

describe('the floors of the house', () => {
  it('knows every room', () => {
    expect([...new Set(server.map(({ path }) => roomOf(path)))].filter((room) => room !== undefined && FLOORS[room] === undefined)).toEqual(
      [],
    );
  });

  it('lets a file import its own room or a lower floor only', () => {
    const climbs = breaches(server, (_from, target, { path }) => {
      if (target === undefined) return false;
      return !target.startsWith('src/') || (roomOf(target) !== roomOf(path) && floorOf(target) >= floorOf(path));
    });
    expect(climbs).toEqual([]);
  });

  it('imports files that exist', () => {
    expect(breaches([...server, ...browser], (_from, target) => target?.endsWith('.js') === true)).toEqual([]);
  });

  it('keeps the pure rooms free of packages and of rooms that are not pure', () => {
    const impure = breaches(
      server.filter(({ path }) => PURE.includes(roomOf(path) ?? '')),
      (from, target, { path }, names) => {
        if (target !== undefined) return !PURE.includes(roomOf(target) ?? '');
        if (from === 'node:crypto') return names.some((name) => name !== 'createHash');
        return PURE_PACKAGES[roomOf(path)!]?.test(from) !== true;
      },
    );
    expect(impure).toEqual([]);
  });

  it('gives the pure rooms no clock, no chance and no environment', () => {
    expect(server.filter(({ path }) => PURE.includes(roomOf(path) ?? '')).flatMap((file) => worldly(file))).toEqual([]);
  });

  it('reads the environment in platform/config.ts alone', () => {
    expect(server.filter((file) => mentions(file, 'process', 'env').length > 0).map(({ path }) => path)).toEqual([
      'src/platform/config.ts',
    ]);
  });

  it('imports natural by subpath, in language and matching alone', () => {
    const wrong = breaches([...server, ...browser], (from, _target, { path }) =>
      /^natural(\/|$)/.test(from)
        ? !from.startsWith('natural/lib/natural/') || !['language', 'matching'].includes(roomOf(path) ?? '')
        : false,
    );
    expect(wrong).toEqual([]);
  });
});

describe('what runs in a browser', () => {
  it('takes the contract from the service and nothing else', () => {
    expect(
      breaches(browser, (_from, target) => target !== undefined && !target.startsWith('web/') && !target.startsWith('src/contract/')),
    ).toEqual([]);
  });

  it('ships no schema with the loader and the widget', () => {
    expect(
      reachedFrom([...below('web/loader/', browser), ...below('web/widget/', browser)], [...browser, ...server]).filter((name) =>
        name.startsWith('zod'),
      ),
    ).toEqual([]);
  });

  it('keeps loader, widget and console apart, but for the verbs that loader and widget exchange', () => {
    const parts = ['web/loader/', 'web/widget/', 'web/console/'];
    const strays = breaches(browser, (_from, target, { path }) => {
      const own = parts.find((part) => path.startsWith(part));
      return target !== 'web/loader/verbs.ts' && parts.some((part) => part !== own && target?.startsWith(part));
    });
    expect(strays).toEqual([]);
  });
});

describe('names and sizes', () => {
  const own = [...server, ...browser];
  it('names files by a noun or a verb', () => {
    const empty = /(^|[-./])(utils?|helpers?|common|base|managers?)([-./]|$)/;
    expect(own.map(({ path }) => path).filter((path) => empty.test(path.slice(path.indexOf('/'))))).toEqual([]);
  });

  it('writes file names in kebab-case', () => {
    expect(own.map(({ path }) => path).filter((path) => !/^[a-z0-9/.-]+$/.test(path))).toEqual([]);
  });

  it(`keeps a file of the service under ${MOST_LINES} lines`, () => {
    const long = server.filter(({ lines, path }) => lines > (LONG_TABLES[path] ?? MOST_LINES));
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });
});

/** Places where a file looks at the world: clock, chance, environment, timers. */
function worldly(file: Source): string[] {
  const found = [
    ...mentions(file, 'process'),
    ...mentions(file, 'Date', 'now'),
    ...mentions(file, 'Math', 'random'),
    ...mentions(file, 'performance'),
    ...mentions(file, 'setTimeout'),
    ...mentions(file, 'setInterval'),
    ...mentions(file, 'fetch'),
    ...mentions(file, 'console'),
  ];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) found.push(at(file, node));
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

/** Where `object.member`, or the free name `object`, is used as a value. */
function mentions(file: Source, object: string, member?: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === object && isFree(node)) {
      const { parent } = node;
      if (member === undefined || (ts.isPropertyAccessExpression(parent) && parent.expression === node && parent.name.text === member))
        found.push(at(file, node));
    }
    ts.forEachChild(node, visit);
  };
  visit(file.tree);
  return found;
}

/** Not the name of a property, of a type or of something declared here. */
function isFree(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  return ts.isCallExpression(parent) || ts.isElementAccessExpression(parent) || ts.isBinaryExpression(parent) || ts.isSpreadElement(parent);
}

const at = ({ path, tree }: Source, node: ts.Node) => `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;

/** Packages that end up in a bundle of these files: imports that outlive compilation, followed through our own files. */
function reachedFrom(entries: Source[], all: Source[]): string[] {
  const byPath = new Map(all.map((file) => [file.path, file]));
  const seen = new Set<string>();
  const packages = new Set<string>();
  const queue = entries.map(({ path }) => path);
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    for (const { from, target, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (typeOnly) continue;
      if (target === undefined) packages.add(from);
      else queue.push(target);
    }
  }
  return [...packages];
}
