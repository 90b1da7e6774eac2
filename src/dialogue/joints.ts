import { normalise } from '../language/index.js';

/** A message cut in two where it may turn to something else: all that stands before, and all that stands behind. */
export type Halves = readonly [string, string];

/** A sentence or a line ends, a comma, or « et »; « et aussi » is swallowed, being no part of what follows. */
const JOINT =
  /(?:(?<end>[?!.;…]+)\s+|(?<line>\s*\n)\s*|,\s+|\s+(?=(?:et|and)\s))(?<link>(?:et|and)\s+(?<too>(?:aussi|également|egalement|also)\s+)?)?/giu;
/** Longer messages tell a story, and their cost must stay that of reading it. */
const LONGEST = 500;
const MOST_JOINTS = 8;

const QUESTIONS = [
  String.raw`comment|combien|quel(?:le)?s?|quand|pourquoi|qui|que (?:faut|dois|doit|faire)|qu'est|est-ce|puis-je|peut-on|dois-je|doit-on|faut-il|ai-je|a-t-on|y a-t-il`,
  String.raw`où|ou (?:aller|faut|dois|doit|on|est|se|je|puis|peut|demander|faire|trouver|envoyer)`,
  String.raw`(?:en|dans|de|à|a|pour|avec|sous|sur|jusqu'[àa]|depuis|par) (?:combien|quel(?:le)?s?|qui|quand|quoi)`,
  'how|what|where|when|who|which|can|could|do|does|should|must|is there',
].join('|');
const WISHES = [
  String.raw`(?:il |me |m'en )?faut|je (?:veux|voudrais|dois|souhait\p{L}+|cherche)|j'(?:aimerais|ai besoin)|on (?:veut|voudrait|doit)|savoir`,
  "nous (?:voulons|voudrions|devons|souhaitons)|i (?:want|need|would|must|have to)|i'd",
].join('|');
/** « et m'inscrire », « et pour refaire »; in English the verbs that citizens say most. */
const VERBS = [
  String.raw`(?:pour )?(?:m'|s'|me |se |nous )?\p{L}{2,}(?:er|ir|oir|faire|crire|duire|truire|[nr]dre|mettre)`,
  '(?:to )?(?:register|apply|get|renew|change|declare|pay|book|request|report|find|enroll?|obtain|order|vote)',
].join('|');
const begins = (words: string): RegExp => new RegExp(`^(?:${words})(?![\\p{L}\\p{N}])`, 'u');
const holds = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}'-])(?:${words})(?![\\p{L}\\p{N}])`, 'u');
const QUESTION = begins(QUESTIONS);
const REQUEST = begins(`${QUESTIONS}|${WISHES}|${VERBS}`);
const SECOND = begins(`${QUESTIONS}|${WISHES}`);
const VERB = begins(VERBS);
const ASKED = holds(QUESTIONS);
const WISHED = holds(WISHES);

/** Whether a question stands in a text. */
export const asks = (text: string): boolean => text.trimEnd().endsWith('?') || ASKED.test(normalise(text));

interface Cut {
  halves: Halves;
  /** Joined by « et » or a semicolon, rather than by a full stop or a comma. */
  linked: boolean;
  /** « et aussi » */
  too: boolean;
}
/** Every place where a message may turn to something else, from the front; none in most messages. */
export function cutsOf(text: string): Cut[] {
  if (text.length > LONGEST) return [];
  const cuts: Cut[] = [];
  for (const { 0: joint, index, groups } of text.matchAll(JOINT)) {
    const end = groups?.['end'] ?? '';
    const halves = [text.slice(0, index + end.length).trim(), text.slice(index + joint.length).trim()] as const;
    if (halves[0] && halves[1])
      cuts.push({ halves, linked: groups?.['link'] !== undefined || end === ';', too: groups?.['too'] !== undefined });
    if (cuts.length === MOST_JOINTS) break;
  }
  return cuts;
}

/** `loose`: nothing but a verb begins the second, which may as well be the rest of the first: « comment travailler et garder mon aide ». */
export interface Requests {
  halves: Halves;
  loose: boolean;
}

/**
 * The two requests that a message seems to hold, told by their form alone: before the joint something is asked, and behind it another question or
 * wish begins. What only a full stop or a comma parts must be two questions, since a story ends in its one question.
 *
 * « comment refaire ma carte et m'inscrire pour voter ? » → « comment refaire ma carte », « m'inscrire pour voter ? »
 * « Je veux me marier. Comment faire ? » → none
 */
export function requestsIn(text: string): Requests | undefined {
  for (const { halves, linked, too } of cutsOf(text)) {
    const [before, behind] = [normalise(halves[0]), normalise(halves[1])];
    if (!(linked ? REQUEST : QUESTION).test(behind)) continue;
    if (asks(halves[0]) || (linked && (WISHED.test(before) || VERB.test(before)))) return { halves, loose: !too && !SECOND.test(behind) };
  }
  return undefined;
}
