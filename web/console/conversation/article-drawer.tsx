import { Button, Drawer } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { articleQuery } from '../api/desk.js';
import { ArticleView } from '../blocks/article.js';
import { QueryView } from '../frame/query-view.js';
import type { AttachedArticle } from './reply-box.js';

/** A whole article beside the conversation, before one sends it. */
export function ArticleDrawer({ id, close, attach }: { id: string | null; close(): void; attach(article: AttachedArticle): void }) {
  const { t } = useTranslation();
  const article = useQuery({ ...articleQuery(id ?? ''), enabled: id !== null });
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      position="right"
      size="lg"
      title={t('frame.go.articles')}
      closeButtonProps={{ 'aria-label': t('frame.close') }}
    >
      {id !== null && (
        <QueryView result={article}>
          {(found) => (
            <>
              <Button
                mb="md"
                leftSection={<IconPaperclip aria-hidden size={16} />}
                aria-label={t('conversation.suggest.insertOf', { title: found.title })}
                onClick={() => {
                  attach({ id: found.id, title: found.title });
                  close();
                }}
              >
                {t('conversation.suggest.insert')}
              </Button>
              <ArticleView article={found} level={3} />
            </>
          )}
        </QueryView>
      )}
    </Drawer>
  );
}
