import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import type { CannedReply } from '../../../src/contract/http.js';
import { cannedQuery } from '../api/desk.js';

const NONE: readonly CannedReply[] = [];

export interface CannedMenu {
  open: boolean;
  replies: readonly CannedReply[];
  active: number;
  /** Looks at the text before the caret again. */
  look(text: string, caret: number): void;
  pick(reply: CannedReply): void;
  /** True when the menu used the key. */
  key(event: KeyboardEvent): boolean;
}

/** « /horaires » at the caret opens the canned replies whose shortcut begins so. */
export function useCannedMenu(service: string | undefined, insert: (from: number, to: number, text: string) => void): CannedMenu {
  const { data } = useQuery(cannedQuery);
  const [typed, setTyped] = useState<{ from: number; to: number; word: string } | null>(null);
  const [active, setActive] = useState(0);
  const mine = (data ?? NONE).filter((reply) => !reply.service || reply.service === service);
  const replies = typed ? mine.filter((reply) => reply.shortcut.startsWith(typed.word)) : NONE;
  const pick = (reply: CannedReply): void => {
    if (typed) insert(typed.from, typed.to, reply.text);
    setTyped(null);
  };
  return {
    open: typed !== null,
    replies,
    active,
    pick,
    look(text, caret) {
      const found = /(?:^|\s)\/([a-z0-9-]*)$/.exec(text.slice(0, caret));
      setTyped(found ? { from: caret - found[1]!.length - 1, to: caret, word: found[1]! } : null);
      setActive(0);
    },
    key(event) {
      if (!typed) return false;
      if (event.key === 'Escape') setTyped(null);
      else if (replies.length === 0) return false;
      else if (event.key === 'ArrowDown') setActive((active + 1) % replies.length);
      else if (event.key === 'ArrowUp') setActive((active + replies.length - 1) % replies.length);
      else if (event.key === 'Enter' || event.key === 'Tab') pick(replies[active] ?? replies[0]!);
      else return false;
      return true;
    },
  };
}
