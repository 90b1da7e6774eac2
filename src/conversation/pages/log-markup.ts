import type { ConversationEvent } from '../../contract/index.js';
import { blocksMarkup, sourcesMarkup } from './blocks-markup.js';
import { markup, type Markup } from './markup.js';
import type { PlainTexts } from './plain-texts.js';

interface Line {
  who: string;
  look: 'citizen' | 'bot' | 'agent' | 'system';
  body: Markup;
}

/** The log of a conversation as a list: each line says who speaks. Kinds that a reader has no use for are left out. */
export function logMarkup(events: readonly ConversationEvent[], texts: PlainTexts, serviceName: (id: string) => string): Markup {
  const lines = events.flatMap((event) => lineOf(event, texts, serviceName) ?? []);
  return markup`<ol class="log">${lines.map(
    ({ who, look, body }, at) =>
      markup`<li class="${look}"${at === lines.length - 1 && markup` id="dernier"`}><p class="who">${who}${texts.lang === 'fr' ? ' :' : ':'}</p>${body}</li>`,
  )}</ol>`;
}

function lineOf(event: ConversationEvent, texts: PlainTexts, serviceName: (id: string) => string): Line | undefined {
  const system = (text: string): Line => ({ who: texts.service, look: 'system', body: markup`<p>${text}</p>` });
  switch (event.kind) {
    case 'message': {
      const who = event.sender.type === 'agent' ? `${event.sender.name ?? ''} (${texts.agent})` : texts.you;
      const text = event.text === '' && !event.blocks ? texts.erasedLine : event.text;
      return {
        who,
        look: event.sender.type === 'agent' ? 'agent' : 'citizen',
        body: markup`<p class="text">${text}</p>${event.blocks && french(blocksMarkup(event.blocks), texts)}${sourcesMarkup(event.sources, texts)}`,
      };
    }
    case 'answer':
      return { who: texts.bot, look: 'bot', body: answer(event, texts) };
    case 'notice':
      return system(event.text);
    case 'status':
      if (event.status === 'closed') return system(texts.closed);
      return event.status === 'queued' ? system(texts.queued(serviceName(event.service ?? ''))) : undefined;
    case 'assigned':
      return system(texts.assigned(event.name));
    case 'erased':
      return system(texts.erased);
    default:
      return undefined;
  }
}

function answer(event: Extract<ConversationEvent, { kind: 'answer' }>, texts: PlainTexts): Markup {
  if (event.blocks.length === 0 && !event.choices) return markup`<p>${texts.erasedLine}</p>`;
  // To somebody who reads English, a line in English comes first; the article behind it is French.
  const own = texts.lang === 'en' && event.article ? 1 : 0;
  const { why } = event;
  const title = event.outcome === 'answered' && event.article && markup`<h3 lang="fr">${event.article.title}</h3>`;
  return markup`${title}${blocksMarkup(event.blocks.slice(0, own))}${
    own === 1 ? french(blocksMarkup(event.blocks.slice(1)), texts) : blocksMarkup(event.blocks)
  }${sourcesMarkup(event.sources, texts)}${
    why &&
    event.article &&
    markup`<details><summary>${texts.whyTitle}</summary><p>${texts.why(why.terms.join(', '), Math.round(why.confidence * 100))}</p></details>`
  }`;
}

const french = (content: Markup, { lang }: PlainTexts): Markup => (lang === 'fr' ? content : markup`<div lang="fr">${content}</div>`);
