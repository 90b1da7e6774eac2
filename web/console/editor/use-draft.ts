import { useState } from 'react';
import type { ArticleEdition } from '../../../src/contract/http.js';

export interface ArticleDraft {
  markdown: string;
  utterances: string;
  nearMisses: string;
}
export interface DraftState {
  draft: ArticleDraft;
  dirty: boolean;
  change(change: Partial<ArticleDraft>): void;
  lists: { utterances: string[]; nearMisses: string[] };
}

export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const draftOf = (edition: ArticleEdition): ArticleDraft => ({
  markdown: edition.markdown,
  utterances: edition.utterances.join('\n'),
  nearMisses: edition.nearMisses.join('\n'),
});

const same = (one: ArticleDraft, other: ArticleDraft): boolean =>
  one.markdown === other.markdown && one.utterances === other.utterances && one.nearMisses === other.nearMisses;

/** What is being written, beside what is saved. */
export function useDraft(edition: ArticleEdition): DraftState {
  const saved = draftOf(edition);
  const [draft, setDraft] = useState(saved);
  const [start, setStart] = useState(saved);
  // A publication rewrites the head of what is saved: a draft nobody touched follows it.
  if (!same(start, saved)) {
    setStart(saved);
    if (same(draft, start)) setDraft(saved);
  }
  const lists = { utterances: linesOf(draft.utterances), nearMisses: linesOf(draft.nearMisses) };
  const dirty =
    draft.markdown !== saved.markdown ||
    lists.utterances.join('\n') !== saved.utterances ||
    lists.nearMisses.join('\n') !== saved.nearMisses;
  return { draft, dirty, lists, change: (change) => setDraft((before) => ({ ...before, ...change })) };
}
