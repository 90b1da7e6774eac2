import type { Snapshot } from '../matching/index.js';
import { decide, type Decision } from './decide.js';
import { understandInContext, type InContext } from './in-context.js';
import { requestsIn } from './joints.js';
import { openingMemory } from './memory.js';
import { ownStems } from './own-words.js';
import type { Memory, Waiting } from './turn.js';

/** One of two requests of a message, and what it would be met with if it were the only one. */
export interface OneRequest {
  text: string;
  meant: InContext;
  decision: Decision['type'];
}
/** `answered`: the one that is answered now; none when the citizen chooses the first. `other`: the place of the one that nobody understood. */
export type TwoRequests =
  | { type: 'answer'; answered: OneRequest; waiting: Waiting }
  | { type: 'choose'; meant: InContext; waiting: [Waiting, Waiting] }
  | { type: 'half'; answered: Pick<OneRequest, 'text' | 'meant'>; other: 'before' | 'behind' };

interface Whole {
  text: string;
  meant: InContext;
  decision: Decision['type'];
  siteName: string;
}
/** Met with an article, with buttons, or with nothing sure; all else (danger, a person, small talk) is about the whole message. */
const OPEN: ReadonlySet<Decision['type']> = new Set(['answer', 'clarify', 'unsure', 'rephrase', 'hand-off', 'declined']);
const NOT_UNDERSTOOD: ReadonlySet<Decision['type']> = new Set(['unsure', 'rephrase', 'hand-off', 'declined']);
const MOST_BUTTONS = 2;
const KEPT = 300;
/** Nothing is meant by a first article that one of the first three is this unlikely to be right with. */
const NOWHERE = 0.05;

/**
 * The two requests of a message that asks two things; undefined when it asks one, or when the two are near each other and the message is one
 * story. Each half must lead somewhere else by itself: what the gate holds of a whole message holds of a half that stands alone.
 *
 * One is answered and the other waits behind a button: an answer has one source, one opinion and perhaps one case to ask about.
 * A message without a joint costs a search for one; with one, two readings more.
 */
export function twoRequests(snapshot: Snapshot, memory: Memory, whole: Whole): TwoRequests | undefined {
  const found = OPEN.has(whole.decision) ? requestsIn(whole.text) : undefined;
  if (found === undefined || found.halves.some((half) => !saysSomething(snapshot, half))) return undefined;
  const [first, second] = found.halves;
  const requests: Both = [
    requestOf(snapshot, { ...memory, unsure: 0 }, first, whole),
    requestOf(snapshot, { ...openingMemory(memory.lang), facts: memory.facts }, second, whole),
  ];
  if (!apart(snapshot, ...requests)) return undefined;
  const sure = requests.filter(({ decision }) => decision === 'answer');
  const { decision } = whole;
  if (decision === 'answer' || decision === 'declined') {
    // What is sure of the whole message, or refused, is not given up for what may be meant by a half of it.
    const first = whole.meant.candidates[0]?.article;
    const kept = decision === 'answer' ? sure.some((each) => firstOf(each) === first) : !found.loose && sure.length === 2;
    return kept && (sure.length === 2 || !found.loose) ? toAnswer(snapshot, requests, whole) : undefined;
  }
  return sure.length === 0 || found.loose ? toChoose(requests, whole) : toAnswer(snapshot, requests, whole);
}

type Both = [OneRequest, OneRequest];
/** Both may be meant, and nothing is answered before one was chosen. */
function toChoose([one, other]: Both, { meant }: Whole): TwoRequests | undefined {
  if (![one, other].every(({ decision }) => decision === 'answer' || decision === 'clarify')) return undefined;
  return { type: 'choose', meant, waiting: [waitingOf(one, firstOf(other)), waitingOf(other, firstOf(one))] };
}

function toAnswer(snapshot: Snapshot, requests: Both, whole: Whole): TwoRequests | undefined {
  const answered = requests.find(({ decision }) => decision === 'answer')!;
  const other = requests.find((each) => each !== answered)!;
  const waits: TwoRequests = { type: 'answer', answered, waiting: waitingOf(other, firstOf(answered)) };
  if (other.decision === 'answer') return waits;
  const told = isTold(snapshot, firstOf(answered)!, other);
  if (other.decision === 'clarify') return told && whole.decision === 'answer' ? undefined : waits;
  if (told || !NOT_UNDERSTOOD.has(other.decision)) return undefined;
  // What the whole message finds in its article may yet be what the other half asked.
  return { type: 'half', answered: whole.decision === 'answer' ? whole : answered, other: other === requests[0] ? 'before' : 'behind' };
}

/** « et où envoyer le courrier ? », behind what leads to an article that speaks of sending letters, goes on with it. */
function isTold(snapshot: Snapshot, article: string, { meant }: OneRequest): boolean {
  const stems = ownStems(snapshot, meant.message.analysis);
  const place = snapshot.articles.placeOf(article);
  return stems.filter((stem) => snapshot.passages.anyHolds(place, stem)).length * 2 >= stems.length;
}

/** « et en combien de temps ? » asks another side of the same, and is answered with it. */
const saysSomething = (snapshot: Snapshot, half: string): boolean => ownStems(snapshot, snapshot.engine.analyser.analyse(half)).length > 0;

function requestOf(snapshot: Snapshot, memory: Memory, text: string, { meant: whole, siteName }: Whole): OneRequest {
  const alone = understandInContext(snapshot, memory, text, siteName);
  // What is said of oneself in one half holds in the other.
  const meant = { ...alone, facts: whole.facts };
  return { text, meant, decision: decide(snapshot, memory, meant).type };
}

const firstOf = ({ meant }: OneRequest): string | undefined => meant.candidates[0]?.article;

/** They lead to different articles, neither of the same dossier nor joined by a link; where one leads nowhere at all, its first article says nothing. */
function apart({ articles, neighbours }: Snapshot, one: OneRequest, other: OneRequest): boolean {
  if (Math.min(one.meant.held, other.meant.held) < NOWHERE) return true;
  const [a, b] = [firstOf(one), firstOf(other)];
  return a !== undefined && b !== undefined && a !== b && !neighbours.near(articles.placeOf(a), articles.placeOf(b));
}

function waitingOf({ text, meant, decision }: OneRequest, taken: string | undefined): Waiting {
  const articles = meant.candidates.map(({ article }) => article).filter((article) => article !== taken);
  return {
    asked: text.slice(0, KEPT),
    ...(meant.facet && { facet: meant.facet }),
    articles: articles.slice(0, decision === 'answer' ? 1 : MOST_BUTTONS),
  };
}
