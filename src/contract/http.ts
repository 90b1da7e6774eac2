/**
 * What the console says over HTTP. Every route is under /api/staff, needs the session cookie (or
 * `Authorization: Bearer`) and, when it changes something, `X-Guichet: 1` and an Origin that is ours.
 * Refusals are `{ok:false, code}` with 400, 401, 403, 404, 409, 413, 429 or 503.
 * `GET /api/citizen/transcript` downloads a text file; `GET /api/citizen/site/:site` answers SiteView.
 */
export * from './http-accounts.js';
export * from './http-desk.js';
export * from './http-editor.js';
