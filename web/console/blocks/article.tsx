import { useTranslation } from 'react-i18next';
import type { Article } from '../../../src/contract/blocks.js';
import { Sources } from './answer.js';
import { Blocks } from './blocks.js';

/** An article from its title to its source, as the widget shows it. */
export function ArticleView({ article, level = 2 }: { article: Article; level?: 2 | 3 }) {
  const { t } = useTranslation();
  const Title = `h${level}` as const;
  const SectionTitle = `h${level + 1}` as 'h3' | 'h4';
  return (
    <article className="article" lang={article.lang}>
      <Title className="article-title">{article.title}</Title>
      <p className="article-summary">{article.summary}</p>
      {article.simple !== undefined && (
        <div className="callout" data-tone="note">
          <p className="callout-title">{t('blocks.simple')}</p>
          <p>{article.simple}</p>
        </div>
      )}
      {article.sections.map((section, index) => (
        <section key={index}>
          <SectionTitle className="article-section">{section.title}</SectionTitle>
          <Blocks blocks={section.blocks} />
        </section>
      ))}
      {article.source.url !== '' && <Sources sources={[article.source]} />}
    </article>
  );
}
