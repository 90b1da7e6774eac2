import type { Store } from '../../receiver/index.js';

const PREFIX = 'console.';

/** The agents' lines, apart from those that the widget of a page of the same origin keeps in this tab. */
export const outboxStore: Store = {
  getItem: (key) => sessionStorage.getItem(PREFIX + key),
  setItem: (key, value) => sessionStorage.setItem(PREFIX + key, value),
  removeItem: (key) => sessionStorage.removeItem(PREFIX + key),
};
