import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useHeldActions } from '../live/held-actions.js';
import { useMe } from './me.js';
import { screensOf } from './screens.js';

/** Ctrl+K: any screen and any conversation one holds, by a few letters of its name. */
export function CommandBar() {
  const { t } = useTranslation();
  const go = useNavigate();
  const held = useHeldActions();
  const groups: SpotlightActionGroupData[] = screensOf(useMe().roles).map((group) => ({
    group: t(`frame.group.${group.name}`),
    actions: group.screens.map(({ name, to, icon: Icon }): SpotlightActionData => ({
      id: name,
      label: t(`frame.go.${name}`),
      leftSection: <Icon aria-hidden size={18} />,
      onClick: () => void go(to),
    })),
  }));
  return (
    <Spotlight
      actions={held.length > 0 ? [...groups, { group: t('desk.tab.mine'), actions: held }] : groups}
      lockScroll={false}
      shortcut="mod + K"
      nothingFound={t('frame.commandNothing')}
      highlightQuery
      attributes={{ content: { 'aria-label': t('frame.command') } }}
      searchProps={{
        leftSection: <IconSearch aria-hidden size={18} />,
        placeholder: t('frame.commandHint'),
        'aria-label': t('frame.command'),
      }}
    />
  );
}
