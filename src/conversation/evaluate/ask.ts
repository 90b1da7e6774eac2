import type { Lang } from '../../contract/index.js';
import { openingMemory, replyAlways, type Memory, type Reply, type TurnContext } from '../../dialogue/index.js';
import { maskPersonalData } from '../../masking/index.js';
import type { Snapshot } from '../../matching/index.js';
import { opening } from '../../platform/hours.js';
import type { Site } from '../../platform/sites.js';

/** The world as a question asked outside the service sees it: the first site, at an instant, with the robot on. */
export function contextAt(site: Site, at: Date): TurnContext {
  return {
    now: at.toISOString(),
    lang: site.lang,
    site: {
      key: site.key,
      name: site.name,
      services: site.services.map((service) => ({ id: service.id, name: service.name, ...opening(service, site.timezone, at) })),
      defaultService: site.defaultService,
    },
    botOn: true,
  };
}

/** A conversation without a log: each question is answered by the function that the gateway calls, masked as it masks. */
export class Asked {
  private memory: Memory;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly context: TurnContext,
    lang: Lang = context.lang,
  ) {
    this.memory = openingMemory(lang);
  }

  ask(question: string): Reply {
    const { text } = maskPersonalData(question);
    const said = replyAlways({ snapshot: this.snapshot, memory: this.memory, message: { text }, context: this.context });
    // What is remembered goes through the database between two turns.
    this.memory = JSON.parse(JSON.stringify(said.memory)) as Memory;
    return said;
  }
}
