import { Badge, Group } from '@mantine/core';
import { IconStack2 } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { SnapshotRow } from '../../../src/contract/http.js';
import { snapshotsQuery } from '../api/editor.js';
import { EmptyState } from '../frame/empty-state.js';
import { Page } from '../frame/page.js';
import { QueryView } from '../frame/query-view.js';
import { useDates } from '../texts/dates.js';
import './editor.css';

/** What was published, when and why, and what each version promises. */
export function Component() {
  const { t } = useTranslation();
  const snapshots = useQuery(snapshotsQuery);
  return (
    <Page title={t('editor.snapshots.title')} lead={t('editor.snapshots.lead')}>
      <QueryView result={snapshots}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('editor.snapshots.none')} icon={<IconStack2 aria-hidden />} />
          ) : (
            <ol className="snapshots">
              {list.map((snapshot) => (
                <Snapshot key={snapshot.id} snapshot={snapshot} />
              ))}
            </ol>
          )
        }
      </QueryView>
    </Page>
  );
}

function Snapshot({ snapshot }: { snapshot: SnapshotRow }) {
  const { t } = useTranslation();
  const dates = useDates();
  const { id, at, by, note, articles, current, gate } = snapshot;
  return (
    <li className="card">
      <Group gap="xs">
        <strong className="num">{dates.moment(at)}</strong>
        {current && (
          <Badge color="green" variant="light" tt="none">
            {t('editor.snapshots.current')}
          </Badge>
        )}
        {gate.generic && (
          <Badge color="yellow" variant="light" tt="none">
            {t('editor.snapshots.generic')}
          </Badge>
        )}
        <code className="editor-facts">{id.slice(0, 8)}</code>
      </Group>
      <p className="version-note">{note || t('editor.snapshots.noNote')}</p>
      <p className="editor-facts">
        {t('editor.articles.by', { name: by })} · {t('editor.snapshots.articles', { count: articles })}
      </p>
      <p className="snapshot-gate">
        <strong>{t('editor.snapshots.gate')} : </strong>
        {t('editor.snapshots.threshold', { percent: String(Math.round(gate.threshold * 100)) })} {gate.bound}
      </p>
    </li>
  );
}
