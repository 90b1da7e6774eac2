import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SearchResult } from '../../../src/contract/http.js';
import { DESK, holdsOne } from '../frame/access.js';
import { useMe, useServiceName } from '../frame/me.js';
import { useDates } from '../texts/dates.js';

type Found = SearchResult['items'][number];

export function SearchResults({ items }: { items: readonly Found[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return null;
  return (
    <ul className="search-results" aria-label={t('search.results')}>
      {items.map((item) => (
        <ResultRow key={item.conversationId} item={item} />
      ))}
    </ul>
  );
}

function ResultRow({ item }: { item: Found }) {
  const { t } = useTranslation();
  const dates = useDates();
  const serviceName = useServiceName();
  const to = useAddress(item);
  return (
    <li>
      {to === undefined ? <p className="search-excerpt">{item.excerpt}</p> : <Link to={to}>{item.excerpt}</Link>}
      <p className="search-facts">
        <span>{t(`desk.status.${item.status}`)}</span>
        {item.resolution !== undefined && <span>{t(`desk.resolution.${item.resolution}`)}</span>}
        {item.service !== undefined && <span>{serviceName(item.service)}</span>}
        <span>
          {item.closedAt === undefined
            ? t('search.openedOn', { date: dates.moment(item.createdAt) })
            : t('search.closedOn', { date: dates.moment(item.closedAt) })}
        </span>
        {to === undefined && <span>{t('search.onlySupervisors')}</span>}
      </p>
    </li>
  );
}

/** At the desk what an agent may work on, else the page to read; agents read what is not theirs only as supervisors. */
function useAddress({ conversationId, status }: Found): string | undefined {
  const { roles } = useMe();
  const atWork = status === 'queued' || status === 'callback' || status === 'assigned';
  if (atWork && holdsOne(roles, DESK)) return `/desk/${conversationId}`;
  return holdsOne(roles, ['supervisor', 'dpo']) ? `/conversation/${conversationId}` : undefined;
}
