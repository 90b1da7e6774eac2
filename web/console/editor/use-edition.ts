import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArticleEdition } from '../../../src/contract/http.js';
import type { ArticleStatus } from '../../../src/contract/vocabulary.js';
import { changeStatus, editionQuery, saveArticle } from '../api/editor.js';
import type { DraftState } from './use-draft.js';

const SAID = { 'in-review': 'reviewed', archived: 'archived', draft: 'unarchived', published: 'saved' } as const;

/** Saving an article and moving it on; what comes back replaces what is shown. */
export function useEdition(edition: ArticleEdition, { draft, dirty, lists }: DraftState) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { id } = edition;
  const take = async (next: ArticleEdition): Promise<void> => {
    queries.setQueryData(editionQuery(id).queryKey, next);
    await queries.invalidateQueries({ queryKey: ['editor', 'articles'] });
  };
  const write = (): Promise<ArticleEdition> =>
    dirty ? saveArticle(id, { markdown: draft.markdown, ...lists, baseVersion: edition.version }) : Promise.resolve(edition);
  const save = useMutation({
    mutationFn: write,
    onSuccess: async (next) => {
      await take(next);
      notifications.show({ message: t('editor.action.saved'), color: 'green' });
    },
  });
  const move = useMutation({
    mutationFn: async (status: ArticleStatus) => {
      await write();
      return changeStatus(id, { status });
    },
    onSuccess: async (next, status) => {
      await take(next);
      notifications.show({ message: t(`editor.action.${SAID[status]}`), color: 'green' });
    },
  });
  return {
    save,
    move,
    write,
    busy: save.isPending || move.isPending,
    error: save.error ?? move.error,
    reload: async () => {
      save.reset();
      move.reset();
      await queries.invalidateQueries({ queryKey: editionQuery(id).queryKey });
    },
  };
}
