import type { AnswerBody, Article, Block, Choice, Facet, Section } from '../contract/index.js';
import { textOfBlocks } from '../matching/index.js';
import { branchFor } from './cases.js';
import { choiceId } from './choices.js';
import { forPerson, judge, judgeCase } from './conditions.js';
import { factsFor } from './corpus-facts.js';
import { isCard, shorten } from './shorten.js';
import { heading, paragraph } from './show-part.js';
import type { Texts } from './texts.js';
import type { Memory } from './turn.js';

/** What somebody takes along, in the order of doing it. */
const FACETS: readonly Facet[] = ['documents', 'steps', 'online', 'where', 'cost', 'delay'];
/** A list is printed: of the longest chapters the beginning, then where the rest is. */
const MOST_TEXT = 3000;
const MOST_CARDS = 3;

/** Only what holds documents or steps makes a list. */
export const listChoice = ({ id, sections }: Article, texts: Texts): Choice[] =>
  sections.some(({ facet }) => facet === 'documents' || facet === 'steps')
    ? [{ id: choiceId({ type: 'list', article: id }), label: texts.myList }]
    : [];

/**
 * One person's list for one procedure: what to bring and what to do, where, at what price and when, only the branches that hold, with what was assumed
 * in front and the source behind. Branches that nothing settles stand there all, each under its condition.
 */
export function checklistOf(article: Article, memory: Memory, texts: Texts): { body: AnswerBody; passages: string[] } {
  const paper = new Paper(factsFor(memory, article.id), texts);
  const parts = FACETS.flatMap((facet) => {
    const sections = article.sections.filter((section) => section.facet === facet);
    const blocks = paper.part(sections, texts.facets[facet]);
    return blocks.length === 0 ? [] : [heading(texts.facets[facet]), ...blocks];
  });
  const told = memory.walked?.article === article.id ? memory.walked.answers : [];
  const assumed = [...new Set([...told, ...paper.assumed])];
  const forWhom =
    assumed.length > 0 ? [paragraph(`${texts.listAssumed}${assumed.join(' › ')}.`)] : paper.open ? [paragraph(texts.listForAll)] : [];
  const body: AnswerBody = {
    outcome: 'answered',
    blocks: [...forWhom, ...parts, ...(paper.cut ? [paragraph(texts.listCut)] : [])],
    article: { id: article.id, title: article.title, section: texts.listTitle },
    sources: [article.source],
    print: true,
  };
  return { body, passages: [textOfBlocks(body.blocks)] };
}

const same = (one: string, other: string): boolean =>
  one.toLowerCase().replace(/[\s?:]+$/, '') === other.toLowerCase().replace(/[\s?:]+$/, '');

class Paper {
  /** Labels of the branches that what is known has opened. */
  readonly assumed: string[] = [];
  /** Some branches stand side by side. */
  open = false;
  cut = false;

  constructor(
    private readonly facts: Readonly<Record<string, string>>,
    private readonly texts: Texts,
  ) {}

  part(sections: readonly Section[], title: string): Block[] {
    const laid = sections.flatMap((section) => {
      const blocks = this.lay(section.blocks);
      return blocks.length === 0 || same(section.title, title) ? blocks : [heading(section.title), ...blocks];
    });
    const { blocks, cut } = shorten(laid, MOST_TEXT);
    this.cut ||= cut;
    const cards = new Map(laid.filter(isCard).map((card) => [JSON.stringify(card), card]));
    return [...blocks, ...[...cards.values()].slice(0, MOST_CARDS)];
  }

  private lay(blocks: readonly Block[]): Block[] {
    return forPerson(blocks, this.facts).flatMap((block): Block[] => {
      if (block.type === 'list' && !block.ordered) return [{ ...block, tick: true }];
      if (block.type !== 'cases') return [block];
      if (judge(block.when, this.facts) === 'false') return [];
      const branch = branchFor(block, this.facts);
      if (branch) {
        this.assumed.push(branch.label);
        return this.lay(branch.blocks);
      }
      this.open = true;
      const left = block.cases.filter((each) => judgeCase(each, this.facts) !== 'false');
      return (left.length > 0 ? left : block.cases).flatMap(({ label, blocks: inside }) => [
        paragraph(`${this.texts.listOnlyFor}${label}`),
        ...this.lay(inside),
      ]);
    });
  }
}
