import { Stack, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { linesOf, type ArticleDraft } from './use-draft.js';

const ENOUGH = 12;

/** What citizens say for this article, and what looks alike but is not for it: one a line. */
export function WordingsForm({ draft, change }: { draft: ArticleDraft; change(change: Partial<ArticleDraft>): void }) {
  const { t } = useTranslation();
  const utterances = linesOf(draft.utterances).length;
  const misses = linesOf(draft.nearMisses).length;
  return (
    <Stack>
      <div>
        <Textarea
          label={t('editor.wordings.utterances')}
          description={t('editor.wordings.utterancesHint')}
          autosize
          minRows={12}
          maxRows={28}
          lang="fr"
          value={draft.utterances}
          onChange={(event) => change({ utterances: event.currentTarget.value })}
        />
        <output className="panel-soft">
          {t('editor.wordings.count', { count: utterances })}
          {utterances < ENOUGH && ` – ${t('editor.wordings.few')}`}
        </output>
      </div>
      <div>
        <Textarea
          label={t('editor.wordings.nearMisses')}
          description={t('editor.wordings.nearMissesHint')}
          autosize
          minRows={5}
          maxRows={16}
          lang="fr"
          value={draft.nearMisses}
          onChange={(event) => change({ nearMisses: event.currentTarget.value })}
        />
        <output className="panel-soft">{t('editor.wordings.count', { count: misses })}</output>
      </div>
    </Stack>
  );
}
