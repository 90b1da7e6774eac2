import { Button } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { checkQuery } from '../api/editor.js';
import { QueryView } from '../frame/query-view.js';
import { ProblemList } from './problem-list.js';

/** The content check over all drafts, on demand: it reads everything. */
export function CheckAll() {
  const { t } = useTranslation();
  const check = useQuery({ ...checkQuery, enabled: false });
  return (
    <>
      <Button
        variant="default"
        size="sm"
        leftSection={<IconListCheck aria-hidden size={16} />}
        loading={check.isFetching}
        onClick={() => void check.refetch()}
      >
        {t('editor.articles.check')}
      </Button>
      {(check.isSuccess || check.isError) && (
        <section className="card check-all" aria-label={t('editor.articles.checked')}>
          <QueryView result={check}>
            {(problems) => (problems.length === 0 ? <p>{t('editor.articles.checkClean')}</p> : <ProblemList problems={problems} />)}
          </QueryView>
        </section>
      )}
    </>
  );
}
