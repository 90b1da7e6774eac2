import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';

/** Containers and leaves only: with text directives "de 9:30 à 12:00" would lose its minutes. */
const flowDirectives = { flow: directive().flow };

/** The Markdown of an article's body as a syntax tree. */
export const markdownTree = (body: string): Root =>
  fromMarkdown(body, { extensions: [flowDirectives, gfmTable()], mdastExtensions: [directiveFromMarkdown(), gfmTableFromMarkdown()] });
