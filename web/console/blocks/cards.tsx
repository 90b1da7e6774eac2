import { IconArrowUpRight, IconFileText, IconMapPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../../src/contract/blocks.js';
import { OutLink } from './inlines.js';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

export function ServiceCard({ block }: { block: Of<'service'> }) {
  const { t } = useTranslation();
  return (
    <div className="block-card">
      <p className="block-card-title">{block.title}</p>
      {block.needs !== undefined && <p className="block-card-soft">{t('blocks.needs', { needs: block.needs })}</p>}
      <OutLink url={block.url} className="block-cta">
        {t('blocks.online')}
      </OutLink>
    </div>
  );
}

export function ContactCard({ block }: { block: Of<'contact'> }) {
  const { t } = useTranslation();
  const phone = block.phone?.replace(/[^+\d]/g, '');
  return (
    <div className="block-card">
      <p className="block-card-title">
        <IconMapPin aria-hidden size={18} />
        {block.name}
      </p>
      <dl>
        {block.address !== undefined && <Line name={t('blocks.address')}>{block.address}</Line>}
        {block.phone !== undefined && (
          <Line name={t('blocks.phone')}>
            <a href={`tel:${phone}`}>{block.phone}</a>
          </Line>
        )}
        {block.email !== undefined && (
          <Line name={t('blocks.email')}>
            <a href={`mailto:${block.email}`}>{block.email}</a>
          </Line>
        )}
        {block.hours !== undefined && <Line name={t('blocks.hours')}>{block.hours}</Line>}
        {block.url !== undefined && (
          <Line name={t('blocks.website')}>
            <OutLink url={block.url}>{block.url.replace(/^https?:\/\//, '')}</OutLink>
          </Line>
        )}
      </dl>
    </div>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function LinkCard({ block }: { block: Of<'link'> }) {
  if (block.url !== undefined)
    return (
      <p className="block-link">
        <IconArrowUpRight aria-hidden size={18} />
        <OutLink url={block.url}>{block.title}</OutLink>
      </p>
    );
  return (
    <p className="block-link" data-article={block.article}>
      <IconFileText aria-hidden size={18} />
      {block.title}
    </p>
  );
}
