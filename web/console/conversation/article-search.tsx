import { ActionIcon, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPaperclip, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { articleHitsQuery } from '../api/desk.js';
import { useShortcut } from '../shortcuts/use-shortcut.js';
import type { AttachedArticle } from './reply-box.js';

interface ArticleSearchProps {
  attach(article: AttachedArticle): void;
  read(id: string): void;
}

/** Any published article by its title or keywords. */
export function ArticleSearch({ attach, read }: ArticleSearchProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 250);
  const hits = useQuery(articleHitsQuery(asked));
  useShortcut('KeyS', () => field.current?.focus());
  return (
    <div className="article-search">
      <TextInput
        ref={field}
        label={t('conversation.suggest.search')}
        placeholder={t('conversation.suggest.searchHint')}
        leftSection={<IconSearch aria-hidden size={16} />}
        rightSection={text === '' ? <kbd aria-hidden>Alt S</kbd> : null}
        rightSectionWidth={56}
        size="sm"
        type="search"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      <output className="panel-soft">
        {hits.data?.length === 0 && asked.trim().length > 1 ? t('conversation.suggest.searchNothing') : ''}
      </output>
      {hits.data !== undefined && hits.data.length > 0 && text !== '' && (
        <ul className="article-hits" aria-label={t('conversation.suggest.found')}>
          {hits.data.slice(0, 8).map((hit) => (
            <li key={hit.id}>
              <button type="button" className="suggestion-title" onClick={() => read(hit.id)}>
                <span className="hidden-text">{t('conversation.suggest.look', { title: hit.title })}</span>
                <span aria-hidden>{hit.title}</span>
              </button>
              <ActionIcon
                variant="light"
                aria-label={t('conversation.suggest.insertOf', { title: hit.title })}
                onClick={() => {
                  attach({ id: hit.id, title: hit.title });
                  setText('');
                }}
              >
                <IconPaperclip aria-hidden size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
