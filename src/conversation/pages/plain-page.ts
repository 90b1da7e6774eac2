import type { Block, Choice, ConversationEvent, Lang, SiteView, Status } from '../../contract/index.js';
import type { Site } from '../../platform/sites.js';
import type { Place } from '../hand-off.js';
import { TEXTS } from '../texts.js';
import { FOLLOW } from './blocks-markup.js';
import { document } from './document.js';
import { logMarkup } from './log-markup.js';
import { markup, safeUrl, type Markup } from './markup.js';
import { plainTexts, type PlainError, type PlainTexts } from './plain-texts.js';

/** All that the plain page shows. */
export interface PlainView {
  site: Site;
  view: SiteView;
  lang: Lang;
  /** Undefined until something was written. */
  status?: Status;
  place?: Place;
  events: readonly ConversationEvent[];
  /** For the hidden fields of the forms; a fresh clientId for each. */
  formToken: string;
  clientId: () => string;
  /** The citizen asked that the page stand still. */
  paused: boolean;
  problem?: { code: PlainError; text?: string; contact?: Record<string, string> };
}
/** Seconds between two reads of the page while a person is awaited or answers. */
const REFRESH_S = 10;

/** The conversation as a page without JavaScript: one list, one text field, a few buttons. */
export function plainPage(view: PlainView): Markup {
  const { site, lang, status, paused } = view;
  const texts = plainTexts(lang);
  const live = status === 'queued' || status === 'assigned';
  const refreshing = live && !paused && view.problem === undefined;
  const title = `${view.problem ? `${texts.notSent} – ` : ''}${texts.title} – ${site.name}`;
  return document(
    { lang, title, look: 'plain', ...(refreshing ? { refresh: REFRESH_S } : {}) },
    markup`<header class="bar"><p>${site.name}</p>${otherLanguage(view)}</header>
<main id="contenu">
<h1>${texts.title}</h1>
${view.view.banner && markup`<p class="banner-text">${view.view.banner.text}</p>`}
${problemBox(view, texts)}
${view.events.length === 0 && markup`<p>${TEXTS[lang].machine}</p>`}
${view.events.length > 0 && conversation(view, texts)}
${live && markup`<p>${paused ? markup`<a href="${here(view)}">${texts.resume}</a>` : markup`${texts.refreshes} <a href="${here(view, '&pause=1')}">${texts.pause}</a>`}</p>`}
${suggestions(view, texts)}
${compose(view, texts)}
${otherActions(view, texts)}
</main>
${siteFooter(site, lang)}`,
  );
}

const here = ({ site, lang }: Pick<PlainView, 'site' | 'lang'>, more = ''): string => `/c/${site.key}?lang=${lang}${more}`;

function otherLanguage({ site, lang }: PlainView): Markup {
  const other: Lang = lang === 'fr' ? 'en' : 'fr';
  return markup`<p><a href="${here({ site, lang: other })}" lang="${other}" hreflang="${other}">${plainTexts(lang).otherLang}</a></p>`;
}

function problemBox({ problem }: PlainView, texts: PlainTexts): Markup | false {
  if (problem === undefined) return false;
  const field = problem.code === 'contact' ? '#courriel' : '#texte';
  return markup`<div class="error" role="alert" id="probleme"><h2>${texts.notSent}</h2><p><a href="${field}">${texts.errors[problem.code] ?? texts.failed}</a></p></div>`;
}

function conversation(view: PlainView, texts: PlainTexts): Markup {
  const name = (id: string) => view.site.services.find((service) => service.id === id)?.name ?? id;
  const choices = view.status === 'bot' ? lastChoices(view.events) : [];
  return markup`<section aria-labelledby="t-conversation"><h2 id="t-conversation">${texts.conversation}</h2>
${logMarkup(view.events, texts, name)}
${view.place && markup`<p><strong>${texts.place(view.place.place, view.place.waitMinutes)}</strong></p>`}
${
  choices.length > 0 &&
  form(
    view,
    markup`<fieldset class="buttons"><legend>${texts.choices}</legend>${choices.map(({ id, label }) => markup`<button name="choice" value="${id}">${label}</button>`)}</fieldset>`,
  )
}${form(view, markup``, { id: FOLLOW })}</section>`;
}

/** The buttons of the last answer; older ones are behind us. */
export function lastChoices(events: readonly ConversationEvent[]): Choice[] {
  const last = events.findLast((event) => event.kind === 'answer');
  return last?.choices ?? [];
}

/** The title of the link of an answer that a button of the page stands for. */
export function linkTo(choice: string, events: readonly ConversationEvent[]): string | undefined {
  const inside = (blocks: readonly Block[]): string | undefined => {
    for (const block of blocks) {
      if (block.type === 'link' && `article:${block.article}` === choice) return block.title;
      const within =
        block.type === 'callout'
          ? [block.blocks]
          : block.type === 'list'
            ? block.items
            : block.type === 'cases'
              ? block.cases.map((each) => each.blocks)
              : [];
      const found = within.map(inside).find((title) => title !== undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return inside(events.flatMap((event) => (event.kind === 'answer' ? event.blocks : [])));
}

function form(view: PlainView, fields: Markup, { path = 'messages', id }: { path?: string; id?: string } = {}): Markup {
  return markup`<form${id && markup` id="${id}"`} method="post" action="/c/${view.site.key}/${path}?lang=${view.lang}" accept-charset="utf-8">
<input type="hidden" name="token" value="${view.formToken}"><input type="hidden" name="clientId" value="${view.clientId()}">${fields}</form>`;
}

function suggestions(view: PlainView, texts: PlainTexts): Markup | false {
  if (view.events.length > 0 || view.view.suggestions.length === 0) return false;
  return markup`<h2>${texts.suggestions}</h2>${form(
    view,
    markup`<div class="buttons">${view.view.suggestions.map((text) => markup`<button name="text" value="${text}">${text}</button>`)}</div>`,
  )}`;
}

function compose(view: PlainView, texts: PlainTexts): Markup {
  const { problem, status } = view;
  const wrong = problem !== undefined && problem.code !== 'contact';
  return markup`<section class="compose" aria-labelledby="t-message">
<h2 id="t-message"${status !== 'closed' && markup` class="hidden"`}>${status === 'closed' ? texts.newMessage : texts.yourMessage}</h2>
${form(
  view,
  markup`<label for="texte">${texts.yourMessage} <span class="hint" id="aide-texte">${texts.messageHint}</span></label>
<textarea id="texte" name="text" rows="4" maxlength="4000" aria-describedby="aide-texte${wrong && ' probleme'}"${wrong && markup` aria-invalid="true"`}>
${problem?.text}</textarea>
<p class="buttons"><button class="main" name="action" value="send">${texts.send}</button></p>`,
)}</section>`;
}

function otherActions(view: PlainView, texts: PlainTexts): Markup | false {
  const { status } = view;
  if (status === 'closed') return false;
  const button = (action: string, label: string) => markup`<button name="action" value="${action}">${label}</button>`;
  return markup`<section class="compose" aria-labelledby="t-actions"><h2 id="t-actions">${texts.more}</h2>
${form(
  view,
  markup`<div class="buttons">${(status === undefined || status === 'bot') && button('human', texts.human)}${status === 'queued' && button('cancel', texts.cancel)}${
    status !== undefined && button('end', texts.end)
  }</div>`,
)}
${status === 'queued' && callback(view, texts)}
${status !== undefined && markup`<details><summary>${texts.eraseTitle}</summary><p>${texts.eraseText}</p>${form(view, button('erase', texts.erase))}</details>`}
</section>`;
}

function callback(view: PlainView, texts: PlainTexts): Markup {
  const wrong = view.problem?.code === 'contact';
  const given = view.problem?.contact ?? {};
  const field = (
    id: string,
    name: string,
    type: string,
    label: string,
  ) => markup`<label for="${id}">${label} <span class="hint">${texts.optional}</span></label>
<input id="${id}" name="${name}" type="${type}" autocomplete="${name === 'phone' ? 'tel' : name}" value="${given[name]}"${wrong && name !== 'name' && markup` aria-invalid="true" aria-describedby="probleme"`}>`;
  return markup`<details${wrong && markup` open`}><summary>${texts.callback}</summary><p>${texts.callbackText}</p>${form(
    view,
    markup`${field('nom', 'name', 'text', texts.name)}${field('courriel', 'email', 'email', texts.email)}${field('telephone', 'phone', 'tel', texts.phone)}
<label class="tick"><input type="checkbox" name="consent" value="yes" required> <span>${texts.consent}</span></label>
<p class="buttons"><button class="main">${texts.callMe}</button></p>`,
    { path: 'rappel' },
  )}</details>`;
}

/** How to reach the service without this page, and the legal pages. */
export function siteFooter({ key, legal, privacyUrl }: Site, lang: Lang): Markup {
  const texts = plainTexts(lang);
  return markup`<footer class="foot"><h2>${texts.otherWays}</h2>
<ul>${legal?.phone && markup`<li>${texts.callUs} <a href="tel:${legal.phone.replace(/[^+\d]/g, '')}">${legal.phone}</a></li>`}${legal?.address && markup`<li>${texts.write} ${legal.address}</li>`}</ul>
<ul><li><a href="/c/${key}/accessibilite?lang=${lang}">${texts.accessibility[legal?.accessibility ?? 'partielle']}</a></li><li><a href="/c/${key}/mentions-legales?lang=${lang}">${texts.legal}</a></li><li><a href="${(privacyUrl && safeUrl(privacyUrl)) || `/c/${key}/donnees-personnelles?lang=${lang}`}">${texts.privacy}</a></li></ul>
</footer>`;
}
