import { paragraph } from './show-part.js';
import type { Texts } from './texts.js';
import type { Reply } from './turn.js';

const onTop = (answer: Reply, tone: 'note' | 'warning', text: string): Reply => ({
  ...answer,
  body: { ...answer.body, blocks: [{ type: 'callout', tone, title: '', blocks: [paragraph(text)] }, ...answer.body.blocks] },
});
export const sayMasked = (answer: Reply, texts: Texts): Reply => onTop(answer, 'note', texts.masked);
/** A question that may hide a danger keeps its answer and gets the numbers to call first. */
export const withNumbers = (answer: Reply, texts: Texts): Reply => onTop(answer, 'warning', texts.emergency);
