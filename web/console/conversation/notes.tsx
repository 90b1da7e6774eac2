import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Note } from '../../../src/contract/http.js';
import { addNote } from '../api/desk.js';
import { useShortcut } from '../shortcuts/use-shortcut.js';
import { useDates } from '../texts/dates.js';
import { useErrorText } from '../texts/use-error-text.js';
import { Panel } from './panel.js';

/** What agents tell each other about a conversation. */
export function Notes({ conversationId, notes, writable }: { conversationId: string; notes: readonly Note[]; writable: boolean }) {
  const { t } = useTranslation();
  const dates = useDates();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: () => addNote(conversationId, text.trim()),
    onSuccess: () => {
      setText('');
      return queries.invalidateQueries({ queryKey: ['desk', 'conversation', conversationId] });
    },
  });
  useShortcut('KeyN', () => field.current?.focus());
  return (
    <Panel title={t('conversation.notes.title')}>
      <ul className="notes">
        {notes.map((note) => (
          <li key={note.id}>
            <p className="note-head">
              <strong>{note.author}</strong> <time className="num">{dates.short(note.at)}</time>
            </p>
            <p className="note-text">{note.text}</p>
          </li>
        ))}
      </ul>
      {notes.length === 0 && <p className="panel-soft">{t('conversation.notes.none')}</p>}
      {writable && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim() !== '') add.mutate();
          }}
        >
          <Textarea
            ref={field}
            label={t('conversation.notes.label')}
            description={t('conversation.notes.hint')}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={2000}
            size="sm"
            value={text}
            error={add.isError ? errorText(add.error) : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                event.preventDefault();
                event.currentTarget.form?.requestSubmit();
              }
            }}
          />
          <Button type="submit" size="compact-sm" variant="default" mt="xs" loading={add.isPending}>
            {t('conversation.notes.add')}
          </Button>
        </form>
      )}
    </Panel>
  );
}
