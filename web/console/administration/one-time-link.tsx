import { Button, CopyButton, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

export interface IssuedLink {
  name: string;
  link: string;
}

/** A link that nobody will see again: shown until whoever asked says to have it. */
export function OneTimeLink({ issued, close }: { issued: IssuedLink | null; close(): void }) {
  const { t } = useTranslation();
  const link = issued ? new URL(issued.link, window.location.origin).href : '';
  return (
    <Modal
      opened={issued !== null}
      onClose={close}
      title={t('administration.accounts.linkTitle')}
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
      size="lg"
    >
      <Stack>
        <Text size="sm">{t('administration.accounts.linkText', { name: issued?.name ?? '' })}</Text>
        <TextInput
          label={t('administration.accounts.link')}
          value={link}
          readOnly
          ff="monospace"
          onFocus={(event) => event.currentTarget.select()}
        />
        <CopyButton value={link}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck aria-hidden size={16} /> : <IconCopy aria-hidden size={16} />}
              onClick={copy}
            >
              <span aria-live="polite">{copied ? t('frame.copied') : t('frame.copy')}</span>
            </Button>
          )}
        </CopyButton>
        <Button onClick={close}>{t('administration.accounts.linkDone')}</Button>
      </Stack>
    </Modal>
  );
}
