import {
  IconArticle,
  IconClipboardList,
  IconHeadset,
  IconHistory,
  IconMessageQuestion,
  IconMessages,
  IconStack2,
  IconToggleLeft,
  IconUsers,
  type Icon,
} from '@tabler/icons-react';
import type { Role } from '../../../src/contract/vocabulary.js';
import { ADMINISTRATION, AUDIT, CONTENT, DESK, holdsOne, READERS, SWITCHES } from './access.js';

export type ScreenName = 'desk' | 'search' | 'canned' | 'articles' | 'try' | 'snapshots' | 'accounts' | 'switches' | 'audit';
export interface Screen {
  name: ScreenName;
  to: string;
  icon: Icon;
  roles: readonly Role[];
}
export interface ScreenGroup {
  name: 'desk' | 'content' | 'administration';
  screens: Screen[];
}

const GROUPS: readonly ScreenGroup[] = [
  {
    name: 'desk',
    screens: [
      { name: 'desk', to: '/desk', icon: IconHeadset, roles: DESK },
      { name: 'search', to: '/search', icon: IconHistory, roles: READERS },
      { name: 'canned', to: '/canned', icon: IconMessages, roles: DESK },
    ],
  },
  {
    name: 'content',
    screens: [
      { name: 'articles', to: '/articles', icon: IconArticle, roles: CONTENT },
      { name: 'try', to: '/try', icon: IconMessageQuestion, roles: CONTENT },
      { name: 'snapshots', to: '/snapshots', icon: IconStack2, roles: CONTENT },
    ],
  },
  {
    name: 'administration',
    screens: [
      { name: 'accounts', to: '/accounts', icon: IconUsers, roles: ADMINISTRATION },
      { name: 'switches', to: '/switches', icon: IconToggleLeft, roles: SWITCHES },
      { name: 'audit', to: '/audit', icon: IconClipboardList, roles: AUDIT },
    ],
  },
];

export const screensOf = (roles: readonly Role[]): ScreenGroup[] =>
  GROUPS.map((group) => ({ ...group, screens: group.screens.filter((screen) => holdsOne(roles, screen.roles)) })).filter(
    (group) => group.screens.length > 0,
  );
