import type { Article } from '../../contract/index.js';
import { articleIdOf, audienceNamed } from './addresses.js';
import { childNamed, childrenNamed, elementsOf, type TreeElement } from './node.js';
import type { Page } from './page.js';

/** A page that names a hundred others names none in particular. */
const MOST = 40;
const FICHE = /^F\d+$/;

/**
 * Where a page stands and which pages it leads on to. A later question of a conversation is mostly answered by a page of the same dossier or by
 * one that the page names. Ids only: their titles are no words of this page.
 */
export function kinOf(root: TreeElement, page: Pick<Page, 'id' | 'audience'>): Pick<Article, 'dossier' | 'related'> {
  const dossier = dossierOf(root, page.id);
  const named = new Set<string>();
  collect(root, page, named);
  named.delete(articleIdOf(page.audience, page.id));
  const related = [...named].slice(0, MOST);
  return { ...(dossier === '' ? {} : { dossier }), ...(related.length === 0 ? {} : { related }) };
}

/** From the outside in: the subtheme, the dossier, the part of it that lists this page. */
function dossierOf(root: TreeElement, id: string): string {
  const dossier = childNamed(root, 'DossierPere');
  const part = childrenNamed(dossier, 'SousDossier').find((each) =>
    childrenNamed(each, 'Fiche').some(({ attributes }) => attributes['ID'] === id),
  );
  return [childNamed(root, 'SousThemePere'), dossier, part]
    .map((step) => step?.attributes['ID'] ?? '')
    .filter((step) => /^[\w-]+$/.test(step))
    .join('/');
}

function collect(node: TreeElement, page: Pick<Page, 'audience'>, named: Set<string>): void {
  for (const child of elementsOf(node)) {
    const { attributes } = child;
    if (child.name === 'LienInterne') add(attributes['LienPublication'], attributes['audience'], page, named);
    else if (child.name === 'QuestionReponse' || (child.name === 'Fiche' && node.name === 'VoirAussi'))
      add(attributes['ID'], attributes['audience'], page, named);
    collect(child, page, named);
  }
}

function add(id: string | undefined, audience: string | undefined, page: Pick<Page, 'audience'>, named: Set<string>): void {
  if (id !== undefined && FICHE.test(id)) named.add(articleIdOf(audienceNamed(audience) ?? page.audience, id));
}
