import type { Block } from '../../src/contract/blocks.js';
import { Cases } from './cases.js';
import { ContactCard } from './contact-card.js';
import { useWidget } from './context.js';
import { KeyFacts, type FactBlock } from './key-facts.js';
import { Icon } from './icon.js';
import { Inlines } from './inlines.js';
import { languageOf } from './language-of.js';
import { OutLink } from './out-link.js';
import { ServiceCard } from './service-card.js';
import { TableBlock } from './table-block.js';

/** The block tree of an answer, drawn with this screen's own elements: there is no HTML on the wire. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  return (
    <>
      {grouped(blocks).map((group, i) => (Array.isArray(group) ? <KeyFacts key={i} facts={group} /> : <OneBlock key={i} block={group} />))}
    </>
  );
}

/** Facts that follow each other (cost, delay, …) are drawn side by side. */
function grouped(blocks: Block[]): (Exclude<Block, FactBlock> | FactBlock[])[] {
  const groups: (Exclude<Block, FactBlock> | FactBlock[])[] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.type !== 'fact') groups.push(block);
    else if (Array.isArray(last)) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

function OneBlock({ block }: { block: Exclude<Block, FactBlock> }) {
  switch (block.type) {
    case 'paragraph':
      return (
        <p lang={languageOf(block.inlines.map((inline) => inline.text).join(' '))}>
          <Inlines inlines={block.inlines} />
        </p>
      );
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Blocks blocks={item} />
        </li>
      ));
      return block.ordered ? <ol lang="fr">{items}</ol> : <ul lang="fr">{items}</ul>;
    }
    case 'table':
      return <TableBlock head={block.head} rows={block.rows} />;
    case 'callout':
      return (
        <div class={`callout ${block.tone}`} lang="fr">
          <Icon name={block.tone} />
          <div>
            <p class="callout-title">{block.title}</p>
            <Blocks blocks={block.blocks} />
          </div>
        </div>
      );
    case 'cases':
      return <Cases title={block.title} cases={block.cases} />;
    case 'service':
      return <ServiceCard title={block.title} url={block.url} needs={block.needs} />;
    case 'contact':
      return <ContactCard contact={block} />;
    case 'link':
      return <LinkBlock title={block.title} url={block.url} article={block.article} />;
    default:
      // A block of a newer server: nothing rather than a broken card.
      return null;
  }
}

function LinkBlock({ title, url, article }: { title: string; url?: string; article?: string }) {
  const { conversation, focusField } = useWidget();
  if (url) {
    return (
      <p lang="fr">
        <OutLink url={url} host>
          {title}
        </OutLink>
      </p>
    );
  }
  const ask = (): void => {
    conversation.say(title, article && `article:${article}`);
    focusField();
  };
  return (
    <p lang="fr">
      <button type="button" class="link" onClick={ask}>
        {title}
      </button>
    </p>
  );
}
