import { ActionIcon, Modal, Switch, Table } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKeyboard } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { changeSettings, useSettings } from '../settings/settings.js';
import { SHORTCUTS } from './shortcut-list.js';
import { useShortcut } from './use-shortcut.js';

/** The button that tells the shortcuts, and the switch that stops them. */
export function ShortcutHelp() {
  const { t } = useTranslation();
  const { shortcuts } = useSettings();
  const [opened, { open, close }] = useDisclosure();
  useShortcut('KeyH', open);
  return (
    <>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('shortcuts.title')} aria-keyshortcuts="Alt+H" onClick={open}>
        <IconKeyboard aria-hidden size={20} />
      </ActionIcon>
      <Modal opened={opened} onClose={close} title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('frame.close') }}>
        <Switch
          mb="md"
          label={t('shortcuts.on')}
          checked={shortcuts}
          onChange={(event) => changeSettings({ shortcuts: event.currentTarget.checked })}
        />
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('shortcuts.key')}</Table.Th>
              <Table.Th>{t('shortcuts.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {SHORTCUTS.map(([keys, name]) => (
              <Table.Tr key={name}>
                <Table.Td>
                  <kbd>{keys}</kbd>
                </Table.Td>
                <Table.Td>{t(`shortcuts.does.${name}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Modal>
    </>
  );
}
