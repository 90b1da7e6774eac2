import type { z } from 'zod';
import { openSession, plainMessage } from './citizen.js';
import {
  accountPatch,
  articleDraft,
  beginSecondFactor,
  cannedReplyInput,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
  newAccount,
  newNote,
  preview,
  publish,
  restore,
  searchQuery,
  setPassword,
  setup,
  staffSession,
  statusChange,
  switches,
  takeOver,
  tryQuestion,
} from './http.js';

/** One HTTP route: who may call it, what it takes. The API document is made of these, and a test holds them equal to the routes. */
export interface HttpCall {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With `{name}` for what varies. */
  path: string;
  summary: string;
  /** `page`: for people, HTML or a file. */
  who: 'anyone' | 'citizen' | 'staff' | 'page';
  body?: z.ZodType;
  query?: z.ZodType;
}
const call = (
  method: HttpCall['method'],
  path: string,
  who: HttpCall['who'],
  summary: string,
  more: Pick<HttpCall, 'body' | 'query'> = {},
): HttpCall => ({ method, path, who, summary, ...more });

const ARTICLE = '/api/staff/editor/articles/{id}';
const SECOND_FACTOR = '/api/staff/me/second-factor';
const CONVERSATION = '/api/staff/desk/conversations/{id}';

export const HTTP_CALLS: HttpCall[] = [
  call('get', '/health/live', 'anyone', 'The process answers'),
  call('get', '/health/ready', 'anyone', 'The database answers and content is published'),
  call('get', '/metrics', 'anyone', 'Figures for Prometheus'),
  call('get', '/', 'page', 'Demo town site with the widget'),
  call('get', '/console', 'page', 'Console of the staff'),
  call('get', '/w/v1/loader.js', 'page', 'Loader of the widget'),
  call('get', '/w/frame', 'page', 'Frame of the widget'),
  call('get', '/w/pages.css', 'page', 'Style sheet of the plain pages'),
  call('get', '/w/assets/{name}', 'page', 'Files of the widget and of the console'),
  call('get', '/c/{site}', 'page', 'The conversation without JavaScript'),
  call('post', '/c/{site}/messages', 'page', 'A message or an action of that page', { body: plainMessage }),
  call('post', '/c/{site}/rappel', 'page', 'The callback form of that page'),
  call('get', '/c/{site}/donnees-personnelles', 'page', 'Privacy notice'),
  call('get', '/c/{site}/mentions-legales', 'page', 'Legal mentions'),
  call('get', '/c/{site}/accessibilite', 'page', 'Accessibility statement'),
  call('get', '/api/openapi.json', 'anyone', 'This document'),
  call('get', '/api/asyncapi.json', 'anyone', 'The socket calls'),
  call('post', '/api/citizen/session', 'anyone', 'Opens a citizen session: 201 {token} and a cookie', { body: openSession }),
  call('delete', '/api/citizen/session', 'citizen', 'Ends it'),
  call('get', '/api/citizen/site/{site}', 'anyone', 'A site: services, hours, banner'),
  call('get', '/api/citizen/transcript', 'citizen', 'The conversation as a text file'),
  call('post', '/api/staff/session', 'anyone', 'Signs in: 201 {token, roles, services} and a cookie', { body: staffSession }),
  call('get', '/api/staff/session', 'staff', 'Who is signed in'),
  call('delete', '/api/staff/session', 'staff', 'Signs out'),
  call('post', '/api/staff/setup', 'anyone', 'First account, by the one-time link', { body: setup }),
  call('post', '/api/staff/password', 'anyone', 'Chooses a password by a one-time link', { body: setPassword }),
  call('post', '/api/staff/me/password', 'staff', 'Changes one’s password', { body: changePassword }),
  call('post', SECOND_FACTOR, 'staff', 'Begins a second factor: 201 {secret, uri}', { body: beginSecondFactor }),
  call('post', `${SECOND_FACTOR}/confirm`, 'staff', 'Switches it on by its first code: {recoveryCodes}', { body: confirmSecondFactor }),
  call('post', `${SECOND_FACTOR}/off`, 'staff', 'Switches it off', { body: endSecondFactor }),
  call('get', '/api/staff/accounts', 'staff', 'Accounts (admin)'),
  call('post', '/api/staff/accounts', 'staff', 'Adds an account (admin)', { body: newAccount }),
  call('patch', '/api/staff/accounts/{id}', 'staff', 'Changes an account (admin)', { body: accountPatch }),
  call('post', '/api/staff/accounts/{id}/disable', 'staff', 'Disables an account (admin)'),
  call('post', '/api/staff/accounts/{id}/enable', 'staff', 'Enables it again (admin)'),
  call('post', '/api/staff/accounts/{id}/reset', 'staff', 'A link to choose another password (admin)'),
  call('post', '/api/staff/accounts/{id}/second-factor/reset', 'staff', 'Switches the second factor of another account off (admin)'),
  call('get', '/api/staff/audit', 'staff', 'Audit log (dpo, admin)'),
  call('get', '/api/staff/desk/overview', 'staff', 'Queues, mine, callbacks, colleagues'),
  call('get', CONVERSATION, 'staff', 'A conversation; others’ with ?reason='),
  call('post', `${CONVERSATION}/notes`, 'staff', 'Adds an internal note', { body: newNote }),
  call('post', `${CONVERSATION}/take-over`, 'staff', 'Takes a conversation over (supervisor)', { body: takeOver }),
  call('get', '/api/staff/desk/search', 'staff', 'Past conversations', { query: searchQuery }),
  call('get', '/api/staff/desk/articles', 'staff', 'Articles by words'),
  call('get', '/api/staff/desk/articles/{id}', 'staff', 'One article'),
  call('get', '/api/staff/desk/canned', 'staff', 'Canned replies'),
  call('post', '/api/staff/desk/canned', 'staff', 'Adds one', { body: cannedReplyInput }),
  call('put', '/api/staff/desk/canned/{id}', 'staff', 'Changes one', { body: cannedReplyInput }),
  call('delete', '/api/staff/desk/canned/{id}', 'staff', 'Removes one'),
  call('get', '/api/staff/switches/{site}', 'staff', 'Kill switches and banner of a site'),
  call('put', '/api/staff/switches/{site}', 'staff', 'Changes them (supervisor, admin)', { body: switches }),
  call('get', '/api/staff/editor/articles', 'staff', 'Articles with status and review date (editor)'),
  call('post', '/api/staff/editor/articles', 'staff', 'A new draft (editor)', { body: articleDraft }),
  call('get', ARTICLE, 'staff', 'An article to edit (editor)'),
  call('put', ARTICLE, 'staff', 'Saves a draft (editor)', { body: articleDraft }),
  call('post', `${ARTICLE}/status`, 'staff', 'Sends to review, archives… (editor)', { body: statusChange }),
  call('post', `${ARTICLE}/restore`, 'staff', 'Restores a version (editor)', { body: restore }),
  call('get', `${ARTICLE}/versions/{version}`, 'staff', 'One version (editor)'),
  call('post', '/api/staff/editor/preview', 'staff', 'Parses and checks a text (editor)', { body: preview }),
  call('post', '/api/staff/editor/check', 'staff', 'Checks all drafts (editor)'),
  call('post', '/api/staff/editor/try', 'staff', 'Tries a question against a draft (editor)', { body: tryQuestion }),
  call('post', '/api/staff/editor/publish', 'staff', 'Publishes, whole or not at all (editor)', { body: publish }),
  call('get', '/api/staff/editor/snapshots', 'staff', 'Published versions (editor)'),
];
