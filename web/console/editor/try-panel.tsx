import { Alert, Button, Stack, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallRefused } from '../api/call.js';
import { tryQuestionNow } from '../api/editor.js';
import { useErrorText } from '../texts/use-error-text.js';
import { ProblemList } from './problem-list.js';
import { TriedView } from './tried-view.js';

export interface TryDraft {
  id: string;
  markdown: string;
  utterances: string[];
  nearMisses: string[];
}

/** A question, and what a citizen would read; with a draft in place of what is live when one is given. */
export function TryPanel({ draft }: { draft?: TryDraft }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const [question, setQuestion] = useState('');
  const attempt = useMutation({ mutationFn: (asked: string) => tryQuestionNow({ question: asked, ...(draft ? { draft } : {}) }) });
  const problems = attempt.error instanceof CallRefused ? attempt.error.problems : [];
  return (
    <Stack>
      <p className="panel-soft">{t(draft ? 'editor.try.leadDraft' : 'editor.try.lead')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (question.trim() !== '') attempt.mutate(question.trim());
        }}
      >
        <Textarea
          label={t('editor.try.question')}
          placeholder={t('editor.try.questionHint')}
          autosize
          minRows={1}
          maxRows={6}
          maxLength={4000}
          value={question}
          onChange={(event) => setQuestion(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <Button type="submit" mt="xs" loading={attempt.isPending}>
          {t('editor.try.submit')}
        </Button>
      </form>
      {attempt.isError && (
        <Alert color="red" role="alert" title={problems.length > 0 ? t('editor.try.refused') : errorText(attempt.error)}>
          {problems.length > 0 && <ProblemList problems={problems} />}
        </Alert>
      )}
      {attempt.data && <TriedView tried={attempt.data} />}
    </Stack>
  );
}
