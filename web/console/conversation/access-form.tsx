import { Button, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Reading a conversation of others asks for a reason first, which the audit log keeps. */
export function AccessForm({ read }: { read(reason: string): void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const short = reason.trim().length < 3;
  return (
    <Paper withBorder p="lg" m="lg" maw="32rem">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (short) setTried(true);
          else read(reason.trim());
        }}
      >
        <Stack>
          <Title order={2} size="h4">
            {t('conversation.access.title')}
          </Title>
          <Text size="sm">{t('conversation.access.text')}</Text>
          <TextInput
            label={t('conversation.access.reason')}
            maxLength={500}
            value={reason}
            error={tried && short ? t('conversation.takeOver.short') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" w="fit-content">
            {t('conversation.access.submit')}
          </Button>
        </Stack>
      </form>
    </Paper>
  );
}
