import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { ConversationEvent, Block } from '../../../src/contract/index.js';
import { blocksMarkup } from '../../../src/conversation/pages/blocks-markup.js';
import { logMarkup } from '../../../src/conversation/pages/log-markup.js';
import { markup, safeUrl } from '../../../src/conversation/pages/markup.js';
import { plainTexts } from '../../../src/conversation/pages/plain-texts.js';

const PAYLOADS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</textarea><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '&lt;script&gt;',
  '<!--',
  ']]><script>',
  '\u2028<script>\u2029',
];
const URLS = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>1</script>',
  ' javascript:alert(1)',
  'vbscript:x',
  '//evil',
  'java\nscript:alert(1)',
];
/** Tags of what we write ourselves; anything else came from a text. */
const OURS =
  /^<\/?(ol|ul|li|p|div|strong|em|br|a|table|thead|tbody|tr|th|td|button|details|summary|h3)( (class|href|rel|scope|tabindex|role|form|name|value|id|lang)="[^"<>]*")*>$/;

function onlyOurs(html: string): void {
  for (const tag of html.match(/<[^>]*>?/g) ?? []) expect(tag).toMatch(OURS);
  expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[<>]/);
}

describe('markup', () => {
  it('escapes every hole', () => {
    for (const payload of PAYLOADS) {
      onlyOurs(markup`<p class="${payload}">${payload}</p>`.html);
      expect(markup`<p>${[payload, markup`<em>${payload}</em>`]}</p>`.html).not.toContain('<script');
    }
  });

  it('leaves holes without a value empty and joins lists', () => {
    expect(markup`<p>${undefined}${null}${false}${0}${['a', ['b']]}</p>`.html).toBe('<p>0ab</p>');
  });

  it('gives back any text, read by an HTML parser, as it was', () => {
    const read = (html: string) =>
      html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name]!);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { html } = markup`${text}`;
        expect(html).not.toMatch(/[<>"']/);
        expect(read(html)).toBe(text);
      }),
    );
  });

  it('lets no scheme but https, http, mailto and tel into a link', () => {
    for (const url of URLS) expect(safeUrl(url)).toBeUndefined();
    expect(safeUrl('https://www.service-public.gouv.fr/x?a="b')).toBe('https://www.service-public.gouv.fr/x?a=%22b');
    expect(safeUrl('tel:+33261910010')).toBe('tel:+33261910010');
  });
});

describe('an answer on the plain page', () => {
  const inlines = (text: string, url: string) => [
    { type: 'text' as const, text },
    { type: 'strong' as const, text },
    { type: 'emphasis' as const, text },
    { type: 'link' as const, text, url },
    { type: 'fact' as const, id: text, text },
  ];
  const every = (text: string, url: string): Block[] => {
    const parts = inlines(text, url);
    const paragraph: Block = { type: 'paragraph', inlines: parts };
    return [
      paragraph,
      { type: 'list', ordered: true, items: [[paragraph]] },
      { type: 'list', ordered: false, items: [[paragraph]] },
      { type: 'table', head: [parts], rows: [[parts]] },
      { type: 'callout', tone: 'warning', title: text, blocks: [paragraph] },
      { type: 'cases', title: text, cases: [{ label: text, blocks: [paragraph] }] },
      { type: 'service', title: text, url, needs: text },
      { type: 'contact', name: text, address: text, phone: text, hours: text, url, email: text },
      { type: 'link', title: text, url },
      { type: 'link', title: text, article: text },
      { type: 'fact', id: text, label: text, text },
    ];
  };

  it('shows hostile content as text, in every kind of block', () => {
    for (const payload of PAYLOADS) for (const url of URLS) onlyOurs(blocksMarkup(every(payload, url)).html);
  });

  it('shows hostile words and names as text, in every kind of line', () => {
    const head = { conversationId: 'c', at: '2026-11-22T10:00:00.000Z' };
    for (const payload of PAYLOADS) {
      const agent = { type: 'agent' as const, name: payload };
      const sources = [{ name: payload, url: 'javascript:alert(1)', checkedOn: '2026-01-01' }];
      const events: ConversationEvent[] = [
        { ...head, seq: 1, kind: 'notice', sender: { type: 'system' }, id: payload, text: payload },
        { ...head, seq: 2, kind: 'message', sender: { type: 'citizen' }, text: payload },
        { ...head, seq: 3, kind: 'message', sender: agent, text: payload, sources, blocks: every(payload, URLS[0]!) },
        { ...head, seq: 4, kind: 'assigned', sender: agent, name: payload },
        { ...head, seq: 5, kind: 'status', sender: { type: 'system' }, status: 'queued', service: payload },
        {
          ...head,
          seq: 6,
          kind: 'answer',
          sender: { type: 'bot' },
          outcome: 'answered',
          article: { id: payload, title: payload },
          blocks: every(payload, URLS[0]!),
          sources,
          why: { terms: [payload], confidence: 0.9, snapshot: payload },
        },
      ];
      for (const lang of ['fr', 'en'] as const) onlyOurs(logMarkup(events, plainTexts(lang), () => payload).html);
    }
  });

  it('says who speaks on each line', () => {
    const head = { conversationId: 'c', at: '2026-11-22T10:00:00.000Z' };
    const { html } = logMarkup(
      [
        { ...head, seq: 1, kind: 'message', sender: { type: 'citizen' }, text: 'Bonjour' },
        { ...head, seq: 2, kind: 'message', sender: { type: 'agent', name: 'Marie' }, text: 'Bonjour' },
      ],
      plainTexts('fr'),
      (id) => id,
    );
    expect(html).toContain('<p class="who">Vous :</p>');
    expect(html).toContain('<p class="who">Marie (agent) :</p>');
  });
});
