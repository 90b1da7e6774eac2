import { Badge, Button, Group, Title } from '@mantine/core';
import { IconArrowBackUp, IconArrowLeft, IconArrowsExchange, IconCheck, IconRobot } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { ConversationView } from '../../../src/contract/http.js';
import type { Status } from '../../../src/contract/vocabulary.js';
import { useServiceName } from '../frame/me.js';
import { useTitle } from '../frame/use-title.js';
import { ShortcutHelp } from '../shortcuts/help-dialog.js';
import { useShortcut } from '../shortcuts/use-shortcut.js';
import type { Parting } from './part-with.js';

interface ConversationHeadProps {
  view: ConversationView;
  status: Status;
  mine: boolean;
  part(way: Parting): void;
  details: ReactNode;
}

const COLORS: Record<Status, string> = { bot: 'gray', queued: 'yellow', assigned: 'green', callback: 'yellow', closed: 'gray' };

export function ConversationHead({ view, status, mine, part, details }: ConversationHeadProps) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const serviceName = useServiceName();
  const title = view.brief.question || t('conversation.untitled');
  useTitle(title);
  return (
    <header className="conversation-head">
      <Link to={`/desk${search}`} className="conversation-back" aria-label={t('conversation.backToList')}>
        <IconArrowLeft aria-hidden size={20} />
      </Link>
      <div className="conversation-title">
        <Title order={1} size="h5" lineClamp={2} lang={view.brief.lang}>
          {title}
        </Title>
        <Group gap="xs" mt={2}>
          <Badge variant="light" color={COLORS[status]} tt="none">
            {t(`desk.status.${status}`)}
          </Badge>
          {view.service !== undefined && <span className="conversation-service">{serviceName(view.service)}</span>}
          {view.brief.lang === 'en' && (
            <Badge variant="outline" color="gray" tt="none">
              {t('desk.english')}
            </Badge>
          )}
        </Group>
      </div>
      <div className="conversation-actions">
        {details}
        {mine && <Partings part={part} />}
        <ShortcutHelp />
      </div>
    </header>
  );
}

function Partings({ part }: { part(way: Parting): void }) {
  const { t } = useTranslation();
  useShortcut('KeyT', () => part('transfer'));
  useShortcut('KeyL', () => part('release'));
  useShortcut('KeyB', () => part('bot'));
  useShortcut('KeyX', () => part('closing'));
  const button = { size: 'compact-sm', variant: 'default' } as const;
  return (
    <>
      <Button
        {...button}
        leftSection={<IconArrowsExchange aria-hidden size={16} />}
        aria-keyshortcuts="Alt+T"
        onClick={() => part('transfer')}
      >
        {t('conversation.action.transfer')}
      </Button>
      <Button {...button} leftSection={<IconArrowBackUp aria-hidden size={16} />} aria-keyshortcuts="Alt+L" onClick={() => part('release')}>
        {t('conversation.action.release')}
      </Button>
      <Button {...button} leftSection={<IconRobot aria-hidden size={16} />} aria-keyshortcuts="Alt+B" onClick={() => part('bot')}>
        {t('conversation.action.bot')}
      </Button>
      <Button size="compact-sm" leftSection={<IconCheck aria-hidden size={16} />} aria-keyshortcuts="Alt+X" onClick={() => part('closing')}>
        {t('conversation.action.close')}
      </Button>
    </>
  );
}
