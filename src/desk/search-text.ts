/**
 * The pattern for LIKE of what was typed. Its own signs are escaped by `!`, and quotes and backslashes are written as in the stored
 * JSON. A letter with an accent stands for any letter: SQLite's lower() knows ASCII alone, so « état » would miss « État ».
 *
 * « état 100% » → "%_tat 100!%%"
 */
export function likePattern(typed: string): string {
  const json = JSON.stringify(typed.normalize('NFC').toLowerCase()).slice(1, -1);
  return `%${json.replace(/[!%_]/g, '!$&').replace(/[^\x20-\x7e]/gu, '_')}%`;
}

const AROUND = 80;

/** The words found, with what stands around them. */
export function excerptOf(text: string, words: string): string {
  const at = words === '' ? 0 : Math.max(0, text.toLowerCase().indexOf(words.toLowerCase()));
  const from = Math.max(0, at - AROUND);
  const to = Math.min(text.length, at + words.length + AROUND);
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}
