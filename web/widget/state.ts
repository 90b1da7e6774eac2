import type { SiteView } from '../../src/contract/citizen.js';
import type { ErrorCode } from '../../src/contract/codes.js';
import type { ConversationEvent } from '../../src/contract/events.js';
import { TEXT_MAX } from '../../src/contract/limits.js';
import type { Lang, Status } from '../../src/contract/vocabulary.js';
import type { Line } from '../receiver/sender.js';
import { afterEvent } from './after-event.js';

export type Dialog = 'human' | 'callback' | 'erase' | 'end' | 'new' | 'contact';
export interface Queue {
  place?: number;
  waitMinutes?: [number, number];
}
/** A sentence above the field: a refusal, or what became of an order. */
export interface Notice {
  code?: ErrorCode;
  text?: 'eraseDone' | 'eraseFailed' | 'downloadFailed' | 'expired' | 'tooMany' | 'notMineReply';
  retryInMs?: number;
}

/** Everything the widget draws. Fed by the site, the receiver, the sender and the citizen's own gestures. */
export interface State {
  lang: Lang;
  site?: SiteView;
  /** `off`: the kill switch closed the widget. */
  siteState: 'loading' | 'ready' | 'failed' | 'off';
  link: 'idle' | 'connecting' | 'connected' | 'lost';
  /** A conversation was found or begun. */
  begun: boolean;
  resuming: boolean;
  status: Status;
  service?: string;
  agent?: string;
  queue: Queue;
  events: ConversationEvent[];
  erased: ReadonlySet<number>;
  rated: ReadonlyMap<number, boolean>;
  /** False while past lines are put back: a screen reader must not read them all again. */
  live: boolean;
  lines: readonly Line[];
  maxText: number;
  typing?: { name?: string };
  dialog?: Dialog;
  notice?: Notice;
  idleWarning: boolean;
  large: boolean;
  /** Polite announcement; `n` makes equal texts two announcements. */
  said: { n: number; text: string };
  /** Text put into the field from outside: a line that could not be kept. */
  draft: string;
}

export type Action =
  | { type: 'site'; site: SiteView }
  | { type: 'site-failed'; off: boolean }
  | { type: 'link'; link: State['link'] }
  | { type: 'resuming' }
  | { type: 'opened'; status: Status; service?: string; maxText: number }
  | { type: 'events'; events: ConversationEvent[] }
  | { type: 'live' }
  | { type: 'lines'; lines: readonly Line[] }
  | { type: 'typing'; typing?: { name?: string } }
  | { type: 'dialog'; dialog?: Dialog }
  | { type: 'notice'; notice?: Notice }
  | { type: 'idle'; warning: boolean }
  | { type: 'large'; large: boolean }
  | { type: 'say'; text: string }
  | { type: 'lang'; lang: Lang }
  | { type: 'draft'; text: string }
  | { type: 'expired' }
  | { type: 'reset' };

export const firstState = (lang: Lang): State => ({
  lang,
  siteState: 'loading',
  link: 'idle',
  begun: false,
  resuming: false,
  status: 'bot',
  queue: {},
  events: [],
  erased: new Set(),
  rated: new Map(),
  live: false,
  lines: [],
  maxText: TEXT_MAX,
  idleWarning: false,
  large: false,
  said: { n: 0, text: '' },
  draft: '',
});

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'site':
      return { ...state, site: action.site, siteState: 'ready' };
    case 'site-failed':
      return { ...state, siteState: action.off ? 'off' : 'failed' };
    case 'link':
      return { ...state, link: action.link };
    case 'resuming':
      return { ...state, resuming: true };
    case 'opened':
      return { ...state, begun: true, status: action.status, service: action.service, maxText: action.maxText };
    case 'events':
      return action.events.reduce(afterEvent, { ...state, resuming: false });
    case 'live':
      return { ...state, live: true };
    case 'lines':
      return { ...state, lines: action.lines };
    case 'typing':
      return { ...state, typing: action.typing };
    case 'dialog':
      return { ...state, dialog: action.dialog };
    case 'notice':
      return { ...state, notice: action.notice };
    case 'idle':
      return { ...state, idleWarning: action.warning };
    case 'large':
      return { ...state, large: action.large };
    case 'say':
      return { ...state, said: { n: state.said.n + 1, text: action.text } };
    case 'lang':
      return { ...state, lang: action.lang };
    case 'draft':
      return { ...state, draft: action.text };
    case 'expired':
      return state.events.length === 0
        ? { ...cleared(state), draft: state.draft }
        : { ...state, status: 'closed', resuming: false, notice: { text: 'expired' }, idleWarning: false };
    case 'reset':
      return cleared(state);
  }
}

/** As before the first word; what belongs to the place rather than to the conversation stays. */
function cleared({ lang, site, siteState, link, large, said }: State): State {
  return { ...firstState(lang), site, siteState, link, large, said };
}
