import { Injectable } from '@nestjs/common';
import type { ConversationEvent, Lang } from '../contract/index.js';
import { Config } from '../platform/config.js';
import { Database } from '../platform/database.js';
import { blocksText } from './blocks-text.js';
import type { CitizenSession } from './citizen-session.js';
import { ReadLog } from './read-log.js';
import type { ConversationRow } from './rows.js';

interface Words {
  file: string;
  title: string;
  you: string;
  bot: string;
  agent: string;
  service: string;
  source: string;
  erased: string;
  assigned: string;
  closed: string;
}
const WORDS: Record<Lang, Words> = {
  fr: {
    file: 'conversation',
    title: 'Conversation avec',
    you: 'Vous',
    bot: 'Assistant automatique',
    agent: 'agent',
    service: 'Service',
    source: 'Source',
    erased: '(message effacé)',
    assigned: 'vous répond.',
    closed: 'Conversation terminée.',
  },
  en: {
    file: 'conversation',
    title: 'Conversation with',
    you: 'You',
    bot: 'Automatic assistant',
    agent: 'member of staff',
    service: 'Service',
    source: 'Source',
    erased: '(message erased)',
    assigned: 'is answering you.',
    closed: 'Conversation ended.',
  },
};

/** A conversation as a text file, for whoever held it. */
@Injectable()
export class Transcript {
  constructor(
    private readonly database: Database,
    private readonly readLog: ReadLog,
    private readonly config: Config,
  ) {}

  /** Undefined when the session holds no such conversation. */
  async of(session: CitizenSession, conversationId?: string): Promise<{ name: string; text: string } | undefined> {
    const conversation = await this.database.read.get<ConversationRow>(
      `SELECT * FROM conversation WHERE session = ?${conversationId === undefined ? '' : ' AND id = ?'} ORDER BY created_at DESC, id LIMIT 1`,
      conversationId === undefined ? [session.id] : [session.id, conversationId],
    );
    if (conversation === undefined) return undefined;
    const events: ConversationEvent[] = [];
    for (let more = true; more;) {
      const page = await this.readLog.events(conversation.id, events.at(-1)?.seq ?? 0, 200);
      events.push(...page.events);
      more = page.more;
    }
    const site = this.config.site(conversation.site);
    const words = WORDS[conversation.lang];
    const time = new Intl.DateTimeFormat(conversation.lang === 'fr' ? 'fr-FR' : 'en-GB', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: site?.timezone ?? 'Europe/Paris',
    });
    const lines = events.flatMap((event) => {
      const said = spoken(event, words);
      return said === undefined ? [] : [`[${time.format(new Date(event.at))}] ${said[0]}\n${said[1]}\n`];
    });
    return {
      name: `${words.file}-${conversation.created_at.slice(0, 10)}.txt`,
      text: `${words.title} ${site?.name ?? conversation.site}\n\n${lines.join('\n')}`,
    };
  }
}

function spoken(event: ConversationEvent, words: Words): [who: string, text: string] | undefined {
  switch (event.kind) {
    case 'message': {
      const who = event.sender.type === 'agent' ? `${event.sender.name ?? ''} (${words.agent})` : words.you;
      const blocks = event.blocks ? `\n${blocksText(event.blocks)}` : '';
      return [who, `${event.text === '' && blocks === '' ? words.erased : event.text}${blocks}${sourcesText(event.sources, words)}`];
    }
    case 'answer':
      return [words.bot, event.blocks.length === 0 ? words.erased : `${blocksText(event.blocks)}${sourcesText(event.sources, words)}`];
    case 'notice':
      return [words.service, event.text];
    case 'assigned':
      return [words.service, `${event.name} ${words.assigned}`];
    case 'status':
      return event.status === 'closed' ? [words.service, words.closed] : undefined;
    default:
      return undefined;
  }
}

const sourcesText = (sources: { name: string; url: string }[] | undefined, words: Words): string =>
  (sources ?? []).map(({ name, url }) => `\n${words.source} : ${name}, ${url}`).join('');
