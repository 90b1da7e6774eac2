import type { CheckOptions, Report } from './check-content.js';
import { kindOf, ofCorpus } from './content-file.js';
import type { ReadContent } from './read-content.js';

/**
 * Every id that is named must exist. A link must lead to an article that will be there. Near misses and labelled questions only lose
 * their hint, so they are warnings; what is always there may name articles that an installation does without.
 */
export function checkReferences(read: ReadContent, { alsoKnown = new Set(), alsoHere = new Set() }: CheckOptions, report: Report): void {
  const here = new Set([...read.articles.map(({ value }) => value.id), ...alsoHere]);
  const exists = (id: string) => here.has(id) || alsoKnown.has(id);
  const themes = new Set(read.themes.map(({ value }) => value.id));
  const usedFacts = new Set<string>();

  for (const { value: article, at, place, references } of read.articles) {
    const own = { article: article.id };
    if (!themes.has(article.theme)) report('error', 'dangling', `thème inconnu : « ${article.theme} »`, { place: at(['theme']), ...own });
    for (const { kind, id, line } of references) {
      if (kind === 'fact') usedFacts.add(id);
      else if (!here.has(id)) {
        const message = exists(id) ? `lien vers un article non publié : « ${id} »` : `lien vers un article inconnu : « ${id} »`;
        // A corpus links to what the mayor's office may have put away: it still can be published.
        report(kindOf(place.file) === 'tree' ? 'warning' : 'error', 'dangling', message, { place: { file: place.file, line }, ...own });
      }
    }
  }
  for (const { value: intent, at } of read.intents) {
    const own = intent.article === undefined ? {} : { article: intent.article };
    if (intent.article !== undefined && !exists(intent.article))
      report('error', 'dangling', `l'intention « ${intent.id} » mène à un article inconnu : « ${intent.article} »`, {
        place: at(['article']),
        ...own,
      });
    intent.nearMisses.forEach(({ article }, index) => {
      if (article !== undefined && intent.article !== undefined && !exists(article))
        report('warning', 'dangling', `formulation voisine : article inconnu « ${article} »`, {
          place: at(['near-misses', index]),
          ...own,
        });
    });
  }
  for (const { value: label, place } of read.labels) {
    for (const id of label.expected)
      if (!exists(id) && !ofCorpus(place.file)) report('warning', 'dangling', `question étiquetée : article inconnu « ${id} »`, { place });
  }
  for (const { value: fact, place } of read.facts) {
    if (!usedFacts.has(fact.id)) report('warning', 'unused', `valeur que rien n'utilise : « ${fact.id} »`, { place });
  }
}
