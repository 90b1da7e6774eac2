import type { CheckOptions, Report } from './check-content.js';
import type { Located, ReadContent } from './read-content.js';

const SUMMARY_MAX = 400;

/** Each article, fact and theme by itself: ids, sources, dates, lengths. */
export function checkArticles(read: ReadContent, { today, services }: CheckOptions, report: Report): void {
  unique(read.articles, 'article', report);
  unique(read.facts, 'valeur', report);
  unique(read.themes, 'thème', report);
  for (const { value: article, at } of read.articles) {
    const where = (field: string) => ({ place: at([field]), article: article.id });
    if (article.sections.length === 0) report('error', 'empty', 'article sans texte', where('id'));
    if (article.summary.length > SUMMARY_MAX)
      report('warning', 'summary', `résumé long (${article.summary.length} caractères) : ${SUMMARY_MAX} au plus`, where('summary'));
    if (article.reviewBy !== undefined && article.reviewBy < today)
      report('warning', 'review-due', `à relire depuis le ${article.reviewBy}`, where('reviewBy'));
    if (article.source.checkedOn > today) report('warning', 'date', 'la source est datée du futur', where('source'));
    if (services !== undefined && article.owner !== undefined && !services.has(article.owner))
      report('warning', 'owner', `service inconnu de cette installation : « ${article.owner} »`, where('owner'));
  }
  for (const { value: fact, at } of read.facts) {
    if (!fact.source.url.startsWith('https://'))
      report('error', 'source', `la source doit être en https:// : « ${fact.source.url} »`, { place: at(['source', 'url']) });
    if (fact.source.checkedOn > today) report('warning', 'date', 'la source est datée du futur', { place: at(['source', 'checkedOn']) });
  }
}

/** Two values of one kind must not bear one id. */
export function unique(list: readonly Located<{ id: string }>[], name: string, report: Report): void {
  const first = new Map<string, Located<{ id: string }>>();
  for (const item of list) {
    const { id } = item.value;
    const other = first.get(id);
    if (other === undefined) first.set(id, item);
    else
      report('error', 'duplicate-id', `${name} « ${id} » déjà défini : ${other.place.file}:${other.place.line}`, {
        place: item.place,
        ...(name === 'article' ? { article: id } : {}),
      });
  }
}
