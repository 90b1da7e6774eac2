import { Button, Table } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../src/contract/http.js';
import { AUDIT_PAGE, auditPage } from '../api/administration.js';
import { EmptyState } from '../frame/empty-state.js';
import { Loading } from '../frame/loading.js';
import { Page } from '../frame/page.js';
import { TableBox } from '../frame/table-box.js';
import { useDates } from '../texts/dates.js';
import { administration } from '../texts/fr/administration.js';

const { audit } = administration;

export function Component() {
  const { t } = useTranslation();
  const pages = useInfiniteQuery({
    queryKey: ['audit'],
    queryFn: ({ pageParam }) => auditPage(pageParam),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last: AuditEntry[]) => (last.length < AUDIT_PAGE ? undefined : last.at(-1)!.n),
  });
  const entries = pages.data?.pages.flat() ?? [];
  return (
    <Page wide title={t('administration.audit.title')} lead={t('administration.audit.lead')}>
      {pages.isPending && <Loading />}
      {pages.isSuccess && entries.length === 0 && (
        <EmptyState title={t('administration.audit.none')} icon={<IconClipboardList aria-hidden />} />
      )}
      {entries.length > 0 && (
        <>
          <TableBox label={t('administration.audit.title')}>
            <Table horizontalSpacing="md" verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('administration.audit.at')}</Table.Th>
                  <Table.Th>{t('administration.audit.actor')}</Table.Th>
                  <Table.Th>{t('administration.audit.action')}</Table.Th>
                  <Table.Th>{t('administration.audit.object')}</Table.Th>
                  <Table.Th>{t('administration.audit.reason')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {entries.map((entry) => (
                  <AuditRow key={entry.n} entry={entry} />
                ))}
              </Table.Tbody>
            </Table>
          </TableBox>
          {pages.hasNextPage ? (
            <Button variant="default" mt="md" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              {t('administration.audit.more')}
            </Button>
          ) : (
            <p className="panel-soft">{t('administration.audit.end')}</p>
          )}
        </>
      )}
    </Page>
  );
}

function AuditRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const dates = useDates();
  const words = entry.action in audit.does ? t(`administration.audit.does.${entry.action as keyof typeof audit.does}`) : entry.action;
  return (
    <Table.Tr>
      <Table.Td className="num audit-time">{dates.moment(entry.at)}</Table.Td>
      <Table.Td>{entry.actor}</Table.Td>
      <Table.Td>{words}</Table.Td>
      <Table.Td className="audit-object">{entry.object}</Table.Td>
      <Table.Td>{entry.reason}</Table.Td>
    </Table.Tr>
  );
}
