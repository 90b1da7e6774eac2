import { useEffect, useState } from 'preact/hooks';
import { firstState, reduce, type Action, type State } from './state.js';
import type { Lang } from '../../src/contract/vocabulary.js';

/** One state for the whole widget, readable outside of the views too. */
export interface Store {
  state(): State;
  dispatch(action: Action): void;
  subscribe(heard: () => void): () => void;
}
export function createStore(lang: Lang): Store {
  let state = firstState(lang);
  const heard = new Set<() => void>();
  return {
    state: () => state,
    dispatch(action) {
      state = reduce(state, action);
      heard.forEach((task) => task());
    },
    subscribe(task) {
      heard.add(task);
      return () => heard.delete(task);
    },
  };
}
export function useStore(store: Store): State {
  const [state, set] = useState(store.state);
  useEffect(() => {
    set(store.state());
    return store.subscribe(() => set(store.state()));
  }, [store]);
  return state;
}
