import type { Block, Inline, Source } from '../../contract/index.js';
import { markup, safeUrl, type Markup } from './markup.js';
import { NEEDS } from './plain-texts.fr.js';
import { sayDate, type PlainTexts } from './plain-texts.js';

/** Id of the form of the page that carries on with another article. */
export const FOLLOW = 'suite';

/** A link that leaves: its host is shown, it takes nothing with it. An address of another scheme stays text. */
function outside(text: string, url: string): Markup {
  const href = safeUrl(url);
  if (href === undefined) return markup`${text}`;
  const { hostname } = new URL(href);
  const host = hostname !== '' && !text.includes(hostname) ? ` (${hostname})` : '';
  return markup`<a href="${href}" rel="noopener noreferrer nofollow">${text}</a>${host}`;
}

function inline(part: Inline): Markup {
  switch (part.type) {
    case 'text':
      return markup`${part.text}`;
    case 'strong':
    case 'fact':
      return markup`<strong>${part.text}</strong>`;
    case 'emphasis':
      return markup`<em>${part.text}</em>`;
    case 'link':
      return outside(part.text, part.url);
  }
}
const inlines = (parts: readonly Inline[]): Markup[] => parts.map(inline);

/** The block tree of an answer as elements: the same content as the widget's cards, in the order of reading. */
export function blockMarkup(block: Block): Markup {
  switch (block.type) {
    case 'paragraph':
      return markup`<p>${inlines(block.inlines)}</p>`;
    case 'list': {
      const items = block.items.map((item) => markup`<li>${blocksMarkup(item)}</li>`);
      return block.ordered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
    }
    case 'table':
      return markup`<div class="scroll" tabindex="0" role="group"><table><thead><tr>${block.head.map((cell) => markup`<th scope="col">${inlines(cell)}</th>`)}</tr></thead>
<tbody>${block.rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${inlines(cell)}</td>`)}</tr>`)}</tbody></table></div>`;
    case 'callout':
      return markup`<div class="call ${block.tone}"><p><strong>${block.title}</strong></p>${blocksMarkup(block.blocks)}</div>`;
    case 'cases':
      return markup`${block.title !== '' && markup`<p><strong>${block.title}</strong></p>`}${block.cases.map(
        ({ label, blocks }) => markup`<div class="card"><p><strong>${label}</strong></p>${blocksMarkup(blocks)}</div>`,
      )}`;
    case 'service':
      return markup`<div class="card"><p>${outside(block.title, block.url)}</p>${block.needs && markup`<p>${NEEDS} ${block.needs}</p>`}</div>`;
    case 'contact':
      return markup`<div class="card"><p><strong>${block.name}</strong>${[block.address, block.hours].map((line) => line && markup`<br>${line}`)}${
        block.phone && markup`<br>${outside(block.phone, `tel:${block.phone.replace(/[^+\d]/g, '')}`)}`
      }${block.email && markup`<br>${outside(block.email, `mailto:${block.email}`)}`}${block.url && markup`<br>${outside(block.url, block.url)}`}</p></div>`;
    case 'link':
      return block.url === undefined
        ? markup`<p><button form="${FOLLOW}" ${block.article === undefined ? markup`name="text" value="${block.title}"` : markup`name="choice" value="article:${block.article}"`}>${block.title}</button></p>`
        : markup`<p>${outside(block.title, block.url)}</p>`;
    case 'fact':
      return markup`<p>${block.label}${block.label && ' : '}<strong>${block.text}</strong></p>`;
  }
}
export const blocksMarkup = (blocks: readonly Block[]): Markup => markup`${blocks.map(blockMarkup)}`;

export const sourcesMarkup = (sources: readonly Source[] | undefined, texts: PlainTexts): (Markup | false)[] =>
  (sources ?? []).map(
    ({ name, url, checkedOn }) =>
      markup`<p class="source">${texts.source} ${outside(name, url)} – ${texts.checkedOn} ${sayDate(checkedOn, texts.lang)}</p>`,
  );
