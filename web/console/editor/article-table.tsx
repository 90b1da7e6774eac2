import { Badge, Group, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ArticleRow } from '../../../src/contract/http.js';
import { TableBox } from '../frame/table-box.js';
import { useDates } from '../texts/dates.js';
import { StatusBadge } from './status-badge.js';

export function ArticleTable({ rows }: { rows: readonly ArticleRow[] }) {
  const { t } = useTranslation();
  return (
    <TableBox label={t('editor.articles.title')}>
      <Table horizontalSpacing="md" verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {(['title', 'status', 'theme', 'review', 'wordings', 'updated'] as const).map((column) => (
              <Table.Th key={column}>{t(`editor.articles.column.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </TableBox>
  );
}

function Row({ row }: { row: ArticleRow }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <Table.Tr>
      <Table.Td className="article-name">
        <Link to={`/articles/edit/${row.id}`}>{row.title}</Link>
      </Table.Td>
      <Table.Td>
        <Group gap={4}>
          <StatusBadge status={row.status} />
          {row.draft && (
            <Badge variant="outline" color="gray" tt="none">
              {t('editor.articles.unpublished')}
            </Badge>
          )}
        </Group>
      </Table.Td>
      <Table.Td>{row.theme}</Table.Td>
      <Table.Td className="num article-date">
        {row.reviewBy === undefined ? '–' : dates.day(row.reviewBy)}
        {row.overdue && <span className="article-overdue"> {t('editor.articles.overdue')}</span>}
      </Table.Td>
      <Table.Td className="num">{row.utterances}</Table.Td>
      <Table.Td className="article-date">
        <span className="num">{dates.day(row.updatedAt)}</span>{' '}
        <span className="editor-facts">{t('editor.articles.by', { name: row.updatedBy })}</span>
      </Table.Td>
    </Table.Tr>
  );
}
