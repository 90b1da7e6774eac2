import type { AnswerBody, Article } from '../contract/index.js';
import { understand, type Snapshot } from '../matching/index.js';
import { answerIn } from './answer-in.js';
import { checklistOf } from './checklist.js';
import { readChoice, type Picked } from './choices.js';
import { afterPick } from './corpus-facts.js';
import { composeArticle, paragraph, type Composed } from './compose.js';
import { decide, worryBeside } from './decide.js';
import { understandInContext, type InContext } from './in-context.js';
import { completeMemory, topicAfter } from './memory.js';
import { buttonNamed, offering } from './offer.js';
import { sayMasked, withNumbers } from './on-top.js';
import { showingOf } from './picked-part.js';
import { clarify, handOff, noneOfThese, rephrase, runnersUp, saying, unsure } from './replies.js';
import { textsOf, type Texts } from './texts.js';
import type { Effect, Memory, Reply, TurnContext, TurnMessage } from './turn.js';
import { twoRequests, type TwoRequests } from './two-requests.js';
import { halfUnderstood, stillWaiting, takeUp, whichFirst } from './waiting.js';
import { walkOn } from './walk-on.js';

/** One turn: what was said before, what is said now, how to say things. */
interface Turn {
  snapshot: Snapshot;
  memory: Memory;
  context: TurnContext;
  texts: Texts;
  text: string;
}
const MASKED = /\[(?:numéro masqué|adresse masquée|téléphone masqué)\]/g;
const COMPLAINT = /me plaindre|réclamation|pas content|mécontent|inadmissible|scandal|inacceptable|honte|complain/iu;
const KEPT_QUESTION = 300;
/** A question that stays unanswered still gives the conversation a subject when one of its first articles is this likely the right one. */
const LIKELY_TOPIC = 0.5;

/** What the bot says next. A function of its arguments: the same turn gives the same reply, always and everywhere. */
export function reply(snapshot: Snapshot, before: Memory, message: TurnMessage, context: TurnContext): Reply {
  const memory = completeMemory(before, context.lang);
  const texts = textsOf(context.lang);
  const turn: Turn = { snapshot, memory, context, texts, text: message.text.replace(MASKED, ' ').trim() };
  if (!context.botOn) return passOn(turn, 'bot-off', undefined);
  const choice = message.choice ?? buttonNamed(memory, turn.text);
  const picked = choice === undefined ? undefined : readChoice(choice);
  const answer = (picked && onPick(turn, picked)) ?? onText(turn);
  return message.text === turn.text || turn.text === message.text.trim() ? answer : sayMasked(answer, texts);
}

function onText(turn: Turn): Reply {
  const meant = /[\p{L}\p{N}]/u.test(turn.text)
    ? understandInContext(turn.snapshot, turn.memory, turn.text, turn.context.site.name)
    : undefined;
  if (!meant) return finish(turn, { body: rephrase(turn.texts), unsure: turn.memory.unsure + 1 });
  const answer = onMeaning(turn, meant);
  return worryBeside(meant) && answer.body.outcome !== 'emergency' ? withNumbers(answer, turn.texts) : answer;
}

/** What was decided, said. */
function onMeaning(turn: Turn, meant: InContext): Reply {
  const { snapshot, memory, texts, context } = turn;
  const english = context.lang === 'en' || meant.message.analysis.lang === 'en';
  const decision = decide(snapshot, memory, meant);
  const ids = meant.candidates.map(({ article }) => article);
  // « Ma fille a 8 ans », said in the middle of a guided search, answers its question.
  if (memory.walking && decision.type !== 'emergency' && meant.message.bare && Object.keys(meant.message.facts).length > 0)
    return carryOn(turn, memory.walking.search, memory.walking.steps, meant);
  const two = twoRequests(snapshot, memory, { text: turn.text, meant, decision: decision.type, siteName: context.site.name });
  if (two) return onTwo(turn, two, english);
  switch (decision.type) {
    case 'emergency':
    case 'small-talk':
    case 'declined':
      return finish(turn, { body: saying(decision.type, decision.intent, snapshot, english ? textsOf('en') : texts, english), meant });
    case 'human':
      return passOn(turn, COMPLAINT.test(turn.text) ? 'complaint' : 'asked', meant);
    case 'end':
      return finish(turn, {
        body: { outcome: 'small-talk', blocks: [paragraph(decision.intent.reply?.[0] ?? texts.ended)] },
        meant,
        effects: [{ type: 'end' }],
      });
    case 'hand-off':
      return passOn(turn, 'unsure', meant);
    case 'rephrase':
      return finish(turn, { body: rephrase(texts), meant, unsure: memory.unsure + 1 });
    case 'unsure':
      return finish(turn, { body: unsure(snapshot, ids, texts), meant, unsure: memory.unsure + 1 });
    case 'clarify':
      return finish(turn, {
        body: offering(snapshot, clarify(snapshot, ids, texts), ids, memory, texts),
        meant,
        unsure: memory.unsure + 1,
      });
    case 'answer':
      return answerFrom(turn, snapshot.articles.get(ids[0]!)!, meant, english);
  }
}

function answerFrom(turn: Turn, article: Article, meant: InContext, english: boolean): Reply {
  const { snapshot, texts, memory } = turn;
  const composed = answerIn(snapshot, article, { text: turn.text, meant, memory }, texts);
  const runner = meant.candidates[1] && snapshot.articles.get(meant.candidates[1].article);
  composed.body.why = {
    terms: meant.message.terms,
    ...(runner && { runnerUp: { article: runner.id, title: runner.title } }),
    confidence: meant.confidence,
    snapshot: snapshot.id,
  };
  if (english) composed.body.blocks.unshift(paragraph(textsOf('en').answeredInFrench));
  return finish(turn, { body: offering(snapshot, composed.body, [article.id], memory, texts), composed, meant, article });
}

/** One of two requests is answered, and what becomes of the other is said. The reply is that of the first in all else: its trace, its memory. */
function onTwo(turn: Turn, two: TwoRequests, english: boolean): Reply {
  const texts = english ? textsOf('en') : turn.texts;
  if (two.type === 'choose') {
    const { meant, waiting } = two;
    return finish(turn, { body: whichFirst(turn.snapshot, waiting, texts), meant, unsure: turn.memory.unsure + 1, remember: { waiting } });
  }
  const { text, meant } = two.answered;
  const answer = answerFrom({ ...turn, text }, turn.snapshot.articles.get(meant.candidates[0]!.article)!, meant, english);
  return two.type === 'answer' ? stillWaiting(turn.snapshot, answer, [two.waiting], texts) : halfUnderstood(answer, two.other, texts);
}

/** A button, and the other request of an earlier message until it is taken up. */
function onPick(turn: Turn, picked: Picked): Reply | undefined {
  const { memory, left } = takeUp(turn.memory, picked);
  const answer = onChoice({ ...turn, memory }, picked);
  return answer && picked.type !== 'human' && picked.type !== 'none' ? stillWaiting(turn.snapshot, answer, left, turn.texts) : answer;
}

function onChoice(turn: Turn, picked: Picked): Reply | undefined {
  const { snapshot, memory, texts } = turn;
  if (picked.type === 'human') return passOn(turn, 'asked', undefined, picked.service);
  if (picked.type === 'none') return finish(turn, { body: noneOfThese(texts), unsure: memory.unsure });
  const article = snapshot.articles.get(picked.article);
  if (!article) return undefined;
  if (picked.type === 'not') return otherThan(turn, article.id);
  if (picked.type === 'walk' || (picked.type === 'article' && article.guided))
    return carryOn(turn, article.id, picked.type === 'walk' ? picked.steps : []);
  if (picked.type === 'list') {
    const { body, passages } = checklistOf(article, memory, texts);
    return finish(turn, { body: inEnglishFirst(turn, body), composed: { body, passages }, article });
  }
  const told = picked.type === 'case' ? afterPick(memory, article, picked) : memory;
  const showing = showingOf(snapshot, told, article, picked);
  const composed = composeArticle(snapshot, showing, texts);
  inEnglishFirst(turn, composed.body);
  composed.body.why = { terms: [], confidence: 1, snapshot: snapshot.id };
  const { facts, here } = told;
  return finish(turn, {
    body: offering(snapshot, composed.body, [article.id], memory, texts),
    composed,
    article,
    facts,
    remember: { here },
  });
}

/** A guided search, from these steps on. */
function carryOn(turn: Turn, search: string, steps: readonly string[], meant?: InContext): Reply {
  const memory = { ...turn.memory, ...(meant && { facts: meant.facts }) };
  const walked = walkOn(turn.snapshot, { id: search, steps, memory }, turn.texts);
  if (walked.article) inEnglishFirst(turn, walked.body).why = { terms: [], confidence: 1, snapshot: turn.snapshot.id };
  return finish(turn, { ...walked, ...(walked.facts === undefined && { facts: memory.facts }), unsure: 0 });
}

function inEnglishFirst({ context, texts }: Turn, body: AnswerBody): AnswerBody {
  if (context.lang === 'en') body.blocks.unshift(paragraph(texts.answeredInFrench));
  return body;
}

/** « Ce n'est pas ma question »: the runners-up of the last question, then a person. */
function otherThan(turn: Turn, article: string): Reply {
  const { snapshot, memory, texts } = turn;
  const meant = memory.asked === undefined ? undefined : understand(snapshot, memory.asked);
  const others = (meant?.candidates ?? []).map((candidate) => candidate.article).filter((id) => id !== article);
  const body = others.length > 0 ? runnersUp(snapshot, others, texts) : noneOfThese(texts);
  return finish(turn, { body, unsure: memory.unsure + 1 });
}

function passOn(
  turn: Turn,
  reason: Extract<Effect, { type: 'hand-off' }>['reason'],
  meant: InContext | undefined,
  service?: string,
): Reply {
  const topic = turn.memory.topic === undefined ? undefined : turn.snapshot.articles.get(turn.memory.topic);
  const { body, effect } = handOff(reason, service ?? topic?.owner, turn.context, turn.texts);
  return finish(turn, { body, effects: [effect], ...(meant && { meant }) });
}

interface Ending {
  body: AnswerBody;
  effects?: Effect[];
  meant?: InContext;
  composed?: Composed;
  article?: Article;
  facts?: Readonly<Record<string, string>>;
  remember?: Partial<Memory>;
  unsure?: number;
}
/** The reply with the memory it leaves behind and the trace of how it came about. */
function finish({ memory, snapshot, text }: Turn, ending: Ending): Reply {
  const { body, meant, composed, article } = ending;
  const facet = composed?.facet ?? meant?.facet;
  const likely =
    meant && (body.outcome === 'clarified' || (body.outcome === 'declined' && meant.held >= LIKELY_TOPIC))
      ? meant.candidates[0]?.article
      : undefined;
  const topic = article?.id ?? likely;
  const asked = meant && (article || likely !== undefined) ? text.slice(0, KEPT_QUESTION) : memory.asked;
  const next: Memory = {
    ...memory,
    facts: { ...(ending.facts ?? meant?.facts ?? memory.facts) },
    offered: Object.fromEntries((body.choices ?? []).map(({ id, label }) => [id, label])),
    unsure: ending.unsure ?? 0,
    ...(topic !== undefined && topicAfter(memory, topic)),
    ...(facet && { facet }),
    ...(asked !== undefined && { asked }),
    // Whoever carries on with a guided search, or with another request, says so.
    walking: undefined,
    waiting: undefined,
    ...ending.remember,
  };
  const candidates = meant?.candidates ?? (article ? [{ article: article.id, score: 1 }] : []);
  const offered = body.outcome === 'clarified' ? (body.choices ?? []).flatMap((choice) => choice.article ?? []).slice(0, 3) : [];
  return {
    body,
    memory: next,
    effects: ending.effects ?? [],
    trace: {
      outcome: body.outcome,
      article: article && body.outcome === 'answered' && snapshot.articles.has(article.id) ? article.id : null,
      confidence: meant?.confidence ?? (article ? 1 : 0),
      candidates: candidates.slice(0, 10),
      passages: composed?.passages ?? [],
      choices: offered,
    },
  };
}
