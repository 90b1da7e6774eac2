import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { sessionQuery } from '../api/session.js';

/** The way from a used one-time link to the sign-in page. */
export function Done() {
  const { t } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  return (
    <Button
      onClick={() => {
        void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
        void go('/sign-in', { replace: true });
      }}
    >
      {t('signIn.submit')}
    </Button>
  );
}
