import { ActionIcon, Badge, Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMessages, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../src/contract/http.js';
import { cannedQuery, removeCanned } from '../api/desk.js';
import { Dialog } from '../conversation/dialog.js';
import { EmptyState } from '../frame/empty-state.js';
import { useServiceName } from '../frame/me.js';
import { Page } from '../frame/page.js';
import { QueryView } from '../frame/query-view.js';
import { CannedForm } from './canned-form.js';
import './canned.css';

export function Component() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const serviceName = useServiceName();
  const replies = useQuery(cannedQuery);
  const [edited, setEdited] = useState<CannedReply | 'new' | null>(null);
  const [removing, setRemoving] = useState<CannedReply | null>(null);
  const remove = useMutation({
    mutationFn: removeCanned,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: cannedQuery.queryKey });
      setRemoving(null);
      notifications.show({ message: t('canned.removed'), color: 'green' });
    },
  });
  return (
    <Page
      title={t('canned.title')}
      lead={t('canned.lead')}
      actions={
        <Button leftSection={<IconPlus aria-hidden size={16} />} onClick={() => setEdited('new')}>
          {t('canned.add')}
        </Button>
      }
    >
      <QueryView result={replies}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('canned.none')} icon={<IconMessages aria-hidden />} />
          ) : (
            <ul className="canned-replies">
              {list.map((reply) => (
                <li key={reply.id} className="card">
                  <div className="canned-head">
                    <code>/{reply.shortcut}</code>
                    <strong>{reply.title}</strong>
                    {reply.service && (
                      <Badge variant="light" color="gray" tt="none">
                        {serviceName(reply.service)}
                      </Badge>
                    )}
                    <span className="canned-buttons">
                      <ActionIcon variant="subtle" aria-label={t('canned.edit', { title: reply.title })} onClick={() => setEdited(reply)}>
                        <IconPencil aria-hidden size={18} />
                      </ActionIcon>
                      <ActionIcon
                        variant="subtle"
                        color="red"
                        aria-label={t('canned.remove', { title: reply.title })}
                        onClick={() => setRemoving(reply)}
                      >
                        <IconTrash aria-hidden size={18} />
                      </ActionIcon>
                    </span>
                  </div>
                  <p className="line-text">{reply.text}</p>
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
      {edited !== null && <CannedForm reply={edited === 'new' ? undefined : edited} close={() => setEdited(null)} />}
      <Dialog
        opened={removing !== null}
        close={() => setRemoving(null)}
        title={t('canned.removeTitle')}
        text={t('canned.removeText', { title: removing?.title ?? '' })}
        submit={t('canned.removeSubmit')}
        danger
        pending={remove.isPending}
        error={remove.error}
        onSubmit={() => removing && remove.mutate(removing.id)}
      />
    </Page>
  );
}
