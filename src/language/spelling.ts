import { soundOf } from './sound.js';

/**
 * Spelling repair against the words of the snapshot itself: a misspelt word becomes the word of the knowledge base it most likely
 * stands for; a word that is close to none stays as typed.
 *
 * Words of the same sound (« lojement ») and words one edit away (insertion, deletion, substitution, swap) compete: the more frequent wins, a sound
 * counting for more and each further edit for less; a word that begins otherwise is less likely meant. Where none begins as it was typed, a glued elision is tried
 * before (« didentité » → d identité); two edits only where nothing else is near, from eight letters on. Candidates share the first letter
 * and nearly the length, or all letters but the first, so a repair compares with some 100 to 300 words of at most 40 letters: about 20 µs. Words under
 * four letters are never repaired: too many real words lie one edit away.
 *
 * « doccasion » → d occasion; « passpor » → passeport; « attestion » → attestation; « marceh » → marche, not mars; « xarte » → carte
 */
export interface Speller {
  /** The words that replace it (folded), or undefined when nothing is close. */
  repair(folded: string): readonly string[] | undefined;
  knows(folded: string): boolean;
}
const SHORTEST = 4;
const TWO_EDITS_FROM = 8;
/** What the same sound counts for, and what each edit after the first and another first letter take. */
const SOUND = 20;
const EDIT = 0.04;
const OTHER_START = 0.2;
const MOST_EDITS = 5;

export function createSpeller(counts: ReadonlyMap<string, number>): Speller {
  const bySound = new Map<string, string>();
  const byStart = new Map<string, Entry[]>();
  /** By all letters but the first: the most frequent of the words that end so. */
  const byRest = new Map<string, string>();
  const better = (a: string, b: string) => counts.get(a)! > counts.get(b)! || (counts.get(a) === counts.get(b) && a < b);
  for (const word of [...counts.keys()].sort()) {
    if (word.length < SHORTEST || /\d/.test(word)) continue;
    const sound = soundOf(word);
    const rival = bySound.get(sound);
    if (sound.length >= 3 && (rival === undefined || better(word, rival))) bySound.set(sound, word);
    const entry = { word, letters: lettersOf(word) };
    push(byStart, `${word[0]}${word.length}`, entry);
    const twin = byRest.get(word.slice(1));
    if (twin === undefined || better(word, twin)) byRest.set(word.slice(1), word);
  }
  const near = (word: string, most: number): string | undefined => {
    let best: string | undefined;
    let bestDistance = most + 1;
    const letters = lettersOf(word);
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const { word: candidate, letters: others } of byStart.get(`${word[0]}${length}`) ?? []) {
        if (bits(letters ^ others) > 2 * most) continue;
        const distance = editDistance(word, candidate, Math.min(bestDistance, most));
        if (distance < bestDistance || (distance === bestDistance && distance <= most && better(candidate, best!))) {
          best = candidate;
          bestDistance = distance;
        }
      }
    }
    return best;
  };
  const unglue = (word: string): readonly string[] | undefined => {
    for (const elided of word.startsWith('qu') ? ['qu'] : /^[dljsmtcn]/.test(word) ? [word[0]!] : []) {
      const rest = word.slice(elided.length);
      if (rest.length < 3 || !/^[aeiouyh]/.test(rest)) continue;
      if (counts.has(rest)) return [elided, rest];
      if (rest.length < SHORTEST) continue;
      const same = bySound.get(soundOf(rest));
      if (same !== undefined && /^[aeiouyh]/.test(same)) return [elided, same];
      const close = rest.length >= 6 ? near(rest, 1) : undefined;
      if (close !== undefined) return [elided, close];
    }
    return undefined;
  };
  /** An edit on the first letter leaves the others as they are: another one, none, one too many, the second one's place. */
  const startingOtherwise = (word: string): (string | undefined)[] => {
    const rest = word.slice(1);
    const known = [rest, `${word[1]}${word[0]}${word.slice(2)}`].filter((each) => each.length >= SHORTEST && counts.has(each));
    return [byRest.get(rest), byRest.get(word), ...known];
  };
  const worth = (word: string, candidate: string, sound: string): number => {
    const edits = editDistance(word, candidate, MOST_EDITS);
    const alike = sound === soundOf(candidate) ? SOUND : 1;
    return counts.get(candidate)! * alike * EDIT ** (edits - 1) * (candidate[0] === word[0] ? 1 : OTHER_START);
  };
  const repair = (word: string): readonly string[] | undefined => {
    if (word.length < SHORTEST || /\d/.test(word)) return undefined;
    const sound = soundOf(word);
    const said = bySound.get(sound);
    const same = said !== undefined && Math.abs(said.length - word.length) <= 3 ? said : undefined;
    const close = near(word, 1);
    const freed = close === undefined && same?.[0] !== word[0] ? unglue(word) : undefined;
    if (freed !== undefined) return freed;
    const candidates = [same, close, ...startingOtherwise(word)].filter((each) => each !== undefined);
    if (candidates.length > 0) {
      const worths = candidates.map((candidate) => worth(word, candidate, sound));
      return [candidates[worths.indexOf(Math.max(...worths))]!];
    }
    const far = word.length >= TWO_EDITS_FROM ? near(word, 2) : undefined;
    return far === undefined ? undefined : [far];
  };
  return { repair, knows: (word) => counts.has(word) };
}

interface Entry {
  word: string;
  letters: number;
}
function push(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}

/** Which letters a word holds, a bit each: an edit changes two bits at most, so most words are ruled out without comparing. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}
function bits(word: number): number {
  let count = 0;
  for (let rest = word; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** Rows of the table, reused: a repair compares hundreds of words. No word is longer than the vocabulary's longest, some dozens of letters. */
let rows = [new Int32Array(64), new Int32Array(64), new Int32Array(64)];

/** Optimal string alignment distance, given up as soon as it must exceed `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (b.length >= rows[0]!.length) rows = rows.map(() => new Int32Array(2 * b.length));
  let [before, last, row] = rows as [Int32Array, Int32Array, Int32Array];
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1));
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) cost = Math.min(cost, before[j - 2]! + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last[b.length]!;
}
