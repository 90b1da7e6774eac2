import { Button, Code, Group, List, Stack } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recoveryCodesQuery } from '../api/session.js';
import { CopyText } from '../frame/copy-text.js';
import { inGroups } from '../sign-in/codes.js';

/** Codes that nobody will see again: shown until whoever got them says to have them. */
export function RecoveryCodeList({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const lines = codes.map((code) => inGroups(code, '-'));
  return (
    <Stack>
      <List listStyleType="none" aria-label={t('secondFactor.codesTitle')}>
        {lines.map((line) => (
          <List.Item key={line}>
            <Code>{line}</Code>
          </List.Item>
        ))}
      </List>
      <Group>
        <CopyText text={lines.join('\n')} />
        <Button onClick={() => queries.setQueryData(recoveryCodesQuery.queryKey, null)}>{t('secondFactor.codesDone')}</Button>
      </Group>
    </Stack>
  );
}
