import type { ConversationEvent, Lang } from '../../contract/index.js';
import type { Site } from '../../platform/sites.js';
import { blocksMarkup, sourcesMarkup } from './blocks-markup.js';
import { document } from './document.js';
import { french } from './log-markup.js';
import { markup, type Markup } from './markup.js';
import { siteFooter } from './plain-page.js';
import { plainTexts, sayDate } from './plain-texts.js';

/** A citizen's list alone on a page: what one takes along on paper. It is read out of the conversation; nothing of it is kept elsewhere. */
export function listPage(site: Site, lang: Lang, event: Extract<ConversationEvent, { kind: 'answer' }>): Markup {
  const texts = plainTexts(lang);
  const title = event.article?.title ?? texts.title;
  // To somebody who reads English, a line in English comes first; the article behind it is French.
  const own = lang === 'en' ? 1 : 0;
  return document(
    { lang, title: `${title} – ${site.name}`, look: 'plain' },
    markup`<header class="bar"><p>${site.name}</p></header>
<main id="contenu">
<h1 lang="fr">${title}</h1>
<p>${texts.listOf(sayDate(event.at, lang))}</p>
${blocksMarkup(event.blocks.slice(0, own))}${french(blocksMarkup(event.blocks.slice(own)), texts)}
${sourcesMarkup(event.sources, texts)}
<p class="on-screen">${texts.howToPrint} <a href="/c/${site.key}?lang=${lang}#dernier">${texts.backToConversation}</a></p>
</main>
${siteFooter(site, lang)}`,
  );
}
