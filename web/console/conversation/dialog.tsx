import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../texts/use-error-text.js';

interface DialogProps {
  opened: boolean;
  close(): void;
  title: string;
  text?: string;
  submit: string;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onSubmit(): void;
  children?: ReactNode;
}

/** One question, one button to do it, one to leave: every action on a conversation asks so. */
export function Dialog({ opened, close, title, text, submit, danger = false, pending, error, onSubmit, children }: DialogProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  return (
    <Modal opened={opened} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('frame.close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <Stack>
          {text !== undefined && <Text size="sm">{text}</Text>}
          {error !== null && error !== undefined && (
            <Alert color="red" role="alert">
              {errorText(error)}
            </Alert>
          )}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {t('frame.cancel')}
            </Button>
            <Button type="submit" color={danger ? 'red' : undefined} loading={pending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
