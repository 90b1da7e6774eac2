import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ArticleStatus } from '../../../src/contract/vocabulary.js';

const COLORS: Record<ArticleStatus, string> = { draft: 'gray', 'in-review': 'yellow', published: 'green', archived: 'gray' };

export function StatusBadge({ status }: { status: ArticleStatus }) {
  const { t } = useTranslation();
  return (
    <Badge variant={status === 'archived' ? 'outline' : 'light'} color={COLORS[status]} tt="none">
      {t(`editor.status.${status}`)}
    </Badge>
  );
}
