import type { Intent, Kind, KindScore, Snapshot } from '../matching/index.js';
import { choiceId } from './choices.js';
import type { InContext } from './in-context.js';
import type { Memory } from './turn.js';

export type Decision = { type: Kind; intent: Intent } | { type: 'answer' | 'clarify' | 'unsure' | 'rephrase' | 'hand-off' };

const PATIENCE = 2;
/** In the middle of a subject a message is mostly in scope: buttons are offered sooner than to a first message. */
const CLARIFY_WITHIN = 0.4;
/** A message that nothing answers and that may tell of a danger is met with the numbers to call from this much on. */
const WORRY = 0.3;
/** An answer gets them on top from this much on. */
const WORRY_BESIDE = 0.35;
const MOSTLY_UNKNOWN = 0.6;

/** What to do with a message, in this order: danger, a person, small talk, the answer, out of scope, a choice of articles, nothing sure. */
export function decide(snapshot: Snapshot, memory: Memory, meant: InContext): Decision {
  const { message, confidence, held, elsewhere } = meant;
  const clarifyFrom = memory.topic === undefined ? snapshot.gate.clarify : Math.min(snapshot.gate.clarify, CLARIFY_WITHIN);
  const sure = (kind: Kind) => message.kinds.find((each) => each.kind === kind && each.sure);
  const danger = message.bare ? undefined : sure('emergency');
  if (danger) return { type: 'emergency', intent: danger.intent };
  const chat = talkOf(sure('end') ?? sure('small-talk'), memory, meant);
  const person = sure('human');
  if (person && !(chat && chat.score > person.score)) return { type: 'human', intent: person.intent };
  const answer = confidence >= snapshot.gate.answer && !elsewhere && !(memory.topic === undefined && namesSeveral(snapshot, meant));
  const worry = worryFrom(WORRY, meant);
  const talk = answer ? undefined : (chat ?? (meant.leaned ? undefined : sure('declined')));
  if (talk && !(worry && (talk.kind === 'declined' || worry.score > talk.score))) return { type: talk.kind, intent: talk.intent };
  if (answer) return { type: 'answer' };
  if (held >= clarifyFrom && !elsewhere && (memory.unsure < PATIENCE || asksAnother(memory, meant))) return { type: 'clarify' };
  if (worry) return { type: 'emergency', intent: worry.intent };
  if (elsewhere) return { type: 'unsure' };
  if (memory.unsure + 1 >= PATIENCE) return { type: 'hand-off' };
  const content = message.analysis.tokens.filter(({ kind }) => kind === 'content');
  if (content.length === 0 || message.unknown > MOSTLY_UNKNOWN) return { type: 'rephrase' };
  return { type: 'unsure' };
}

/**
 * « Mon permis » names what several articles are about and asks for nothing of it. Hardly a label is a single word: how sure one may be of an answer
 * to it was never measured.
 */
function namesSeveral({ engine, articles }: Snapshot, { message, candidates }: InContext): boolean {
  const [stem, ...others] = new Set(message.analysis.tokens.flatMap((token) => (token.kind === 'content' ? [token.stem] : [])));
  if (stem === undefined || others.length > 0 || message.ranking.subjects.length > 0) return false;
  const titles = candidates.slice(0, 2).map(({ article }) => articles.get(article)!.title);
  return titles.length > 1 && titles.every((title) => engine.analyser.read(title).tokens.some((token) => token.stem === stem));
}

/** Buttons were offered and another article is asked for now: the citizen found a way on, and did not miss one. */
const asksAnother = ({ offered }: Memory, { candidates: [first] }: InContext): boolean =>
  Object.keys(offered).some((id) => id.startsWith('article:')) &&
  first !== undefined &&
  offered[choiceId({ type: 'article', article: first.article })] === undefined;

/** A danger that may be told of; never read into figures of speech of a topic or into words that nobody knows. */
function worryFrom(from: number, { message }: InContext): KindScore | undefined {
  if (message.bare || message.unknown > MOSTLY_UNKNOWN) return undefined;
  return message.kinds.find(({ kind, score }) => kind === 'emergency' && score >= from);
}
export const worryBeside = (meant: InContext): boolean => worryFrom(WORRY_BESIDE, meant) !== undefined;

/** Small talk, unless it only resembles some: in the middle of a subject a short line mostly belongs to it. */
function talkOf(talk: KindScore | undefined, memory: Memory, { confidence }: InContext): KindScore | undefined {
  return talk !== undefined && memory.topic !== undefined && talk.score < confidence ? undefined : talk;
}
