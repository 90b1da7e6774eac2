import type { TurnContext } from '../dialogue/index.js';
import { answeringCode } from '../platform/version.js';
import type { ConversationRow } from './rows.js';

/** What an answer depended on besides the words, what was remembered and the snapshot. Stored with it; holds nobody's words. */
export interface Circumstances {
  /** The code that gave it. */
  code: string;
  botOn: boolean;
  site: TurnContext['site'];
}

export const circumstancesOf = ({ botOn, site }: TurnContext): string =>
  JSON.stringify({ code: answeringCode(), botOn, site } satisfies Circumstances);

/** The world as the dialogue saw it when it gave an answer: the time is the answer's, language and page are the conversation's. */
export function contextThen({ botOn, site }: Circumstances, { lang, page }: ConversationRow, now: string): TurnContext {
  return { now, lang, site, botOn, ...(page === null ? {} : { page }) };
}
