import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopyText } from '../frame/copy-text.js';

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
        <CopyText text={link} />
        <Button onClick={close}>{t('administration.accounts.linkDone')}</Button>
      </Stack>
    </Modal>
  );
}
