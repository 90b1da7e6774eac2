import type { Line } from './sender.js';

/** What is used of a browser's Storage. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'guichet.outbox';

/** The lines that were not acknowledged, kept through a reload. A storage that refuses only costs that. */
export function createOutbox(store: Store | undefined): { read(): Line[]; write(lines: readonly Line[]): void } {
  return {
    read() {
      try {
        const lines: unknown = JSON.parse(store?.getItem(KEY) ?? '[]');
        return Array.isArray(lines) ? lines.filter(isLine) : [];
      } catch {
        return [];
      }
    },
    write(lines) {
      try {
        if (lines.length > 0) store?.setItem(KEY, JSON.stringify(lines));
        else store?.removeItem(KEY);
      } catch {
        // Storage full or forbidden: the lines live in memory until the page goes.
      }
    },
  };
}

function isLine(value: unknown): value is Line {
  const line = value as Partial<Line> | null;
  return typeof line?.clientId === 'string' && typeof line.conversationId === 'string' && typeof line.call === 'string';
}
