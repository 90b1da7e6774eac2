const KEY = 'console.drafts';

export interface Draft {
  text: string;
  /** Article that goes with the reply. */
  article?: { id: string; title: string };
}
const NONE: Draft = { text: '' };

function all(): Record<string, Draft> {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Record<string, Draft>;
  } catch {
    return {};
  }
}

/** What was being written to each citizen: survives a reload, a lost lease, a lost link; ends with the tab. */
export const draftOf = (conversationId: string): Draft => all()[conversationId] ?? NONE;

export function keepDraft(conversationId: string, draft: Draft): void {
  const drafts = all();
  if (draft.text === '' && draft.article === undefined) delete drafts[conversationId];
  else drafts[conversationId] = draft;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(drafts));
  } catch {
    // Storage refused: the draft lives in the field alone.
  }
}
