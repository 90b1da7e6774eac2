import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActorValue } from '../../src/accounts/index.js';
import { Claim } from '../../src/desk/claim.js';
import { checkInvariants } from '../../src/conversation/invariants.js';
import { createDatabase } from '../harness/postgres.js';
import { DeskHouse } from '../integration/desk/desk-house.js';

const AGENTS = 50;
const ROUNDS = 200;

interface Ground {
  settings: Record<string, string>;
  drop(): Promise<void>;
}
const grounds: [string, number, () => Promise<Ground>][] = [
  ['on SQLite', 1, async () => ({ settings: {}, drop: async () => {} })],
  [
    'on PostgreSQL, from two nodes',
    2,
    async () => {
      const { url, drop } = await createDatabase();
      return { settings: { GUICHET_DATABASE_URL: url }, drop };
    },
  ],
];

describe.each(grounds)(`${AGENTS} agents who claim one conversation at once, %s`, (_, nodes, open) => {
  const houses: DeskHouse[] = [];
  const agents: ActorValue[] = [];
  let ground: Ground;

  beforeAll(async () => {
    ground = await open();
    for (let node = 0; node < nodes; node++) houses.push(await DeskHouse.open(ground.settings));
    for (let n = 0; n < AGENTS; n++) agents.push(await houses[0]!.staff(`Agent ${n}`));
  }, 120_000);
  afterAll(async () => {
    for (const house of houses) await house.close();
    await ground.drop();
  });

  it(`have one winner in each of ${ROUNDS} rounds, whose name the others hear`, async () => {
    const [house] = houses;
    const wrong: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { id } = await house!.queued();
      const claims = await Promise.all(agents.map((actor, n) => houses[n % nodes]!.get(Claim).claim(actor, id)));
      const winners = agents.filter((_agent, n) => claims[n]!.ok);
      const heard = new Set(claims.flatMap((claim) => (claim.ok ? [] : [`${claim.code} ${claim.name}`])));
      const { assignee, epoch } = await house!.row(id);
      const told = winners.length === 1 && heard.size === 1 && heard.has(`already-taken ${winners[0]!.name}`);
      if (!told || assignee !== winners[0]!.id || epoch !== 1)
        wrong.push(`round ${round}: ${winners.length} winners, heard ${[...heard].join(', ')}`);
      await house!.database.write.perform((tx) =>
        tx.run("UPDATE conversation SET status = 'closed', assignee = NULL, lease_until = NULL WHERE id = ?", [id]),
      );
    }
    expect(wrong).toEqual([]);
  }, 300_000);

  it('leave a log without gap or double', async () => {
    const broken = (await checkInvariants(houses[0]!.database.read, new Date())).filter(({ count }) => count > 0);
    expect(broken).toEqual([]);
  });
});
