import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AuditLog, type ActorValue } from '../../../src/accounts/index.js';
import { CloseConversation } from '../../../src/conversation/close-conversation.js';
import { Announcer, EventLog, HandOff } from '../../../src/conversation/index.js';
import { checkInvariants } from '../../../src/conversation/invariants.js';
import { LeaveCallback } from '../../../src/conversation/leave-callback.js';
import { AgentMessages } from '../../../src/desk/agent-messages.js';
import { CannedReplies } from '../../../src/desk/canned-replies.js';
import { Claim } from '../../../src/desk/claim.js';
import { DeskHandOff } from '../../../src/desk/desk-hand-off.js';
import { Leases } from '../../../src/desk/leases.js';
import { LetGo } from '../../../src/desk/let-go.js';
import { MailJobs } from '../../../src/desk/mail-jobs.js';
import { NoteData } from '../../../src/desk/note-data.js';
import { Notes } from '../../../src/desk/notes.js';
import { Overview } from '../../../src/desk/overview.js';
import { Presence } from '../../../src/desk/presence.js';
import { QueueWatch } from '../../../src/desk/queue-watch.js';
import { SearchConversations } from '../../../src/desk/search-conversations.js';
import { Sweep } from '../../../src/desk/sweep.js';
import { ViewConversation } from '../../../src/desk/view-conversation.js';
import { Config } from '../../../src/platform/config.js';
import { Log } from '../../../src/platform/logging.js';
import { Metrics } from '../../../src/platform/metrics.js';
import { DeskHouse, type Citizen } from './desk-house.js';

type Ground = () => Promise<{ settings: Record<string, string>; drop: () => Promise<void> }>;

/** What must hold of the desk, on whatever database. */
export function deskSuite(where: string, ground: Ground): void {
  let house: DeskHouse;
  let drop: () => Promise<void>;
  let agnes: ActorValue;
  let bruno: ActorValue;
  let sophie: ActorValue;
  let denis: ActorValue;

  beforeAll(async () => {
    const made = await ground();
    drop = made.drop;
    house = await DeskHouse.open(made.settings);
    agnes = await house.staff('Agnès');
    bruno = await house.staff('Bruno', { services: ['accueil', 'etat-civil'] });
    sophie = await house.staff('Sophie', { roles: ['supervisor'], services: ['accueil'] });
    denis = await house.staff('Denis', { roles: ['dpo'], services: [] });
  }, 60_000);
  afterAll(async () => {
    await house.close();
    await drop();
  });

  const claim = (actor: ActorValue, { id }: Citizen) => house.get(Claim).claim(actor, id);
  const line = (id: string, epoch: number) => ({ conversationId: id, clientId: randomUUID(), epoch });
  const say = (actor: ActorValue, id: string, text: string, epoch = 1) => house.get(AgentMessages).say(actor, { ...line(id, epoch), text });
  const close = (actor: ActorValue, id: string, epoch = 1) => house.get(LetGo).close(actor, { ...line(id, epoch), resolution: 'answered' });
  const release = (actor: ActorValue, id: string, to: { queue: string } | { bot: true }, epoch = 1) =>
    house.get(LetGo).release(actor, { ...line(id, epoch), to });
  const view = (actor: ActorValue, { id }: { id: string }, reason?: string) => house.get(ViewConversation).view(actor, id, reason);
  const search = (actor: ActorValue, query: { q?: string; status?: 'queued' | 'closed'; from?: string; to?: string; service?: string }) =>
    house.get(SearchConversations).search(actor, { page: 1, ...query });
  const leave = (marie: Citizen, contact = { phone: '06 12 34 56 78' }) =>
    house.get(LeaveCallback).leave(marie.session, { ...marie.line, contact, consent: true });
  const sound = async () =>
    (await checkInvariants(house.database.read, new Date()))
      .filter(({ name, count }) => count > 0 && name !== 'outbox')
      .map(({ name }) => name);

  describe(`the claim ${where}`, () => {
    it('gives the brief, the lease and the number that fences off holders of the past', async () => {
      const marie = await house.queued(undefined, 'Je suis locataire, que faire ?');
      const claimed = await claim(agnes, marie);
      expect(claimed).toMatchObject({
        ok: true,
        epoch: 1,
        leaseMs: 90_000,
        brief: { question: 'Je suis locataire, que faire ?', page: '/etat-civil', lang: 'fr', waitingSince: expect.any(String) },
      });
      const row = await house.row(marie.id);
      expect(row).toMatchObject({ status: 'assigned', assignee: agnes.id, epoch: 1, last_seq: claimed.ok ? claimed.head : -1 });
      const events = await house.events(marie.id);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, i) => i + 1));
      expect(events.slice(-2)).toMatchObject([
        { kind: 'assigned', name: 'Agnès' },
        { kind: 'status', status: 'assigned', service: 'accueil' },
      ]);
    });

    it('tells the loser who was first, and the winner the same again', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      expect(await claim(bruno, marie)).toEqual({ ok: false, code: 'already-taken', name: 'Agnès' });
      expect(await claim(agnes, marie)).toMatchObject({ ok: true, epoch: 1 });
      expect((await house.events(marie.id)).filter(({ kind }) => kind === 'assigned')).toHaveLength(1);
    });

    it('leaves a line in the audit log', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      const entries = await house.get(AuditLog).page(undefined, 50);
      expect(entries.find(({ object }) => object === marie.id)).toMatchObject({ actor: 'Agnès', action: 'conversation-claimed' });
    });

    it('stops at the most conversations one agent may hold', async () => {
      const paul = await house.staff('Paul');
      for (let held = 0; held < 20; held++) expect(await claim(paul, await house.queued())).toMatchObject({ ok: true });
      expect(await claim(paul, await house.queued())).toEqual({ ok: false, code: 'rate' });
    });

    it('knows nothing of other services', async () => {
      const marie = await house.queued('etat-civil');
      expect(await claim(agnes, marie)).toEqual({ ok: false, code: 'not-found' });
      expect(await claim(bruno, marie)).toMatchObject({ ok: true });
    });
  });

  describe(`what the holder does ${where}`, () => {
    it('is refused to everybody else, inside the unit', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      const before = await house.events(marie.id);
      expect(await say(bruno, marie.id, 'Intrus')).toMatchObject({ code: 'not-owner' });
      expect(await say(agnes, marie.id, 'Vieux', 7)).toMatchObject({ code: 'not-owner' });
      expect(await release(bruno, marie.id, { bot: true })).toMatchObject({ code: 'not-owner' });
      expect(await close(bruno, marie.id)).toMatchObject({ code: 'not-owner' });
      expect(await house.events(marie.id)).toEqual(before);
    });

    it('keeps an office’s telephone and hides a social security number', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      await say(agnes, marie.id, 'Appelez le 02 61 91 00 10');
      await say(agnes, marie.id, 'Votre numéro 2 69 05 49 588 157 80');
      const texts = (await house.events(marie.id)).flatMap((event) =>
        event.kind === 'message' && event.sender.type === 'agent' ? [event.text] : [],
      );
      expect(texts).toEqual(['Appelez le 02 61 91 00 10', 'Votre numéro [numéro masqué]']);
      expect(await say(agnes, marie.id, '\u200b\u0000')).toMatchObject({ code: 'bad' });
    });

    it('may give the conversation back to the robot, whose doubts of before are forgotten', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      expect(await release(agnes, marie.id, { bot: true })).toMatchObject({ ok: true });
      const row = await house.row(marie.id);
      expect(row).toMatchObject({ status: 'bot', assignee: null, lease_until: null, queued_at: null });
      expect(JSON.parse(row.memory)).toMatchObject({ unsure: 0 });
      expect((await house.events(marie.id)).slice(-3)).toMatchObject([
        { kind: 'released', to: 'bot' },
        { kind: 'status', status: 'bot' },
        { kind: 'notice', id: 'bot' },
      ]);
    });

    it('may pass it to another service, which keeps the first wait and finds the note', async () => {
      const marie = await house.queued();
      const { queued_at: since } = await house.row(marie.id);
      await claim(agnes, marie);
      const call = { ...line(marie.id, 1), to: { queue: 'etat-civil' }, note: 'Acte demandé' };
      const released = await house.get(LetGo).release(agnes, call);
      expect(await house.get(LetGo).release(agnes, call)).toEqual({ ...released, dup: true });
      expect(await house.row(marie.id)).toMatchObject({ status: 'queued', service: 'etat-civil', queued_at: since });
      const read = await view(bruno, marie);
      expect(read).toMatchObject({ ok: true, view: { notes: [{ author: 'Agnès', text: 'Acte demandé' }] } });
      expect(await view(agnes, marie)).toMatchObject({ code: 'not-found' });
      expect(await release(bruno, marie.id, { queue: 'nulle-part' }, 1)).toMatchObject({ ok: false });
      expect(await claim(bruno, marie)).toMatchObject({ epoch: 2 });
      expect(await release(bruno, marie.id, { queue: 'nulle-part' }, 2)).toMatchObject({ code: 'not-found' });
    });

    it('is one act however often it is sent', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      const call = { ...line(marie.id, 1), resolution: 'answered' as const };
      const closed = await house.get(LetGo).close(agnes, call);
      expect(await house.get(LetGo).close(agnes, call)).toEqual({ ...closed, dup: true });
      expect(await house.row(marie.id)).toMatchObject({ status: 'closed', resolution: 'answered', assignee: null });
      expect(await say(agnes, marie.id, 'De rien')).toMatchObject({ code: 'conversation.closed' });
    });
  });

  describe(`a lease ${where}`, () => {
    it('is renewed by its holder alone, under its number', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      const renew = (actor: ActorValue, epoch: number) => house.get(Leases).renew(actor, [{ conversationId: marie.id, epoch }]);
      await house.expire(marie.id);
      expect(await renew(agnes, 1)).toEqual([]);
      expect((await house.row(marie.id)).lease_until! > new Date(Date.now() + 80_000).toISOString()).toBe(true);
      expect(await renew(agnes, 2)).toEqual([marie.id]);
      expect(await renew(bruno, 1)).toEqual([marie.id]);
    });

    it('that ran out puts the conversation back at its first place, and its holder is refused', async () => {
      const marie = await house.queued();
      const { queued_at: since } = await house.row(marie.id);
      await claim(agnes, marie);
      await house.expire(marie.id);
      await house.get(Sweep).run();
      expect(await house.row(marie.id)).toMatchObject({ status: 'queued', queued_at: since, assignee: null });
      expect((await house.events(marie.id)).some((event) => event.kind === 'notice' && event.id === 'requeued')).toBe(true);
      expect(await say(agnes, marie.id, 'Trop tard')).toMatchObject({ code: 'not-owner' });
      expect(await claim(bruno, marie)).toMatchObject({ epoch: 2 });
    });

    it('is judged by the database, whatever the clock of the service says', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      house.clock.ahead = 30 * 86_400_000;
      await house.get(Sweep).run();
      house.clock.ahead = 0;
      expect(await house.row(marie.id)).toMatchObject({ status: 'assigned', assignee: agnes.id });
    });

    it('that ran out is swept once, however many sweep', async () => {
      const all = await Promise.all([house.queued(), house.queued(), house.queued()]);
      for (const one of all) await claim(agnes, one);
      for (const { id } of all) await house.expire(id);
      await Promise.all([house.get(Sweep).run(), house.get(Sweep).run(), house.get(Sweep).run()]);
      for (const { id } of all) {
        const notices = (await house.events(id)).filter((event) => event.kind === 'notice' && event.id === 'requeued');
        expect(notices).toHaveLength(1);
      }
    });
  });

  describe(`a supervisor ${where}`, () => {
    it('takes over from an agent with a reason, and the agent’s number is void', async () => {
      const marie = await house.queued();
      await claim(agnes, marie);
      expect(await house.get(Claim).takeOver(sophie, marie.id, 'Agent parti')).toMatchObject({ ok: true, epoch: 2 });
      expect(await say(agnes, marie.id, 'Encore là')).toMatchObject({ code: 'not-owner' });
      expect(await say(sophie, marie.id, 'Je reprends', 2)).toMatchObject({ ok: true });
      const entries = await house.get(AuditLog).page(undefined, 20);
      expect(entries.find(({ object }) => object === marie.id)).toMatchObject({ action: 'conversation-taken-over', reason: 'Agent parti' });
    });

    it('takes over from the robot', async () => {
      const marie = await house.citizen();
      await marie.say('Bonjour');
      expect(await house.get(Claim).takeOver(sophie, marie.id, 'Personne en difficulté')).toMatchObject({ ok: true, epoch: 1 });
      expect(await house.row(marie.id)).toMatchObject({ status: 'assigned', service: 'accueil', human: 1 });
    });

    it('does not reach into other services, and an agent takes over nothing', async () => {
      const marie = await house.queued('etat-civil');
      expect(await house.get(Claim).takeOver(sophie, marie.id, 'Raison')).toMatchObject({ code: 'not-found' });
      expect(await house.get(Claim).takeOver(bruno, marie.id, 'Raison')).toMatchObject({ code: 'not-found' });
    });
  });

  describe(`reading ${where}`, () => {
    it('is free for one’s own and one’s queue, else needs a role and a reason, else finds nothing', async () => {
      const marie = await house.queued();
      for (const actor of [agnes, bruno, sophie]) expect(await view(actor, marie)).toMatchObject({ ok: true });
      expect(await view(denis, marie)).toMatchObject({ code: 'not-owner' });
      await claim(agnes, marie);
      expect(await view(agnes, marie)).toMatchObject({ ok: true, view: { epoch: 1, assignee: { name: 'Agnès' } } });
      expect(await view(bruno, marie)).toMatchObject({ code: 'not-found' });
      expect(await view(sophie, marie)).toMatchObject({ code: 'not-owner' });
      expect(await view(sophie, marie, 'Réclamation')).toMatchObject({ ok: true });
      await close(agnes, marie.id);
      expect(await view(agnes, marie)).toMatchObject({ code: 'not-found' });
      expect(await view(denis, marie, 'Demande d’accès')).toMatchObject({ ok: true, view: { status: 'closed', resolution: 'answered' } });
    });

    it('leaves a line with its reason each time', async () => {
      const marie = await house.queued();
      await view(sophie, marie);
      await view(denis, marie, 'Demande d’accès');
      const lines = (await house.get(AuditLog).page(undefined, 20)).filter(({ object }) => object === marie.id);
      expect(lines).toMatchObject([
        { actor: 'Denis', action: 'conversation-read', reason: 'Demande d’accès' },
        { actor: 'Sophie', action: 'conversation-read' },
      ]);
    });
  });

  describe(`a callback ${where}`, () => {
    it('shows its contact to those who will call, and is done when the agent closes', async () => {
      const marie = await house.queued();
      await leave(marie);
      expect((await house.get(Overview).of(agnes)).callbacks.find(({ conversationId }) => conversationId === marie.id)).toMatchObject({
        contact: { phone: '06 12 34 56 78' },
      });
      expect(await view(denis, marie, 'Demande d’accès')).not.toMatchObject({ view: { contact: expect.anything() } });
      const claimed = await claim(agnes, marie);
      expect(claimed).toMatchObject({ ok: true });
      expect(JSON.stringify(claimed)).not.toContain('34 56 78');
      expect(await view(agnes, marie)).toMatchObject({ view: { contact: { phone: '06 12 34 56 78' } } });
      await house.get(LetGo).close(agnes, { ...line(marie.id, 1), resolution: 'reached' });
      const row = await house.database.read.get<{ done_at: string; purge_at: string }>('SELECT * FROM callback WHERE conversation = ?', [
        marie.id,
      ]);
      expect(Date.parse(row!.purge_at) - Date.parse(row!.done_at)).toBe(30 * 86_400_000);
      expect((await house.events(marie.id)).slice(-2)).toMatchObject([
        { kind: 'callback', state: 'done' },
        { kind: 'status', status: 'closed' },
      ]);
    });

    it('goes back to the list of callbacks when its agent vanishes or releases it', async () => {
      const marie = await house.queued();
      await leave(marie);
      await claim(agnes, marie);
      await house.expire(marie.id);
      await house.get(Sweep).run();
      expect(await house.row(marie.id)).toMatchObject({ status: 'callback', assignee: null });
      await claim(agnes, marie);
      await release(agnes, marie.id, { queue: 'etat-civil' }, 2);
      expect(await house.row(marie.id)).toMatchObject({ status: 'callback', service: 'etat-civil' });
    });

    it('asks for one mail, which one dispatcher takes', async () => {
      const jobs = house.get(MailJobs);
      await jobs.drop();
      await leave(await house.queued());
      const taken = (await Promise.all([jobs.take(), jobs.take(), jobs.take()])).flat();
      expect(taken).toMatchObject([{ service: 'accueil', attempts: 1 }]);
      expect(await jobs.failed(taken[0]!)).toBe(true);
      expect(await jobs.take()).toEqual([]);
      await house.database.write.perform((tx) => tx.run("UPDATE outbox SET not_before = '2020-01-01T00:00:00.000Z'"));
      const again = await jobs.take();
      expect(again).toMatchObject([{ attempts: 2 }]);
      await jobs.done(taken[0]!);
      expect(await house.database.read.get('SELECT 1 AS one FROM outbox WHERE done_at IS NULL')).toBeDefined();
      await jobs.done(again[0]!);
      expect(await house.database.read.get('SELECT 1 AS one FROM outbox WHERE done_at IS NULL')).toBeUndefined();
    });
  });

  describe(`presence ${where}`, () => {
    it('begins as away, holds over a reload, and counts each agent once', async () => {
      const presence = house.get(Presence);
      const lea = await house.staff('Léa', { services: ['etat-civil'] });
      await presence.arrive(lea.id);
      expect(presence.stateOf(lea.id)).toBe('away');
      expect(house.get(HandOff).agentsAvailable('etat-civil')).toBe(0);
      await presence.set(lea.id, 'available');
      await presence.arrive(lea.id);
      expect(house.get(HandOff).agentsAvailable('etat-civil')).toBe(1);
      presence.leave(lea.id);
      presence.leave(lea.id);
      await presence.arrive(lea.id);
      expect(presence.stateOf(lea.id)).toBe('available');
    });

    it('is seen by another node, and ends there when the node falls silent', async () => {
      const max = await house.staff('Max');
      await house.get(Presence).arrive(max.id);
      await house.get(Presence).set(max.id, 'available');
      const other = new Presence(house.database, Log.at('silent'));
      await other.refresh();
      expect(other.stateOf(max.id)).toBe('available');
      await house.database.write.perform((tx) =>
        tx.run("UPDATE presence SET beat_at = '2020-01-01T00:00:00.000Z' WHERE account = ?", [max.id]),
      );
      await other.refresh();
      expect(other.stateOf(max.id)).toBe('offline');
    });

    it('tells a place, and a wait once enough conversations were served', async () => {
      const nora = await house.staff('Nora', { services: ['etat-civil'] });
      await house.get(Presence).arrive(nora.id);
      await house.get(Presence).set(nora.id, 'available');
      const first = await house.queued('etat-civil');
      const second = await house.queued('etat-civil');
      const { queued_at } = await house.row(second.id);
      const before = await house.get(HandOff).place(house.database.read, 'etat-civil', queued_at!);
      expect(before.place).toBeGreaterThanOrEqual(2);
      expect(before.waitMinutes).toBeUndefined();
      expect((await house.row(first.id)).status).toBe('queued');

      for (let served = 0; served < 12; served++) {
        const { id } = await house.queued('etat-civil');
        expect(await house.get(Claim).claim(nora, id)).toMatchObject({ ok: true });
        house.clock.ahead += 6 * 60_000;
        await close(nora, id);
      }
      house.clock.ahead = 0;
      // A fresh one has not read the service times yet; two of the earlier tests' agents may be on duty too.
      const handOff = new DeskHandOff(house.get(Presence));
      const { place, waitMinutes } = await handOff.place(house.database.read, 'etat-civil', queued_at!);
      const expected = (place * 6) / house.get(Presence).onDuty('etat-civil');
      expect(waitMinutes![0]).toBeLessThanOrEqual(expected);
      expect(waitMinutes![1]).toBeGreaterThanOrEqual(expected);
    });
  });

  describe(`a queue that the last agent has left ${where}`, () => {
    it('says so to those who wait, once, after a little patience', async () => {
      const presence = house.get(Presence);
      const lone = await house.staff('Lise', { services: ['urbanisme'] });
      const notices = async (id: string) =>
        (await house.events(id)).filter((event) => event.kind === 'notice' && event.id === 'nobody').length;
      await presence.arrive(lone.id);
      await presence.set(lone.id, 'available');
      const marie = await house.queued('urbanisme');
      const node = () => {
        const { database } = house;
        return new QueueWatch(
          database,
          house.get(EventLog),
          presence,
          house.get(Announcer),
          house.get(Config),
          new Metrics(),
          Log.at('silent'),
        );
      };
      const [one, other] = [node(), node()];
      await one.look(0);
      await one.look(20_000);
      expect(await notices(marie.id)).toBe(0);
      await presence.set(lone.id, 'away');
      await Promise.all([one.look(30_000), other.look(30_000)]);
      expect(await notices(marie.id)).toBe(0);
      await Promise.all([one.look(38_000), other.look(38_000)]);
      await one.look(50_000);
      expect(await notices(marie.id)).toBe(1);
    });
  });

  describe(`the desk’s lists ${where}`, () => {
    it('show the queue, what one holds, who waits for a word, and colleagues', async () => {
      const marie = await house.queued(undefined, 'Où est la mairie ?');
      const paul = await house.queued();
      const carole = await house.staff('Carole');
      await claim(carole, paul);
      await say(carole, paul.id, 'Bonjour');
      const overview = await house.get(Overview).of(carole);
      expect(overview.services).toMatchObject([{ id: 'accueil', name: 'Accueil', open: true, oldestQueuedAt: expect.any(String) }]);
      expect(overview.queue.find(({ conversationId }) => conversationId === marie.id)).toMatchObject({
        summary: 'Où est la mairie ?',
        status: 'queued',
        waitingReply: true,
      });
      expect(overview.mine).toMatchObject([{ conversationId: paul.id, assignee: 'Carole', epoch: 1, waitingReply: false }]);
      expect(overview.colleagues.map(({ name }) => name)).toEqual(expect.arrayContaining(['Agnès', 'Bruno', 'Sophie']));
      expect(overview.colleagues.map(({ name }) => name)).not.toContain('Denis');
    });
  });

  describe(`the search ${where}`, () => {
    it('finds words whatever their case and accents, and takes none of them for a pattern', async () => {
      const marie = await house.queued(undefined, 'Mon État civil "zébulon" est à 100% faux');
      const ids = async (q: string) => {
        const result = await search(agnes, { q });
        return result.ok ? result.found.items.map(({ conversationId }) => conversationId) : result.code;
      };
      for (const q of ['zébulon', 'ZÉBULON', '"zébulon"', '100%', 'état civil "zé']) expect(await ids(q)).toContain(marie.id);
      for (const q of ['z%n"', 'zébulo_', "'; DROP TABLE event; --", '\\', '{"text":"'] as const)
        expect(await ids(q)).not.toContain(marie.id);
      expect(await ids('x')).toBe('bad');
      expect(await ids('\u0000\ud800')).toEqual([]);
    });

    it('shows what stands around the words', async () => {
      await house.queued(undefined, `${'a '.repeat(100)}xylophone${' b'.repeat(100)}`);
      const result = await search(agnes, { q: 'xylophone' });
      expect(result).toMatchObject({ ok: true, found: { total: 1 } });
      if (result.ok) expect(result.found.items[0]!.excerpt).toMatch(/^…(a )+xylophone( b)+…$/);
    });

    it('stays within one’s services, but for the data protection officer', async () => {
      const marie = await house.queued('etat-civil', 'Une phrase avec wagonnet');
      const total = async (actor: ActorValue) => {
        const result = await search(actor, { q: 'wagonnet' });
        return result.ok ? result.found.total : result.code;
      };
      expect(await total(agnes)).toBe(0);
      expect(await total(sophie)).toBe(0);
      expect(await total(bruno)).toBe(1);
      expect(await total(denis)).toBe(1);
      expect((await house.row(marie.id)).service).toBe('etat-civil');
    });

    it('filters by day, service and status, and writes that it was done, not what for', async () => {
      const today = new Date().toISOString().slice(0, 10);
      const open = await search(agnes, { status: 'queued', from: today, to: today, service: 'accueil' });
      expect(open.ok && open.found.items.every(({ status, service }) => status === 'queued' && service === 'accueil')).toBe(true);
      expect(await search(agnes, { from: '2020-01-01', to: '2020-01-02' })).toMatchObject({ found: { total: 0 } });
      expect(await search(agnes, {})).toMatchObject({ code: 'bad' });
      const [entry] = await house.get(AuditLog).page(undefined, 1);
      expect(entry).toMatchObject({ actor: 'Agnès', action: 'conversation-searched' });
      expect(entry!.object).toBeUndefined();
      expect(entry!.reason).toBeUndefined();
    });
  });

  describe(`canned replies ${where}`, () => {
    it('are kept by the agents of their service, and by supervisors for all', async () => {
      const replies = house.get(CannedReplies);
      const input = { shortcut: 'bonjour', title: 'Bonjour', text: 'Bonjour, je vous lis.' };
      expect(await replies.add(agnes, { ...input, service: null })).toMatchObject({ code: 'not-owner' });
      const shared = await replies.add(sophie, { ...input, service: null });
      expect(shared).toMatchObject({ ok: true });
      const own = await replies.add(agnes, { ...input, service: 'accueil' });
      expect(await replies.add(agnes, { ...input, service: 'accueil' })).toMatchObject({ code: 'already-taken' });
      expect(await replies.add(agnes, { ...input, service: 'etat-civil' })).toMatchObject({ code: 'not-owner' });
      if (!own.ok || !shared.ok) throw new Error('not added');
      expect((await replies.list(agnes)).map(({ id }) => id)).toEqual([shared.reply.id, own.reply.id]);
      expect(await replies.change(agnes, shared.reply.id, { ...input, service: 'accueil' })).toMatchObject({ code: 'not-found' });
      expect(await replies.change(agnes, own.reply.id, { ...input, shortcut: 'bjr', service: 'accueil' })).toMatchObject({
        reply: { shortcut: 'bjr' },
      });
      expect(await replies.remove(agnes, own.reply.id)).toEqual({ ok: true });
      expect(await replies.remove(agnes, own.reply.id)).toMatchObject({ code: 'not-found' });
    });
  });

  describe(`notes ${where}`, () => {
    it('are for the staff, and go when the citizen takes the words back', async () => {
      const marie = await house.queued();
      await house.get(Notes).add(agnes, marie.id, 'Rappeler son \u0000dossier');
      expect(await house.get(Notes).add(denis, marie.id, 'Non')).toMatchObject({ code: 'not-found' });
      expect(JSON.stringify(await house.events(marie.id))).not.toContain('dossier');
      expect(await house.get(NoteData).access(marie.id)).toMatchObject({ notes: [{ author: 'Agnès', text: 'Rappeler son dossier' }] });
      expect(await house.get(NoteData).purge()).toEqual({ note: 0 });
      await house.get(CloseConversation).erase(marie.session, marie.line);
      expect(await house.get(NoteData).due()).toMatchObject([{ class: 'note', due: 1 }]);
      expect(await house.get(NoteData).purge()).toEqual({ note: 1 });
      expect(await house.get(Notes).of(marie.id)).toEqual([]);
    });
  });

  describe(`all of this ${where}`, () => {
    it('leaves every invariant whole', async () => {
      expect(await sound()).toEqual([]);
    });
  });
}
