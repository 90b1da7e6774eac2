import { IconHeadset, IconInfoCircle, IconRobot, IconUser, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Sender } from '../../../src/contract/events.js';

const ICONS: Record<Sender['type'], Icon> = { citizen: IconUser, bot: IconRobot, agent: IconHeadset, system: IconInfoCircle };

/** Who speaks: an icon, a name, and a sentence that only screen readers meet. */
export function Speaker({ sender, time, mine }: { sender: Sender; time: string; mine: boolean }) {
  const { t } = useTranslation();
  const Icon = ICONS[sender.type];
  const name = sender.name ?? t(`conversation.who.${sender.type}`);
  return (
    <p className="speaker">
      <span className="hidden-text">{t(`conversation.says.${sender.type}`, { name })}</span>
      <Icon aria-hidden size={16} />
      <span aria-hidden className="speaker-name">
        {mine ? t('conversation.who.you') : name}
      </span>
      <time className="num">{time}</time>
    </p>
  );
}
