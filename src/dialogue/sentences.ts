/** The sentences of a text as places in it, without the blanks between. « M. », « art. 5 » and « 1. » end none. */
export function sentencesOf(text: string): [from: number, to: number][] {
  const sentences: [number, number][] = [];
  let from = 0;
  const add = (to: number) => {
    const start = from + (text.slice(from, to).length - text.slice(from, to).trimStart().length);
    const end = from + text.slice(from, to).trimEnd().length;
    if (end > start) sentences.push([start, end]);
    from = to;
  };
  for (const { index } of text.matchAll(ENDS)) if (!ABBREVIATED.test(text.slice(Math.max(0, index - 8), index + 1))) add(index + 1);
  add(text.length);
  return sentences;
}
const ENDS = /[.!?…](?=\s+["«“(]?\s?[\p{Lu}\d])/gu;
const ABBREVIATED = /(?:^|[\s('’])(?:\p{L}|art|cf|etc|max|min|env|Mme|Dr|\d{1,2})\.$/u;
