import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import type { Block, Case } from '../contract/index.js';
import type { ArticleReader } from './article-reader.js';
import { blocksOf } from './blocks-of.js';
import { conditionProblem, CORPUS_CONDITION, SETS } from './case-condition.js';
import { checkUrl } from './inlines.js';

type Attributes = Record<string, string>;

/** `::service`, `::contact`, `::link`, `::fact`: one line, one card. */
export function leafBlock(node: LeafDirective, reader: ArticleReader): Block[] {
  const line = reader.line(node);
  const label = reader.plain(toString(node).trim(), line);
  const given = Object.fromEntries(Object.entries(node.attributes ?? {}).map(([name, value]) => [name, reader.plain(value ?? '', line)]));
  if (label === '') reader.problems.error('directive', `::${node.name} : un titre entre crochets est attendu`, line);
  if (given.url !== undefined) checkUrl(given.url, line, reader);
  const known = LEAVES[node.name];
  if (known === undefined) {
    reader.problems.error('directive', `bloc inconnu : ::${node.name} ; possibles : ${Object.keys(LEAVES).join(', ')}`, line);
    return [];
  }
  for (const name of Object.keys(given)) {
    if (!known.includes(name))
      reader.problems.error('directive', `::${node.name} : attribut inconnu « ${name} » ; possibles : ${known.join(', ')}`, line);
  }
  return leaf(node.name, label, pick(given, known), reader, line);
}

const LEAVES: Record<string, readonly string[]> = {
  service: ['url', 'needs'],
  contact: ['address', 'phone', 'hours', 'url', 'email'],
  link: ['article', 'url'],
  fact: ['id'],
};
const pick = (given: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));

function leaf(name: string, label: string, given: Attributes, reader: ArticleReader, line: number): Block[] {
  switch (name) {
    case 'service':
      if (given.url === undefined) reader.problems.error('directive', '::service : « url » est attendu', line);
      return [{ type: 'service', title: label, url: given.url ?? '', ...(given.needs ? { needs: given.needs } : {}) }];
    case 'contact':
      return [{ type: 'contact', name: label, ...given }];
    case 'link':
      if ((given.article === undefined) === (given.url === undefined))
        reader.problems.error('directive', '::link : « article » ou « url » est attendu, et un seul des deux', line);
      if (given.article !== undefined) reader.article(given.article, line);
      return [{ type: 'link', title: label, ...given }];
    default:
      if (given.id === undefined) reader.problems.error('directive', '::fact : « id » est attendu', line);
      return given.id === undefined ? [] : [{ type: 'fact', id: given.id, label, text: reader.fact(given.id, line) }];
  }
}

/** `:::note`, `:::warning`, `::::cases` with its `:::case`s; `:::when` around what holds under a condition of a corpus. */
export function containerBlock(node: ContainerDirective, reader: ArticleReader): Block[] {
  const line = reader.line(node);
  if (!closed(node, reader)) reader.problems.error('fence', `bloc :::${node.name} jamais refermé, ou refermé avec moins de « : »`, line);
  const { label, children } = labelled(node, reader);
  if (node.name === 'note' || node.name === 'warning') {
    const title = label === '' ? { note: 'À savoir', warning: 'Attention' }[node.name] : label;
    return [{ type: 'callout', tone: node.name, title, blocks: blocksOf(children, reader) }];
  }
  if (node.name === 'when') {
    const when = ofCorpus(node.attributes?.if, CORPUS_CONDITION, line, reader);
    return blocksOf(children, reader).map((block) => (when === undefined ? block : { ...block, when }));
  }
  if (node.name === 'cases') return [{ type: 'cases', title: label, cases: casesOf(children, line, reader) }];
  const message =
    node.name === 'case'
      ? ':::case doit être dans un bloc ::::cases, qui porte un « : » de plus'
      : `bloc inconnu : :::${node.name} ; possibles : note, warning, cases, when`;
  reader.problems.error('directive', message, line);
  return blocksOf(children, reader);
}

function casesOf(children: ContainerDirective['children'], line: number, reader: ArticleReader): Case[] {
  const cases: Case[] = [];
  for (const child of children) {
    if (child.type !== 'containerDirective' || child.name !== 'case') {
      reader.problems.error('directive', 'un bloc ::::cases ne contient que des :::case', reader.line(child));
      continue;
    }
    cases.push(caseOf(child, reader));
  }
  if (cases.length < 2 && !cases.some(({ sets }) => sets))
    reader.problems.warn('case', 'un choix de situations en demande au moins deux', line);
  return cases;
}

function caseOf(node: ContainerDirective, reader: ArticleReader): Case {
  const line = reader.line(node);
  if (!closed(node, reader)) reader.problems.error('fence', 'bloc :::case jamais refermé, ou refermé avec moins de « : »', line);
  const { label, children } = labelled(node, reader);
  if (label === '') reader.problems.error('directive', ':::case : un titre entre crochets est attendu', line);
  const condition = node.attributes?.if?.trim();
  const problem = condition ? conditionProblem(condition) : undefined;
  if (problem !== undefined) reader.problems.error('condition', problem, line);
  const when = ofCorpus(node.attributes?.when, CORPUS_CONDITION, line, reader);
  const sets = (node.attributes?.sets ?? '').split(' ').flatMap((variable) => ofCorpus(variable, SETS, line, reader) ?? []);
  const blocks = blocksOf(children, reader);
  if (blocks.length === 0) reader.problems.error('empty', `situation vide : « ${label} »`, line);
  return {
    label,
    ...(condition && problem === undefined ? { if: condition } : {}),
    ...(when !== undefined && { when }),
    ...(sets.length > 0 && { sets }),
    blocks,
  };
}

/** What an import wrote of the corpus' own variables; nobody else writes those. */
function ofCorpus(value: string | null | undefined, form: RegExp, line: number, reader: ArticleReader): string | undefined {
  if (!value) return undefined;
  if (form.test(value)) return value;
  reader.problems.error('condition', `condition de corpus illisible : « ${value} » (par exemple T10685=yes or T10694=yes)`, line);
  return undefined;
}

/** The text in brackets is the first child, marked as the label. */
function labelled(node: ContainerDirective, reader: ArticleReader) {
  const [first, ...rest] = node.children;
  const isLabel = first?.type === 'paragraph' && first.data?.directiveLabel === true;
  return {
    label: isLabel ? reader.plain(toString(first).trim(), reader.line(first)) : '',
    children: isLabel ? rest : node.children,
  };
}

/** An unclosed container silently swallows the rest of the file: its last line must be its own fence. */
function closed(node: ContainerDirective, reader: ArticleReader): boolean {
  const { start, end } = node.position!;
  const opening = /:{3,}/.exec(reader.lines[start.line - 1] ?? '')?.[0].length ?? 3;
  const last = (reader.lines[end.line - 1] ?? '').trim();
  return end.line > start.line && /^:{3,}$/.test(last) && last.length >= opening;
}
