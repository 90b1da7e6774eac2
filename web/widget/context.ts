import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Conversation } from './conversation.js';
import type { Action, State } from './state.js';
import type { Texts } from './texts.fr.js';

export interface Widget {
  state: State;
  texts: Texts;
  dispatch(action: Action): void;
  conversation: Conversation;
  embedded: boolean;
  /** To the field after an order, but never raising a phone's keyboard unasked. */
  focusField(): void;
  closePanel(): void;
  resize(large: boolean): void;
}
export const WidgetContext = createContext<Widget | null>(null);

export function useWidget(): Widget {
  const widget = useContext(WidgetContext);
  if (!widget) throw new Error('a view stands outside of the widget');
  return widget;
}
