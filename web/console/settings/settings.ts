import { useSyncExternalStore } from 'react';

/** What one person likes on one device. Nothing here is about a citizen. */
export interface Settings {
  lang: 'fr' | 'en';
  sound: boolean;
  webNotifications: boolean;
  shortcuts: boolean;
}

const KEY = 'guichet.console.settings';
const DEFAULTS: Settings = { lang: 'fr', sound: false, webNotifications: false, shortcuts: true };
const listeners = new Set<() => void>();
let current = read();

function read(): Settings {
  try {
    return { ...DEFAULTS, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>) };
  } catch {
    return DEFAULTS;
  }
}

export const getSettings = (): Settings => current;

export function changeSettings(change: Partial<Settings>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing: the choice lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

export function onSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSettings = (): Settings => useSyncExternalStore(onSettings, getSettings);
