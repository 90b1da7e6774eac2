import { Button, Group, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleEdition } from '../../../src/contract/http.js';
import { editionQuery, restoreVersion, versionQuery } from '../api/editor.js';
import { Dialog } from '../conversation/dialog.js';
import { QueryView } from '../frame/query-view.js';
import { useDates } from '../texts/dates.js';
import { Differences } from './differences.js';
import { StatusBadge } from './status-badge.js';

/** Every version of an article: who, when and why, what it said, and the way back to it. */
export function VersionList({ edition, markdown }: { edition: ArticleEdition; markdown: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const queries = useQueryClient();
  const [seen, setSeen] = useState<number | null>(null);
  const [wanted, setWanted] = useState<number | null>(null);
  const version = useQuery({ ...versionQuery(edition.id, seen ?? 0), enabled: seen !== null });
  const restore = useMutation({
    mutationFn: (number: number) => restoreVersion(edition.id, number),
    onSuccess: (next, number) => {
      queries.setQueryData(editionQuery(edition.id).queryKey, next);
      notifications.show({ message: t('editor.versions.restored', { version: String(number) }), color: 'green' });
    },
  });
  return (
    <>
      <ol className="versions">
        {edition.versions.map(({ version: number, at, by, note, status }) => (
          <li key={number}>
            <Group gap="xs">
              <strong className="num">{t('editor.state.version', { version: String(number) })}</strong>
              <StatusBadge status={status} />
              {number === edition.version && <span className="editor-facts">{t('editor.versions.current')}</span>}
              {number === edition.liveVersion && <span className="editor-facts">{t('editor.versions.live')}</span>}
            </Group>
            <p className="editor-facts">
              {dates.moment(at)} {t('editor.articles.by', { name: by })}
            </p>
            {note !== '' && <p className="version-note">{note}</p>}
            <Group gap="xs" mt={4}>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('editor.versions.view', { version: String(number) })}
                onClick={() => setSeen(number)}
              >
                {t('editor.versions.viewShort')}
              </Button>
              {number !== edition.version && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('editor.versions.restore', { version: String(number) })}
                  onClick={() => setWanted(number)}
                >
                  {t('editor.versions.restoreShort')}
                </Button>
              )}
            </Group>
          </li>
        ))}
      </ol>
      <Modal
        opened={seen !== null}
        onClose={() => setSeen(null)}
        size="xl"
        title={t('editor.versions.title', { version: String(seen ?? '') })}
        closeButtonProps={{ 'aria-label': t('frame.close') }}
      >
        {seen !== null && <QueryView result={version}>{(data) => <Differences before={data.markdown} after={markdown} />}</QueryView>}
      </Modal>
      <Dialog
        opened={wanted !== null}
        close={() => setWanted(null)}
        title={t('editor.versions.restoreTitle', { version: String(wanted ?? '') })}
        text={t('editor.versions.restoreText')}
        submit={t('editor.versions.restoreShort')}
        pending={restore.isPending}
        error={restore.error}
        onSubmit={() => wanted !== null && restore.mutate(wanted)}
      />
    </>
  );
}
