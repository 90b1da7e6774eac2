import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { ActorValue } from '../../../src/accounts/index.js';
import { CloseConversation } from '../../../src/conversation/close-conversation.js';
import { ReadLog, Sites } from '../../../src/conversation/index.js';
import { replay, type ReplayedConversation } from '../../../src/conversation/replay/replay.js';
import { TakeTurn } from '../../../src/conversation/take-turn.js';
import { Claim } from '../../../src/desk/claim.js';
import { LetGo } from '../../../src/desk/let-go.js';
import type { TurnContext } from '../../../src/dialogue/index.js';
import { CurrentSnapshot } from '../../../src/knowledge/index.js';
import { FolderImport } from '../../../src/knowledge/import-folder.js';
import { answeringCode } from '../../../src/platform/version.js';
import { smallContent } from '../../unit/knowledge/small-content.js';
import { DeskHouse, type Citizen } from '../desk/desk-house.js';
import type { Ground } from './event-log.suite.js';

const ON = { botOff: false, widgetOff: false, reason: '', banner: null };

/** Past answers, rebuilt; the same facts on both databases. */
export function replaySuite(where: string, ground: Ground): void {
  let house: DeskHouse;
  let drop: () => Promise<void>;
  let agnes: ActorValue;

  async function publish(price: number): Promise<string> {
    const files = smallContent().map(({ path, text }) => ({ path, text: text.replace('value: 86', `value: ${price}`) }));
    const imported = await house.get(FolderImport).run({ files, draft: false, note: 'essai', by: { id: 'cli', name: 'cli' } });
    if (!imported.ok) throw new Error(JSON.stringify(imported.problems));
    return house.get(CurrentSnapshot).get().id;
  }
  const pick = (citizen: Citizen, choice: string) => house.get(TakeTurn).say(citizen.session, { ...citizen.line, text: 'Coût', choice });
  async function replayed({ id }: Citizen): Promise<ReplayedConversation> {
    const conversation = await house.row(id);
    return replay({
      conversation,
      events: await house.get(ReadLog).rows(id, conversation.last_seq),
      snapshotOf: (snapshot) => house.get(CurrentSnapshot).byId(snapshot),
      contextAt: (at): TurnContext => ({
        now: at.toISOString(),
        lang: 'fr',
        site: { key: 'demo', name: 'Ville de Valclair', services: [], defaultService: 'accueil' },
        botOn: true,
      }),
    });
  }
  const verdicts = ({ answers }: ReplayedConversation) => answers.map(({ verdict, because }) => because ?? verdict);
  const alter = (citizen: Citizen, seq: number, column: string, value: string | null) =>
    house.database.write.perform((tx) =>
      tx.run(`UPDATE event SET ${column} = ? WHERE conversation = ? AND seq = ${seq}`, [value, citizen.id]),
    );

  describe(`the replay of a conversation ${where}`, () => {
    beforeAll(async () => {
      const made = await ground();
      drop = made.drop;
      house = await DeskHouse.open(made.settings);
      agnes = await house.staff('Agnès');
    }, 60_000);
    afterAll(async () => {
      await house?.close();
      await drop?.();
    });

    it('rebuilds each answer from the content that it was given from', async () => {
      const first = await publish(86);
      const marie = await house.citizen();
      await marie.say('bonjour');
      await pick(marie, 'facet:passeport:cost');
      const second = await publish(91);
      await pick(marie, 'facet:passeport:cost');
      await marie.say('passeport biométrique un');
      await publish(95);
      await publish(99);

      const again = await replayed(marie);
      expect(again.answers.map(({ verdict, snapshot, code }) => [verdict, snapshot, code])).toEqual([
        ['equal', first, answeringCode()],
        ['equal', first, answeringCode()],
        ['equal', second, answeringCode()],
        ['equal', second, answeringCode()],
      ]);
      expect(again.memoryEqual).toBe(true);
      const texts = again.answers.map(({ rebuilt }) => JSON.stringify(rebuilt!.body.blocks));
      expect(texts[1]).toContain('86');
      expect(texts[2]).toContain('91');
    }, 120_000);

    it('goes on behind a person: the doubts of before were forgotten', async () => {
      const paul = await house.citizen();
      await paul.say('?!');
      await paul.ask();
      await house.get(Claim).claim(agnes, paul.id);
      await paul.say('ceci est pour la personne');
      await house.get(LetGo).release(agnes, { conversationId: paul.id, clientId: randomUUID(), epoch: 1, to: { bot: true } });
      // Two doubts would send the conversation to a person; the first one no longer counts.
      expect(await replayed(paul)).toMatchObject({ answers: [{ outcome: 'rephrase', verdict: 'equal' }], memoryEqual: true });
      await paul.say('?!');
      const again = await replayed(paul);
      expect(verdicts(again)).toEqual(['equal', 'equal']);
      expect(again.memoryEqual).toBe(true);
    });

    it('sees the switches and the services of then', async () => {
      const lea = await house.citizen();
      await house.get(Sites).change('demo', { ...ON, botOff: true }, 'Sophie');
      await lea.say('bonjour');
      await house.get(Sites).change('demo', ON, 'Sophie');
      expect(verdicts(await replayed(lea))).toEqual(['equal']);
      await alter(lea, 3, 'circumstances', null);
      expect(verdicts(await replayed(lea))).toEqual(['circumstances-unknown']);
    });

    it('tells where an answer comes out otherwise', async () => {
      const noe = await house.citizen();
      await noe.say('bonjour');
      await noe.say('bonjour');
      const events = await house.events(noe.id);
      const { outcome, blocks } = events[2] as unknown as { outcome: string; blocks: object[] };
      await alter(noe, 3, 'body', JSON.stringify({ outcome, blocks: [] }));
      const again = await replayed(noe);
      expect(verdicts(again)).toEqual(['differs', 'equal']);
      expect(again.answers[0]!.differences).toEqual([{ path: 'blocks[0]', rebuilt: JSON.stringify(blocks[0]).slice(0, 60) + '…' }]);
      expect(again.memoryEqual).toBeUndefined();
    });

    it('says so when a snapshot is not stored here, and does not guess behind it', async () => {
      const ines = await house.citizen();
      await ines.say('passeport biométrique un');
      await pick(ines, 'not:passeport');
      expect(verdicts(await replayed(ines))).toEqual(['equal', 'equal']);
      await alter(ines, 3, 'snapshot', 'ailleurs');
      expect(verdicts(await replayed(ines))).toEqual(['snapshot-gone', 'memory-unknown']);
    });

    it('finds nothing where the words were taken back', async () => {
      const zoe = await house.citizen();
      await zoe.say('bonjour');
      await house.get(CloseConversation).erase(zoe.session, zoe.line);
      const again = await replayed(zoe);
      expect(verdicts(again)).toEqual(['erased']);
      expect(again.answers[0]).toMatchObject({ code: null });
      expect(again.memoryEqual).toBeUndefined();
    });
  });
}
