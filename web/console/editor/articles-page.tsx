import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconArticleOff, IconPlus, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ArticleRow } from '../../../src/contract/http.js';
import { ARTICLE_STATUSES } from '../../../src/contract/vocabulary.js';
import { articlesQuery } from '../api/editor.js';
import { EmptyState } from '../frame/empty-state.js';
import { Page } from '../frame/page.js';
import { QueryView } from '../frame/query-view.js';
import { ArticleTable } from './article-table.js';
import { CheckAll } from './check-all.js';
import './editor.css';

interface Filters {
  q: string;
  status: string | null;
  theme: string | null;
  due: boolean;
}
const ALL: Filters = { q: '', status: null, theme: null, due: false };
const SHOWN = 60;

/** All articles, narrowed as one types: the whole list is here, so nothing has to be fetched for that. */
export function Component() {
  const { t } = useTranslation();
  const articles = useQuery(articlesQuery({}));
  const [filters, setFilters] = useState(ALL);
  const [shown, setShown] = useState(SHOWN);
  const narrow = (change: Partial<Filters>): void => {
    setFilters({ ...filters, ...change });
    setShown(SHOWN);
  };
  return (
    <Page
      wide
      title={t('editor.articles.title')}
      lead={t('editor.articles.lead')}
      actions={
        <Button component={Link} to="/articles/new" leftSection={<IconPlus aria-hidden size={16} />}>
          {t('editor.articles.add')}
        </Button>
      }
    >
      <QueryView result={articles}>
        {(list) => {
          const rows = list.filter((row) => matches(row, filters)).sort((a, b) => a.title.localeCompare(b.title, 'fr'));
          const themes = [...new Set(list.map((row) => row.theme))].sort();
          return (
            <>
              <search className="article-filters">
                <TextInput
                  type="search"
                  label={t('editor.articles.search')}
                  leftSection={<IconSearch aria-hidden size={16} />}
                  value={filters.q}
                  onChange={(event) => narrow({ q: event.currentTarget.value })}
                />
                <Select
                  label={t('editor.articles.status')}
                  placeholder={t('editor.articles.any')}
                  clearable
                  data={ARTICLE_STATUSES.map((status) => ({ value: status, label: t(`editor.status.${status}`) }))}
                  value={filters.status}
                  onChange={(status) => narrow({ status })}
                />
                <Select
                  label={t('editor.articles.theme')}
                  placeholder={t('editor.articles.any')}
                  clearable
                  searchable
                  data={themes}
                  value={filters.theme}
                  onChange={(theme) => narrow({ theme })}
                />
                <Checkbox
                  label={t('editor.articles.due')}
                  checked={filters.due}
                  onChange={(event) => narrow({ due: event.currentTarget.checked })}
                />
              </search>
              <CheckAll />
              <output className="search-count">{t('editor.articles.count', { count: rows.length })}</output>
              {rows.length === 0 ? (
                <EmptyState title={t('editor.articles.none')} icon={<IconArticleOff aria-hidden />} />
              ) : (
                <ArticleTable rows={rows.slice(0, shown)} />
              )}
              {rows.length > shown && (
                <Button variant="default" mt="md" onClick={() => setShown(shown + SHOWN)}>
                  {t('editor.articles.more')}
                </Button>
              )}
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const matches = (row: ArticleRow, { q, status, theme, due }: Filters): boolean =>
  (status === null || row.status === status) &&
  (theme === null || row.theme === theme) &&
  (!due || row.overdue) &&
  plain(`${row.title} ${row.id}`).includes(plain(q.trim()));
