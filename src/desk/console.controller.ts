import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Addresses } from '../platform/addresses.js';

const PAGE = `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Guichet</title>
<link rel="stylesheet" href="/w/assets/console.css">
<script type="module" src="/w/assets/console.js"></script>
</head>
<body>
<div id="console"></div>
<noscript>La console de Guichet a besoin de JavaScript. Les usagers peuvent s'en passer, pas les agents.</noscript>
</body>
</html>
`;

/** The page of the desks: what it shows is drawn by its script, wherever under /console one comes in. */
@Controller()
export class ConsoleController {
  constructor(private readonly addresses: Addresses) {}

  @Get(['console', 'console/*path'])
  page(@Res() response: Response): void {
    response.setHeader('Content-Security-Policy', this.policy());
    response.type('html').send(PAGE);
  }

  private policy(): string {
    // Older browsers do not count the socket's scheme as 'self'.
    const socket = this.addresses.base.replace(/^http/, 'ws');
    return [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self' ${socket}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
    ].join('; ');
  }
}
