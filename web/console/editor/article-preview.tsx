import { useTranslation } from 'react-i18next';
import type { Article } from '../../../src/contract/blocks.js';
import { ArticleView } from '../blocks/article.js';

/** What is being written as the citizen will read it; what was saved last while it cannot be read. */
export function ArticlePreview({ article, saved }: { article: Article | null; saved: Article | null }) {
  const { t } = useTranslation();
  const shown = article ?? saved;
  return (
    <section aria-label={t('editor.preview.label')} className="preview">
      {!article && <p className="panel-soft">{t(saved ? 'editor.preview.old' : 'editor.preview.nothing')}</p>}
      {shown && <ArticleView article={shown} />}
    </section>
  );
}
