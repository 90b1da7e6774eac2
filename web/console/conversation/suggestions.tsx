import { Button, Loader } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConversationEvent } from '../../../src/contract/events.js';
import { useLive } from '../live/use-live.js';
import { useShortcut } from '../shortcuts/use-shortcut.js';
import { ArticleDrawer } from './article-drawer.js';
import { ArticleSearch } from './article-search.js';
import { Panel } from './panel.js';
import type { AttachedArticle } from './reply-box.js';

interface SuggestionsProps {
  conversationId: string;
  events: readonly ConversationEvent[];
  attach(article: AttachedArticle): void;
  focusReply(): void;
}

const KEYS = ['Digit1', 'Digit2', 'Digit3'] as const;

/** The three articles that may answer the citizen's last line; one key attaches one to the reply. */
export function Suggestions({ conversationId, events, attach, focusReply }: SuggestionsProps) {
  const { t } = useTranslation();
  const live = useLive();
  const [dismissed, setDismissed] = useState(0);
  const [reading, setReading] = useState<string | null>(null);
  const question = events.findLast((event) => event.sender.type === 'citizen' && event.kind === 'message')?.seq ?? 0;
  const suggested = useQuery({
    queryKey: ['desk', 'suggest', conversationId, question],
    queryFn: () => live.suggest(conversationId),
    enabled: question > 0,
    staleTime: Infinity,
    placeholderData: (previous) => previous,
  });
  const hidden = dismissed === question && question > 0;
  const candidates = hidden ? [] : (suggested.data ?? []).slice(0, 3);
  const noneFits = (): void => {
    setDismissed(question);
    focusReply();
  };
  useShortcut(KEYS[0], () => candidates[0] && attach({ id: candidates[0].article, title: candidates[0].title }));
  useShortcut(KEYS[1], () => candidates[1] && attach({ id: candidates[1].article, title: candidates[1].title }));
  useShortcut(KEYS[2], () => candidates[2] && attach({ id: candidates[2].article, title: candidates[2].title }));
  useShortcut('Digit0', noneFits);
  return (
    <Panel title={t('conversation.suggest.title')} actions={suggested.isFetching && <Loader size="xs" aria-hidden />}>
      {hidden && <p className="panel-soft">{t('conversation.suggest.dismissed')}</p>}
      {!hidden && suggested.isSuccess && candidates.length === 0 && <p className="panel-soft">{t('conversation.suggest.nothing')}</p>}
      <ol className="suggestions">
        {candidates.map((candidate, index) => (
          <li key={candidate.article}>
            <div className="suggestion-head">
              <button type="button" className="suggestion-title" onClick={() => setReading(candidate.article)}>
                <span className="hidden-text">{t('conversation.suggest.look', { title: candidate.title })}</span>
                <span aria-hidden>{candidate.title}</span>
              </button>
              <span className="suggestion-score num">
                <span className="hidden-text">
                  {t('conversation.suggest.confidence', { percent: String(Math.round(candidate.confidence * 100)) })}
                </span>
                <span aria-hidden>{Math.round(candidate.confidence * 100)} %</span>
              </span>
            </div>
            <p className="suggestion-passage">{candidate.passage}</p>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPaperclip aria-hidden size={14} />}
              rightSection={<kbd aria-hidden>Alt {index + 1}</kbd>}
              aria-label={t('conversation.suggest.insertOf', { title: candidate.title })}
              aria-keyshortcuts={`Alt+${index + 1}`}
              onClick={() => attach({ id: candidate.article, title: candidate.title })}
            >
              {t('conversation.suggest.insert')}
            </Button>
          </li>
        ))}
      </ol>
      {candidates.length > 0 && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          rightSection={<kbd aria-hidden>Alt 0</kbd>}
          aria-keyshortcuts="Alt+0"
          onClick={noneFits}
        >
          {t('conversation.suggest.none')}
        </Button>
      )}
      <ArticleSearch attach={attach} read={setReading} />
      <ArticleDrawer id={reading} close={() => setReading(null)} attach={attach} />
    </Panel>
  );
}
