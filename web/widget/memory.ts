/**
 * What the frame keeps on the device, in its own origin and only from the first message on. The token stays in this tab
 * (another tab has the cookie); the conversation's number, no secret without a session, lets other tabs find it again.
 */
export interface Memory {
  token(): string | undefined;
  conversation(): string | undefined;
  keepToken(token: string): void;
  keepConversation(id: string): void;
  /** The conversation is over: another tab must not come back to it. */
  forgetConversation(): void;
  forgetSession(): void;
  /** Where the sender keeps its unacknowledged lines. */
  outbox: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
}

export function openMemory(site: string): Memory {
  const name = (key: string): string => `guichet.${site}.${key}`;
  const tab = guarded(() => window.sessionStorage);
  const device = guarded(() => window.localStorage);
  const forgetConversation = (): void => {
    tab.remove(name('conversation'));
    device.remove(name('conversation'));
  };
  return {
    token: () => tab.get(name('token')),
    conversation: () => tab.get(name('conversation')) ?? device.get(name('conversation')),
    keepToken: (token) => tab.set(name('token'), token),
    keepConversation(id) {
      tab.set(name('conversation'), id);
      device.set(name('conversation'), id);
    },
    forgetConversation,
    forgetSession() {
      forgetConversation();
      tab.remove(name('token'));
    },
    outbox: {
      getItem: (key) => tab.get(name(key)) ?? null,
      setItem: (key, value) => tab.set(name(key), value),
      removeItem: (key) => tab.remove(name(key)),
    },
  };
}

/** A browser may forbid storage in frames, by an exception: the conversation then lives as long as the page. */
function guarded(storage: () => Storage) {
  const spare = new Map<string, string>();
  const attempt = <T>(use: (storage: Storage) => T, otherwise: () => T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise();
    }
  };
  return {
    get: (key: string): string | undefined =>
      attempt(
        (s) => s.getItem(key),
        () => null,
      ) ?? spare.get(key),
    set: (key: string, value: string): void =>
      attempt(
        (s) => s.setItem(key, value),
        () => void spare.set(key, value),
      ),
    remove(key: string): void {
      spare.delete(key);
      attempt(
        (s) => s.removeItem(key),
        () => undefined,
      );
    },
  };
}
