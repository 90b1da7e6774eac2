import { ActionIcon, Alert, Badge, Button, Group, Menu, Title } from '@mantine/core';
import { IconArrowLeft, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ArticleEdition } from '../../../src/contract/http.js';
import { codeOf } from '../api/call.js';
import { useTitle } from '../frame/use-title.js';
import { useErrorText } from '../texts/use-error-text.js';
import { PublishDialog } from './publish-dialog.js';
import { StatusBadge } from './status-badge.js';
import type { DraftState } from './use-draft.js';
import { useEdition } from './use-edition.js';

interface ArticleHeadProps {
  edition: ArticleEdition;
  title: string;
  state: DraftState;
  showProblems(): void;
}

/** The article's name and state, and what can be done with it. */
export function ArticleHead({ edition, title, state, showProblems }: ArticleHeadProps) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const { save, move, busy, error, reload } = useEdition(edition, state);
  const [publishing, setPublishing] = useState(false);
  useTitle(title);
  const archived = edition.status === 'archived';
  const behind = archived ? edition.liveVersion !== undefined : edition.liveVersion !== edition.version;
  return (
    <header className="editor-head">
      <div className="editor-name">
        <Link to="/articles" className="editor-back" aria-label={t('editor.articles.title')}>
          <IconArrowLeft aria-hidden size={20} />
        </Link>
        <div>
          <Title order={1} size="h4">
            {title}
          </Title>
          <Group gap="xs" mt={2}>
            <StatusBadge status={edition.status} />
            <span className="editor-facts num">{t('editor.state.version', { version: String(edition.version) })}</span>
            <span className="editor-facts num">
              {edition.liveVersion === undefined
                ? t('editor.state.notLive')
                : t('editor.state.live', { version: String(edition.liveVersion) })}
            </span>
            {state.dirty && (
              <Badge color="yellow" variant="light" tt="none">
                {t('editor.state.dirty')}
              </Badge>
            )}
          </Group>
        </div>
      </div>
      <Group gap="xs">
        <Button variant="default" disabled={!state.dirty} loading={busy} onClick={() => save.mutate()}>
          {t('editor.action.save')}
        </Button>
        <Button disabled={!behind && !state.dirty} loading={busy} onClick={() => setPublishing(true)}>
          {t('editor.action.publish')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={t('editor.action.more')}>
              <IconDots aria-hidden size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item disabled={archived || edition.status === 'in-review'} onClick={() => move.mutate('in-review')}>
              {t('editor.action.review')}
            </Menu.Item>
            {archived ? (
              <Menu.Item onClick={() => move.mutate('draft')}>{t('editor.action.unarchive')}</Menu.Item>
            ) : (
              <Menu.Item color="red" onClick={() => move.mutate('archived')}>
                {t('editor.action.archive')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </Group>
      {error !== null && (
        <Alert color="red" role="alert" className="editor-alert">
          {codeOf(error) === 'id.reused' ? t('editor.conflict') : errorText(error)}
          {codeOf(error) === 'id.reused' && (
            <Button size="compact-sm" variant="default" ml="sm" onClick={() => void reload()}>
              {t('editor.reload')}
            </Button>
          )}
        </Alert>
      )}
      {publishing && <PublishDialog edition={edition} state={state} close={() => setPublishing(false)} showProblems={showProblems} />}
    </header>
  );
}
