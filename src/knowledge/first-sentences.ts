/** What fits a summary. */
const MOST = 400;

/** The first sentences of a text, up to 400 characters; a sentence without an end is none. */
export function whole(text: string): string {
  let kept = '';
  for (const sentence of sentencesOf(text.replace(/\s*(?:\.\.\.|…)$/, ''))) {
    const longer = kept === '' ? sentence : `${kept} ${sentence}`;
    if (longer.length > MOST) break;
    kept = longer;
  }
  return kept;
}

/** A sentence ends on a mark before a blank and a capital; « M. », « art. 5 » and « 1. » end none. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  for (const found of text.matchAll(/[.!?](?=\s+["«(]?\s?[\p{Lu}\d]|\s*$)/gu)) {
    const sentence = text.slice(from, found.index + 1).trim();
    if (/(?:^|[\s('’])(?:\p{L}|art|cf|etc|max|min|env|Mme|Dr)\.$/u.test(sentence) && found.index + 1 < text.trimEnd().length) continue;
    sentences.push(sentence);
    from = found.index + 1;
  }
  return sentences;
}

/** A text without an end of a sentence, cut at a word. */
export function shortened(text: string): string {
  const cut = text.replace(/\s*(?:\.\.\.|…)$/, '');
  if (cut.length < MOST) return `${cut.replace(/[\s,;:]+$/, '')}…`;
  return `${cut.slice(0, MOST - 1).replace(/\s+\S*$/, '')}…`;
}
