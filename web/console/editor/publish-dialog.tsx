import { Alert, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArticleEdition } from '../../../src/contract/http.js';
import { CallRefused } from '../api/call.js';
import { editionQuery, publishArticles } from '../api/editor.js';
import { Dialog } from '../conversation/dialog.js';
import { ProblemList } from './problem-list.js';
import type { DraftState } from './use-draft.js';
import { useEdition } from './use-edition.js';

interface PublishDialogProps {
  edition: ArticleEdition;
  state: DraftState;
  close(): void;
  showProblems(): void;
}

/** Saves what is not saved, then publishes; refused as a whole, with its problems, when something does not hold. */
export function PublishDialog({ edition, state, close, showProblems }: PublishDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { write } = useEdition(edition, state);
  const [note, setNote] = useState('');
  const [written, setWritten] = useState(false);
  const publish = useMutation({
    mutationFn: async () => {
      if (!written) await write();
      setWritten(true);
      return publishArticles({ articles: [edition.id], note: note.trim() });
    },
    onSuccess: async ({ snapshot }) => {
      close();
      notifications.show({ message: t('editor.publish.done', { snapshot: snapshot.slice(0, 8) }), color: 'green' });
      await queries.invalidateQueries({ queryKey: ['editor'] });
    },
    onError: showProblems,
  });
  // What was saved starts the editor anew, this dialog with it: not before the reasons of a refusal were read.
  const leave = (): void => {
    close();
    if (written) void queries.invalidateQueries({ queryKey: editionQuery(edition.id).queryKey });
  };
  const problems = publish.error instanceof CallRefused ? publish.error.problems : [];
  return (
    <Dialog
      opened
      close={leave}
      title={t('editor.publish.title')}
      text={t(edition.status === 'archived' ? 'editor.publish.withdraw' : 'editor.publish.text')}
      submit={t('editor.publish.submit')}
      pending={publish.isPending}
      error={problems.length > 0 ? null : publish.error}
      onSubmit={() => publish.mutate()}
    >
      {problems.length > 0 && (
        <Alert color="red" role="alert" title={t('editor.publish.refused')}>
          <ProblemList problems={problems} />
        </Alert>
      )}
      <TextInput
        label={t('editor.publish.note')}
        description={t('editor.publish.noteHint')}
        maxLength={500}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </Dialog>
  );
}
