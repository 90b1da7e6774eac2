import type { Lang } from '../../contract/index.js';
import { markup, type Markup } from './markup.js';

export interface PageHead {
  lang: Lang;
  title: string;
  /** Seconds after which the page is read again. */
  refresh?: number;
  /** Class of the body: which look of pages.css. */
  look: 'plain' | 'town';
}

/** A whole page: head, skip link, body. */
export function document({ lang, title, refresh, look }: PageHead, body: Markup): Markup {
  return markup`<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${refresh === undefined ? undefined : markup`<meta http-equiv="refresh" content="${refresh}">`}
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/w/pages.css">
</head>
<body class="${look}">
<a class="skip" href="#contenu">${lang === 'fr' ? 'Aller au contenu' : 'Skip to the content'}</a>
${body}
</body>
</html>`;
}
