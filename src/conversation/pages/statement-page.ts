import type { Lang } from '../../contract/index.js';
import type { Site } from '../../platform/sites.js';
import { document } from './document.js';
import { markup, type Markup } from './markup.js';
import { siteFooter } from './plain-page.js';
import { plainTexts } from './plain-texts.js';

/** A page that the law asks for: a title and sections of paragraphs, lists and addresses. */
export interface Statement {
  title: string;
  sections: { title: string; lines: (string | string[] | Markup)[] }[];
}

export function statementPage(site: Site, lang: Lang, { title, sections }: Statement, path: string): Markup {
  const other: Lang = lang === 'fr' ? 'en' : 'fr';
  const texts = plainTexts(lang);
  const line = (content: string | string[] | Markup) => {
    if (Array.isArray(content)) return markup`<ul>${content.map((item) => markup`<li>${item}</li>`)}</ul>`;
    return markup`<p>${content}</p>`;
  };
  return document(
    { lang, title: `${title} – ${site.name}`, look: 'plain' },
    markup`<header class="bar"><p>${site.name}</p><p><a href="/c/${site.key}/${path}?lang=${other}" lang="${other}" hreflang="${other}">${texts.otherLang}</a></p></header>
<main id="contenu"><h1>${title}</h1>
${sections.map((section) => markup`<section><h2>${section.title}</h2>${section.lines.map(line)}</section>`)}
<p><a href="/c/${site.key}?lang=${lang}">${texts.title}</a></p>
</main>
${siteFooter(site, lang)}`,
  );
}
