import type { AnswerBody, Choice } from '../contract/index.js';
import { type Intent, type Snapshot } from '../matching/index.js';
import { choiceId } from './choices.js';
import { paragraph } from './compose.js';
import type { Texts } from './texts.js';
import type { Effect, TurnContext } from './turn.js';

type HandOff = Extract<Effect, { type: 'hand-off' }>;

/** The articles as buttons, at most three. */
export function articleChoices(snapshot: Snapshot, ids: readonly string[]): Choice[] {
  return ids.slice(0, 3).flatMap((id) => {
    const article = snapshot.articles.get(id);
    return article ? [{ id: choiceId({ type: 'article', article: id }), label: article.title, article: id }] : [];
  });
}
const person = (texts: Texts): Choice => ({ id: 'human', label: texts.askPerson });
const subjects = (snapshot: Snapshot, texts: Texts): string =>
  `${texts.canHelpWith} ${[...snapshot.themes]
    .sort((a, b) => a.order - b.order)
    .map(({ title }) => title.toLowerCase())
    .join(', ')}.`;

export const clarify = (snapshot: Snapshot, ids: readonly string[], texts: Texts): AnswerBody => ({
  outcome: 'clarified',
  blocks: [paragraph(texts.whichSubject)],
  choices: [...articleChoices(snapshot, ids), { id: 'none', label: texts.noneOfThese }],
});

export const runnersUp = (snapshot: Snapshot, ids: readonly string[], texts: Texts): AnswerBody => ({
  outcome: 'clarified',
  blocks: [paragraph(texts.closest)],
  choices: [...articleChoices(snapshot, ids), { id: 'none', label: texts.noneOfThese }, person(texts)],
});

export const noneOfThese = (texts: Texts): AnswerBody => ({
  outcome: 'rephrase',
  blocks: [paragraph(texts.other)],
  choices: [person(texts)],
});

/** Nothing sure: says so, and offers the closest subjects without claiming that one of them answers. */
export function unsure(snapshot: Snapshot, ids: readonly string[], texts: Texts): AnswerBody {
  const close = articleChoices(snapshot, ids);
  const lines = [texts.notSure, ...(close.length > 0 ? [texts.closestDeclined] : [subjects(snapshot, texts)])];
  return { outcome: 'declined', blocks: [...lines, texts.orSayOtherwise].map(paragraph), choices: [...close, person(texts)] };
}

export function saying(
  outcome: 'small-talk' | 'declined' | 'emergency',
  intent: Intent | undefined,
  snapshot: Snapshot,
  texts: Texts,
  english: boolean,
): AnswerBody {
  const written = (english ? intent?.replyEn : undefined) ?? intent?.reply;
  const own = {
    'small-talk': [texts.smallTalk],
    declined: [texts.declined, subjects(snapshot, texts)],
    emergency: [texts.emergency, texts.emergencyNote],
  };
  const lines = written && written.length > 0 && (!english || intent?.replyEn) ? written.slice(0, 1) : own[outcome];
  const choices = outcome === 'small-talk' ? [] : [person(texts)];
  return { outcome, blocks: lines.map(paragraph), ...(choices.length > 0 && { choices }) };
}

export const rephrase = (texts: Texts): AnswerBody => ({
  outcome: 'rephrase',
  blocks: [paragraph(texts.rephrase)],
  choices: [person(texts)],
});

/** Tells that a person takes over, and when the service opens if it is closed. */
export function handOff(
  reason: HandOff['reason'],
  service: string | undefined,
  context: TurnContext,
  texts: Texts,
): { body: AnswerBody; effect: HandOff } {
  const lines = {
    asked: texts.handedOffAsked,
    unsure: texts.handedOffUnsure,
    complaint: texts.handedOffComplaint,
    sensitive: texts.handedOffSensitive,
    'bot-off': texts.handedOffBotOff,
  };
  const team = context.site.services.find(({ id }) => id === (service ?? context.site.defaultService));
  const known = team?.id ?? context.site.defaultService;
  const closed = team && !team.open ? [texts.serviceClosed] : [];
  return {
    body: { outcome: 'handed-off', blocks: [lines[reason], ...closed].map(paragraph) },
    effect: { type: 'hand-off', service: known, reason },
  };
}
