import type { AnswerBody, Article, Block, Choice, Facet } from '../contract/index.js';
import type { Snapshot } from '../matching/index.js';
import { choiceId } from './choices.js';
import { paragraph } from './compose.js';
import { testedIn } from './guided-ends.js';
import { walk, type Standing } from './guided-walk.js';
import { searchFor } from './searches.js';
import type { Texts } from './texts.js';
import type { Memory } from './turn.js';
import { stepsBack, UNKNOWN } from './walk-steps.js';

/** More ends than this are links to read through rather than buttons. */
const MOST_BUTTONS = 8;

export function standingOf(snapshot: Snapshot, search: Article, steps: readonly string[], memory: Memory): Standing {
  const tested = new Map<string, ReadonlySet<string>>();
  return walk(search, steps, memory.facts, (id) => {
    const known = tested.get(id);
    if (known !== undefined) return known;
    const article = snapshot.articles.get(id);
    const variables = article === undefined ? new Set<string>() : testedIn(article, memory.facet as Facet | undefined);
    tested.set(id, variables);
    return variables;
  });
}

/** One question of a guided search, or the several articles that it may lead to. An end that is one article is answered from it. */
export function sayStanding(search: string, standing: Standing, texts: Texts): AnswerBody {
  const { steps, taken } = standing;
  const so = taken.length > 0 ? [paragraph(`${texts.yourAnswers}${taken.join(' › ')}.`)] : [];
  const back = backChoice(search, steps, texts);
  const to = (more: string): string => choiceId({ type: 'walk', article: search, steps: [...steps, more] });
  if (standing.type === 'asking') {
    const first = steps.length === 0 ? [paragraph(texts.walkOpens), ...standing.opening] : [];
    const help = standing.branches.flatMap(({ label, help: blocks }): Block[] =>
      blocks.length === 0 ? [] : [{ type: 'callout', tone: 'note', title: label, blocks }],
    );
    const branches = standing.branches.map(({ label, mark }) => ({ id: to(mark), label }));
    return {
      outcome: 'clarified',
      blocks: [...first, ...so, ...help, paragraph(texts.whichSituation)],
      choices: [...branches, { id: to(UNKNOWN), label: texts.dontKnow }, ...back],
    };
  }
  const links = standing.type === 'several' ? standing.links : [standing.link];
  const articles = links.flatMap(({ article, title }) =>
    article === undefined ? [] : [{ id: `article:${article}`, label: title, article }],
  );
  const asButtons = articles.length === links.length && links.length <= MOST_BUTTONS;
  return {
    outcome: 'clarified',
    blocks: [...so, paragraph(links.length > 1 ? texts.walkEnds : texts.walkEnd), ...(asButtons ? [] : links)],
    choices: [...(asButtons ? articles : []), ...back],
  };
}

export function backChoice(search: string, steps: readonly string[], texts: Texts): Choice[] {
  const back = stepsBack(steps);
  return back === undefined ? [] : [{ id: choiceId({ type: 'walk', article: search, steps: back }), label: texts.stepBack }];
}

/** The guided search of the subject as a button; nothing when there is none or it has just been walked to this article. */
export function walkChoice(snapshot: Snapshot, articles: readonly string[], { walked }: Memory, texts: Texts): Choice[] {
  const search = searchFor(snapshot, articles);
  if (search === undefined || (walked !== undefined && walked.article === articles[0])) return [];
  return [{ id: choiceId({ type: 'walk', article: search, steps: [] }), label: texts.findMine }];
}
