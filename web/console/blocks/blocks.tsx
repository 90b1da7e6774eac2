import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Block } from '../../../src/contract/blocks.js';
import { TableBox } from '../frame/table-box.js';
import { ContactCard, LinkCard, ServiceCard } from './cards.js';
import { Inlines } from './inlines.js';
import './blocks.css';

type Of<T extends Block['type']> = Extract<Block, { type: T }>;

/** The block tree of an answer or an article, drawn as the citizen sees it. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => (
        <BlockView key={index} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'list':
      return <List block={block} />;
    case 'table':
      return <Table block={block} />;
    case 'callout':
      return <Callout block={block} />;
    case 'cases':
      return <Cases block={block} />;
    case 'service':
      return <ServiceCard block={block} />;
    case 'contact':
      return <ContactCard block={block} />;
    case 'link':
      return <LinkCard block={block} />;
    case 'fact':
      return (
        <p className="fact-line">
          {block.label}
          <strong className="fact-value">{block.text}</strong>
        </p>
      );
    default:
      return null;
  }
}

function List({ block }: { block: Of<'list'> }) {
  const Tag = block.ordered ? 'ol' : 'ul';
  return (
    <Tag>
      {block.items.map((item, index) => (
        <li key={index}>
          <Blocks blocks={item} />
        </li>
      ))}
    </Tag>
  );
}

function Table({ block }: { block: Of<'table'> }) {
  return (
    <TableBox
      className="blocks-table"
      label={block.head
        .flat()
        .map((inline) => inline.text)
        .join(', ')}
    >
      <table>
        <thead>
          <tr>
            {block.head.map((cell, index) => (
              <th key={index} scope="col">
                <Inlines inlines={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => (
                <td key={column}>
                  <Inlines inlines={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Callout({ block }: { block: Of<'callout'> }) {
  const { t } = useTranslation();
  const Icon = block.tone === 'warning' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className="callout" data-tone={block.tone}>
      <p className="callout-title">
        <Icon aria-hidden size={18} />
        {block.title || t(`blocks.${block.tone}`)}
      </p>
      <Blocks blocks={block.blocks} />
    </div>
  );
}

/** The citizen picks a case by a button; here all of them can be unfolded. */
function Cases({ block }: { block: Of<'cases'> }) {
  return (
    <div className="cases">
      <p className="cases-title">{block.title}</p>
      {block.cases.map((one, index) => (
        <details key={index}>
          <summary>{one.label}</summary>
          <Blocks blocks={one.blocks} />
        </details>
      ))}
    </div>
  );
}
