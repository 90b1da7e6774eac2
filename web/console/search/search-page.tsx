import { Button, Group, Pagination, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { STATUSES } from '../../../src/contract/vocabulary.js';
import { SEARCH_PAGE, searchPastQuery, type SearchFilters } from '../api/desk.js';
import { EmptyState } from '../frame/empty-state.js';
import { useMe } from '../frame/me.js';
import { Page } from '../frame/page.js';
import { QueryView } from '../frame/query-view.js';
import { SearchResults } from './search-results.js';
import './search.css';

const FIELDS = ['q', 'from', 'to', 'service', 'status'] as const;

/** The filters stand in the address, so that « back » from a conversation finds the results again. */
export function Component() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters: SearchFilters = { page: Number(search.get('page') ?? 1) };
  for (const field of FIELDS) filters[field] = search.get(field) ?? undefined;
  const asked = searchPastQuery(filters);
  const found = useQuery({ ...asked, placeholderData: keepPreviousData });
  return (
    <Page title={t('search.title')} lead={t('search.lead')}>
      <Filters key={search.toString()} filters={filters} apply={(next) => setSearch(next)} />
      {asked.enabled ? (
        <QueryView result={found}>
          {({ total, items }) => (
            <>
              <output className="search-count">{total === 0 ? t('search.nothing') : t('search.count', { count: total })}</output>
              <SearchResults items={items} />
              {total > SEARCH_PAGE && (
                <nav aria-label={t('search.pages')} className="search-pages">
                  <Pagination
                    total={Math.ceil(total / SEARCH_PAGE)}
                    value={filters.page}
                    onChange={(page) => setSearch({ ...Object.fromEntries(search), page: String(page) })}
                    getControlProps={(control) => ({
                      'aria-label': t(control === 'previous' ? 'frame.previous' : 'frame.next'),
                    })}
                    getItemProps={(page) => ({
                      'aria-label': t('frame.page', { page: String(page), pages: String(Math.ceil(total / SEARCH_PAGE)) }),
                    })}
                  />
                </nav>
              )}
            </>
          )}
        </QueryView>
      ) : (
        <EmptyState title={t('search.start')} icon={<IconSearch aria-hidden />} />
      )}
    </Page>
  );
}

function Filters({ filters, apply }: { filters: SearchFilters; apply(filters: Record<string, string>): void }) {
  const { t } = useTranslation();
  const { allServices } = useMe();
  return (
    <form
      className="card search-filters"
      onSubmit={(event) => {
        event.preventDefault();
        const given = [...new FormData(event.currentTarget)]
          .filter(([, value]) => value !== '')
          .map(([name, value]) => [name, String(value)]);
        apply(Object.fromEntries(given) as Record<string, string>);
      }}
    >
      <TextInput
        name="q"
        type="search"
        label={t('search.words')}
        placeholder={t('search.wordsHint')}
        defaultValue={filters.q}
        maxLength={200}
      />
      <TextInput name="from" type="date" label={t('search.from')} defaultValue={filters.from} />
      <TextInput name="to" type="date" label={t('search.to')} defaultValue={filters.to} />
      <Select
        name="service"
        label={t('search.service')}
        placeholder={t('search.any')}
        clearable
        data={allServices.map((service) => ({ value: service.id, label: service.name }))}
        defaultValue={filters.service ?? null}
      />
      <Select
        name="status"
        label={t('search.status')}
        placeholder={t('search.any')}
        clearable
        data={STATUSES.map((status) => ({ value: status, label: t(`desk.status.${status}`) }))}
        defaultValue={filters.status ?? null}
      />
      <Group gap="xs" className="search-buttons">
        <Button type="submit" leftSection={<IconSearch aria-hidden size={16} />}>
          {t('search.submit')}
        </Button>
        <Button variant="subtle" onClick={() => apply({})}>
          {t('search.clear')}
        </Button>
      </Group>
    </form>
  );
}
