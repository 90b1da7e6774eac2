import { Button, Table } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUserPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffAccount } from '../../../src/contract/http.js';
import { accountsQuery, disableAccount, enableAccount, resetAccount, resetSecondFactor } from '../api/administration.js';
import { codeOf } from '../api/call.js';
import { Dialog } from '../conversation/dialog.js';
import { Page } from '../frame/page.js';
import { QueryView } from '../frame/query-view.js';
import { TableBox } from '../frame/table-box.js';
import { useErrorText } from '../texts/use-error-text.js';
import { AccountForm } from './account-form.js';
import { AccountRow, type AccountAct } from './account-row.js';
import { OneTimeLink, type IssuedLink } from './one-time-link.js';

type Asked = { act: AccountAct; account: StaffAccount };
const DONE = { disable: 'isDisabled', resetFactor: 'isWithoutFactor' } as const;

export function Component() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const accounts = useQuery(accountsQuery);
  const [edited, setEdited] = useState<StaffAccount | 'new' | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [link, setLink] = useState<IssuedLink | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
  const enable = useMutation({
    mutationFn: (account: StaffAccount) => enableAccount(account.id),
    onSuccess: async () => {
      await refresh();
      notifications.show({ message: t('administration.accounts.isEnabled'), color: 'green' });
    },
    onError: (error) => notifications.show({ message: errorText(error), color: 'red' }),
  });
  const confirm = useMutation({
    mutationFn: async ({ act, account }: Asked) => {
      if (act === 'reset') setLink({ name: account.name, link: (await resetAccount(account.id)).link });
      else await (act === 'disable' ? disableAccount : resetSecondFactor)(account.id);
    },
    onSuccess: async (_done, { act }) => {
      await refresh();
      setAsked(null);
      if (act !== 'reset') notifications.show({ message: t(`administration.accounts.${DONE[act]}`), color: 'green' });
    },
  });
  const act = asked?.act ?? 'disable';
  const refusal = confirm.error && codeOf(confirm.error) === 'bad' ? new LastAdmin() : confirm.error;
  return (
    <Page
      wide
      title={t('administration.accounts.title')}
      lead={t('administration.accounts.lead')}
      actions={
        <Button leftSection={<IconUserPlus aria-hidden size={16} />} onClick={() => setEdited('new')}>
          {t('administration.accounts.add')}
        </Button>
      }
    >
      <QueryView result={accounts}>
        {(list) => (
          <TableBox label={t('administration.accounts.title')}>
            <Table horizontalSpacing="md" verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('administration.accounts.name')}</Table.Th>
                  <Table.Th>{t('administration.accounts.roles')}</Table.Th>
                  <Table.Th>{t('administration.accounts.services')}</Table.Th>
                  <Table.Th>{t('administration.accounts.state')}</Table.Th>
                  <Table.Th>{t('administration.accounts.lastSeen')}</Table.Th>
                  <Table.Th>
                    <span className="hidden-text">{t('administration.accounts.edit')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.map((account) => (
                  <AccountRow
                    key={account.id}
                    account={account}
                    edit={() => setEdited(account)}
                    ask={(what) => {
                      confirm.reset();
                      setAsked({ act: what, account });
                    }}
                    enable={() => enable.mutate(account)}
                  />
                ))}
              </Table.Tbody>
            </Table>
          </TableBox>
        )}
      </QueryView>
      {edited !== null && <AccountForm account={edited === 'new' ? undefined : edited} close={() => setEdited(null)} issued={setLink} />}
      <Dialog
        opened={asked !== null}
        close={() => setAsked(null)}
        title={t(`administration.accounts.${act}Title`)}
        text={t(`administration.accounts.${act}Text`, { name: asked?.account.name ?? '' })}
        submit={t(`administration.accounts.${act}Submit`)}
        danger={act !== 'reset'}
        pending={confirm.isPending}
        error={refusal}
        onSubmit={() => asked && confirm.mutate(asked)}
      />
      <OneTimeLink issued={link} close={() => setLink(null)} />
    </Page>
  );
}

/** The one way in which the service refuses these acts. */
class LastAdmin extends Error {
  readonly code = 'last-admin';
}
