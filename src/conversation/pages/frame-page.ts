import type { Lang } from '../../contract/index.js';
import type { Site } from '../../platform/sites.js';
import { document } from './document.js';
import { markup, type Markup } from './markup.js';

const TITLE: Record<Lang, string> = { fr: 'Assistant en ligne', en: 'Online assistant' };

/** The frame of the widget: an empty page that its script fills. */
export const framePage = ({ key, name }: Site, lang: Lang): Markup => markup`<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${TITLE[lang]} – ${name}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/w/assets/widget.css">
</head>
<body>
<main id="guichet" data-site="${key}" data-lang="${lang}"></main>
<noscript><p><a href="/c/${key}?lang=${lang}" target="_blank" rel="noopener">${lang === 'fr' ? 'Ouvrir la page sans JavaScript' : 'Open the page without JavaScript'}</a></p></noscript>
<script type="module" src="/w/assets/widget.js"></script>
</body>
</html>`;

const OFF: Record<Lang, { text: string; phone: string }> = {
  fr: { text: "L'assistant en ligne est arrêté pour le moment.", phone: 'Vous pouvez nous appeler :' },
  en: { text: 'The online assistant is switched off for the moment.', phone: 'You can call us:' },
};

/** Said while the widget is switched off for a site. */
export function widgetOffPage({ name, legal }: Site, lang: Lang): Markup {
  const { text, phone } = OFF[lang];
  return document(
    { lang, title: `${TITLE[lang]} – ${name}`, look: 'plain' },
    markup`<main id="contenu"><h1>${name}</h1><p>${text}</p>${legal?.phone && markup`<p>${phone} ${legal.phone}</p>`}</main>`,
  );
}
