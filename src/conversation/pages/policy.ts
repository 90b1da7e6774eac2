import type { Response } from 'express';
import type { Markup } from './markup.js';

/** Content Security Policy of one page: nothing but what it names. Never inline, never another origin. */
export interface Policy {
  /** `'none'` unless the page has scripts; then Trusted Types are required as well. */
  scripts?: true;
  /** Where scripts and sockets may connect besides the page's own origin. */
  connect?: string[];
  /** Whether the page holds frames of our own. */
  frames?: true;
  /** Forms to our own origin. */
  forms?: true;
  /** Origins of the pages that may embed this one. */
  embeddedBy?: string[];
}

export function contentSecurityPolicy({ scripts, connect, frames, forms, embeddedBy }: Policy): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    ...(scripts ? ["script-src 'self'", "require-trusted-types-for 'script'"] : []),
    ...(connect ? [`connect-src ${["'self'", ...connect].join(' ')}`] : []),
    ...(frames ? ["frame-src 'self'"] : []),
    "base-uri 'none'",
    `form-action ${forms ? "'self'" : "'none'"}`,
    `frame-ancestors ${embeddedBy && embeddedBy.length > 0 ? embeddedBy.join(' ') : "'none'"}`,
  ].join('; ');
}

/** Sends a page: its own policy, never kept by a cache. */
export function sendPage(response: Response, page: Markup, policy: Policy, status = 200): void {
  response
    .status(status)
    .setHeader('Content-Security-Policy', contentSecurityPolicy(policy))
    .setHeader('Cache-Control', 'no-store')
    .type('html')
    .send(`<!doctype html>\n${page.html}\n`);
}
