import { Button, Tabs } from '@mantine/core';
import { IconChecks, IconCoffee, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { DeskOverview } from '../../../src/contract/http.js';
import { EmptyState } from '../frame/empty-state.js';
import { CallbackRow } from './callback-row.js';
import { DESK_TABS, type DeskTab } from './desk-tab.js';
import { MineRow } from './mine-row.js';
import { QueueRow } from './queue-row.js';
import type { useClaim } from './use-claim.js';

interface ConversationListProps {
  overview: DeskOverview;
  tab: DeskTab;
  setTab(tab: DeskTab): void;
  claim: ReturnType<typeof useClaim>;
  open: string | undefined;
}

export function ConversationList({ overview, tab, setTab, claim, open }: ConversationListProps) {
  const { t } = useTranslation();
  const { queue, mine, callbacks } = overview;
  const oldest = queue[0];
  return (
    <Tabs value={tab} onChange={(value) => setTab(value as DeskTab)} className="desk-tabs">
      <Tabs.List aria-label={t('desk.tabs')} grow>
        {DESK_TABS.map((name) => (
          <Tabs.Tab key={name} value={name} rightSection={<span className="tab-count num">{overview[name].length}</span>}>
            {t(`desk.tab.${name}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="queue" className="desk-panel">
        {oldest ? (
          <>
            <Button
              fullWidth
              mb="xs"
              size="sm"
              px="sm"
              justify="space-between"
              rightSection={<kbd aria-hidden>Alt C</kbd>}
              aria-keyshortcuts="Alt+C"
              loading={claim.isPending}
              onClick={() => claim.mutate(oldest.conversationId)}
            >
              {t('desk.claimNext')}
            </Button>
            <ul className="rows">
              {queue.map((item) => (
                <QueueRow key={item.conversationId} item={item} open={item.conversationId === open} claim={claim} />
              ))}
            </ul>
          </>
        ) : (
          <EmptyState title={t('desk.empty.queue')} icon={<IconCoffee aria-hidden />}>
            {t('desk.empty.queueHint')}
          </EmptyState>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="mine" className="desk-panel">
        {mine.length > 0 ? (
          <ul className="rows">
            {mine.map((item) => (
              <MineRow key={item.conversationId} item={item} open={item.conversationId === open} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t('desk.empty.mine')} icon={<IconChecks aria-hidden />}>
            {t('desk.empty.mineHint')}
          </EmptyState>
        )}
      </Tabs.Panel>
      <Tabs.Panel value="callbacks" className="desk-panel">
        {callbacks.length > 0 ? (
          <ul className="rows">
            {callbacks.map((item) => (
              <CallbackRow key={item.conversationId} item={item} open={item.conversationId === open} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t('desk.empty.callbacks')} icon={<IconPhone aria-hidden />}>
            {t('desk.empty.callbacksHint')}
          </EmptyState>
        )}
      </Tabs.Panel>
    </Tabs>
  );
}
