import { Badge, Menu, Table, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StaffAccount } from '../../../src/contract/http.js';
import { useMe, useServiceName } from '../frame/me.js';
import { useDates } from '../texts/dates.js';

/** What is done to an account after a question. */
export type AccountAct = 'disable' | 'reset' | 'resetFactor';

interface AccountRowProps {
  account: StaffAccount;
  edit(): void;
  ask(act: AccountAct): void;
  enable(): void;
}

export function AccountRow({ account, edit, ask, enable }: AccountRowProps) {
  const { t } = useTranslation();
  const dates = useDates();
  const serviceName = useServiceName();
  const me = useMe();
  const state = account.disabled ? 'disabled' : account.ready ? 'ready' : 'invited';
  return (
    <Table.Tr>
      <Table.Td>
        <strong>{account.name}</strong>
        <br />
        <span className="panel-soft">{account.email}</span>
      </Table.Td>
      <Table.Td>{account.roles.map((role) => t(`frame.role.${role}`)).join(', ')}</Table.Td>
      <Table.Td>{account.services.map(serviceName).join(', ') || '–'}</Table.Td>
      <Table.Td>
        <Badge variant="light" tt="none" color={{ ready: 'green', invited: 'yellow', disabled: 'gray' }[state]}>
          {t(`administration.accounts.${state}`)}
        </Badge>
      </Table.Td>
      <Table.Td className="num">
        {account.lastSeenAt === undefined ? t('administration.accounts.never') : dates.moment(account.lastSeenAt)}
      </Table.Td>
      <Table.Td>
        <Menu position="bottom-end">
          <Menu.Target>
            <UnstyledButton className="row-menu" aria-label={t('administration.accounts.actions', { name: account.name })}>
              <IconDots aria-hidden size={18} />
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={edit}>{t('administration.accounts.edit')}</Menu.Item>
            <Menu.Item onClick={() => ask('reset')}>{t('administration.accounts.reset')}</Menu.Item>
            {account.secondFactor && account.id !== me.id && (
              <Menu.Item onClick={() => ask('resetFactor')}>{t('administration.accounts.resetFactor')}</Menu.Item>
            )}
            {account.disabled ? (
              <Menu.Item onClick={enable}>{t('administration.accounts.enable')}</Menu.Item>
            ) : (
              <Menu.Item color="red" onClick={() => ask('disable')}>
                {t('administration.accounts.disable')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Table.Td>
    </Table.Tr>
  );
}
