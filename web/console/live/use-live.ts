import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Line } from '../../receiver/index.js';
import type { DeskLive, LiveState } from './desk-live.js';
import { unreadOf, type Held } from './held-log.js';

/** Null for people without a desk: editors, administrators. */
export const LiveContext = createContext<DeskLive | null>(null);

const IDLE: LiveState = { link: 'connected', held: {}, lines: [] };
const nothing = (): (() => void) => () => undefined;

export const useLiveIfAny = (): DeskLive | null => useContext(LiveContext);

export function useLive(): DeskLive {
  const live = useContext(LiveContext);
  if (!live) throw new Error('useLive without a desk');
  return live;
}
export function useLiveState(): LiveState {
  const live = useContext(LiveContext);
  return useSyncExternalStore(live?.subscribe ?? nothing, live?.getState ?? (() => IDLE));
}
export const useHeld = (id: string): Held | undefined => useLiveState().held[id];

export const useLines = (id: string): Line[] => useLiveState().lines.filter((line) => line.conversationId === id);

export const useUnread = (): number => Object.values(useLiveState().held).reduce((sum, held) => sum + (held.lost ? 0 : unreadOf(held)), 0);
