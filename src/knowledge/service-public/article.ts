import type { Article, Section } from '../../contract/index.js';
import { abbreviationsOf } from './abbreviations.js';
import { articleIdOf, pageUrl, safeUrl, siteOf, type Audience } from './addresses.js';
import { guidedSections, guidedSummary, guidedTitle, isGuided, type Surroundings } from './guided.js';
import { kinOf } from './kin.js';
import { linkSections } from './links.js';
import { childNamed, childrenNamed, textOf, tidy, type TreeElement } from './node.js';
import type { Page } from './page.js';
import { slug } from '../plain.js';
import { sectionsOf } from './sections.js';
import type { Skips } from './skips.js';
import { summaryOf } from './summary.js';

export interface Theme {
  id: string;
  title: string;
}
export interface CorpusArticle {
  article: Article;
  theme: Theme;
}
const TITLE_MAX = 300;
const OTHERS: Theme = { id: 'autres-fiches', title: 'Autres fiches' };

/** A page of the tree (`Publication`) as an article; undefined for a page without a text. */
export function articleOf(
  root: TreeElement,
  where: { id: string; audience: Audience },
  skips: Skips,
  around: Surroundings,
): CorpusArticle | undefined {
  const { id, audience } = where;
  const spUrl = root.attributes['spUrl'];
  const site = siteOf(spUrl);
  const page: Page = { ...where, site, skips };
  const guided = isGuided(root);
  const sections = guided ? guidedSections(root, page, around) : bodyOf(root, page);
  const theme = themeOf(root);
  const title = titleOfPage(root);
  if (title === '' || sections.length === 0) return undefined;
  const article: Article = {
    id: articleIdOf(audience, id),
    title,
    summary: guided ? guidedSummary(title) : summaryOf(textOf(childNamed(root, 'dc:description')), sections),
    theme: theme.id,
    audience,
    lang: 'fr',
    keywords: abbreviationsOf(root, sections),
    source: {
      name: new URL(site).hostname.replace(/^www\./, ''),
      url: safeUrl(spUrl) ?? pageUrl(site, audience, id),
      checkedOn: dateOf(root),
    },
    status: 'published',
    ...(guided ? { guided } : kinOf(root, where)),
    sections,
  };
  return { article, theme };
}

const bodyOf = (root: TreeElement, page: Page): Section[] => {
  const sections = sectionsOf(root, page);
  const links = linkSections(root);
  return [...sections.slice(0, 1), ...links, ...sections.slice(1)];
};

export const titleOfPage = (root: TreeElement): string => {
  const title = tidy(textOf(childNamed(root, 'dc:title')));
  return (isGuided(root) ? guidedTitle(title) : title).slice(0, TITLE_MAX);
};

/** « modified 2020-10-01 »; a page without a date is as old as can be, so that nobody takes it for fresh. */
const dateOf = (root: TreeElement): string => /\d{4}-\d{2}-\d{2}/.exec(textOf(childNamed(root, 'dc:date')))?.[0] ?? '1970-01-01';

/** The second step of the way down to the page: « Accueil particuliers » > « Papiers - Citoyenneté » > … */
function themeOf(root: TreeElement): Theme {
  const steps = childrenNamed(childNamed(root, 'FilDAriane'), 'Niveau');
  const title = steps.length > 2 ? textOf(steps[1]) : '';
  const id = slug(title);
  return id === '' ? OTHERS : { id, title };
}
