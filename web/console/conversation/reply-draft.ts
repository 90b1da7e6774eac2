import { useRef, useState, type RefObject } from 'react';
import { draftOf, keepDraft, type Draft } from '../live/drafts.js';

export interface ReplyDraft {
  draft: Draft;
  field: RefObject<HTMLTextAreaElement | null>;
  setText(text: string): void;
  attach(article: Draft['article']): void;
  clear(): void;
  focus(): void;
}

/** What is being written to one citizen, kept at each key. `opening` makes the sentence that goes with a bare article. */
export function useReplyDraft(conversationId: string, opening: (title: string) => string): ReplyDraft {
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(() => draftOf(conversationId));
  const set = (next: Draft): void => {
    setDraft(next);
    keepDraft(conversationId, next);
  };
  const focus = (): void => field.current?.focus();
  return {
    draft,
    field,
    focus,
    setText: (text) => set({ ...draft, text }),
    attach(article) {
      const untouched = draft.text.trim() === '' || (draft.article !== undefined && draft.text === opening(draft.article.title));
      const text = untouched ? (article ? opening(article.title) : '') : draft.text;
      set(article ? { text, article } : { text });
      focus();
    },
    clear: () => set({ text: '' }),
  };
}
