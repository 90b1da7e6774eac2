import { FACETS, type Article, type Block, type Facet } from '../contract/index.js';
import { wordHash } from '../language/index.js';
import type { Cues } from './cues.js';
import type { Engine } from './engine.js';

/** How near one article stands to another. */
export interface Nearness {
  /** Steps of the way to them that they share: the theme, then those of their dossiers. */
  shared: number;
  /** The one leads on to the other. */
  leadsTo: boolean;
  /** The other leads back. */
  ledFrom: boolean;
}
/** The theme and three steps below it. */
export const STEPS = 4;

/**
 * Which articles belong together: the same theme, the same dossier, the same part of it, links from one to the other; and which
 * facet a title names. A later question is mostly about the article itself or about one that stands near: « combien ça coûte ? » after
 * « Passeport d'un majeur » means « Quel est le prix d'un passeport ? » beside it.
 *
 * By target, in typed arrays; articles come first among the targets, and an intent without article stands near nothing.
 */
export class Neighbours {
  /** By article: the hashes of its way, from the outside in; 0 where it is shorter. */
  private readonly ways: Int32Array;
  private readonly starts: Int32Array;
  private readonly links: Int32Array;
  /** By article: a bit for each facet that its title names. */
  private readonly titled: Uint16Array;

  constructor(articles: readonly Article[], { analyser }: Pick<Engine, 'analyser'>, cues: Cues) {
    const places = new Map(articles.map(({ id }, at) => [id, at]));
    this.ways = new Int32Array(articles.length * STEPS);
    this.starts = new Int32Array(articles.length + 1);
    this.titled = new Uint16Array(articles.length);
    const links: number[] = [];
    articles.forEach((article, at) => {
      this.ways.set(wayOf(article), at * STEPS);
      const ids = new Set([...(article.related ?? []), ...article.sections.flatMap(({ blocks }) => linked(blocks))]);
      for (const id of ids) {
        const place = places.get(id);
        if (place !== undefined && place !== at) links.push(place);
      }
      this.starts[at + 1] = links.length;
      for (const { facet } of cues.facetsOf(analyser.read(article.title))) this.titled[at]! |= 1 << FACETS.indexOf(facet);
    });
    this.links = Int32Array.from(links);
  }

  /** From one target to another; undefined when nothing joins them. */
  between(from: number, to: number): Nearness | undefined {
    const last = this.titled.length;
    if (from >= last || to >= last || from < 0 || to < 0) return undefined;
    let shared = 0;
    while (shared < STEPS && this.ways[from * STEPS + shared] === this.ways[to * STEPS + shared] && this.ways[to * STEPS + shared] !== 0)
      shared++;
    const leadsTo = this.leads(from, to);
    const ledFrom = this.leads(to, from);
    return shared > 0 || leadsTo || ledFrom ? { shared, leadsTo, ledFrom } : undefined;
  }

  /** Of the same dossier, or the one leads on to the other. */
  near(from: number, to: number): boolean {
    const nearness = this.between(from, to);
    return nearness !== undefined && (nearness.shared > 2 || nearness.leadsTo || nearness.ledFrom);
  }

  private leads(from: number, to: number): boolean {
    for (let slot = this.starts[from]!; slot < this.starts[from + 1]!; slot++) if (this.links[slot] === to) return true;
    return false;
  }

  /** Whether the title of a target names the facet. */
  names(target: number, facet: Facet): boolean {
    return ((this.titled[target] ?? 0) & (1 << FACETS.indexOf(facet))) !== 0;
  }
}

/** Each step is hashed with those above it: two dossiers of one number in two themes are two. */
function wayOf({ theme, dossier }: Article): number[] {
  const steps = [theme, ...(dossier ?? '').split('/').filter(Boolean)].slice(0, STEPS);
  return steps.map((_, at) => wordHash(steps.slice(0, at + 1).join('/')) || 1);
}

const linked = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    if (block.type === 'link') return block.article === undefined ? [] : [block.article];
    if (block.type === 'list') return block.items.flatMap(linked);
    if (block.type === 'callout') return linked(block.blocks);
    return block.type === 'cases' ? block.cases.flatMap(({ blocks: inside }) => linked(inside)) : [];
  });
