import { describe, expect, it } from '@jest/globals';
import type { ActorValue } from '../../../src/accounts/index.js';
import { ROLES, STATUSES, type Role } from '../../../src/contract/index.js';
import type { ConversationRow } from '../../../src/conversation/index.js';
import { notHeld, reading } from '../../../src/desk/access.js';
import { readConfig } from '../../../src/platform/config.js';

const config = readConfig({});
const actor = (roles: Role[], services = ['accueil'], id = 'me'): ActorValue => ({
  id,
  session: 's',
  name: 'N',
  email: 'e',
  roles,
  services,
});
const conversation = (status: ConversationRow['status'], more: Partial<ConversationRow> = {}) =>
  ({ site: 'demo', service: 'accueil', epoch: 3, assignee: status === 'assigned' ? 'other' : null, ...more, status }) as ConversationRow;

/** What each role may do in each state of a conversation of its own service. */
const RULES: Record<Role, Record<(typeof STATUSES)[number], ReturnType<typeof reading>>> = {
  agent: { bot: 'never', queued: 'free', assigned: 'never', callback: 'free', closed: 'never' },
  supervisor: { bot: 'with-reason', queued: 'free', assigned: 'with-reason', callback: 'free', closed: 'with-reason' },
  dpo: { bot: 'with-reason', queued: 'with-reason', assigned: 'with-reason', callback: 'with-reason', closed: 'with-reason' },
  editor: { bot: 'never', queued: 'never', assigned: 'never', callback: 'never', closed: 'never' },
  admin: { bot: 'never', queued: 'never', assigned: 'never', callback: 'never', closed: 'never' },
};

describe('who may read a conversation', () => {
  for (const role of ROLES)
    for (const status of STATUSES)
      it(`${role}, ${status}: ${RULES[role][status]}`, () => {
        expect(reading(actor([role]), conversation(status), config)).toBe(RULES[role][status]);
        const elsewhere = role === 'dpo' ? 'with-reason' : 'never';
        expect(reading(actor([role], ['etat-civil']), conversation(status), config)).toBe(elsewhere);
      });

  it('is its holder, whatever the service', () => {
    expect(reading(actor(['agent'], ['etat-civil'], 'other'), conversation('assigned'), config)).toBe('free');
  });
  it('is the supervisor of any service of the site when it has none yet', () => {
    expect(reading(actor(['supervisor'], ['etat-civil']), conversation('bot', { service: null }), config)).toBe('with-reason');
    expect(reading(actor(['supervisor'], ['urbanisme']), conversation('bot', { service: null }), config)).toBe('never');
  });
});

describe('who holds a conversation', () => {
  const holder = actor(['agent'], ['accueil'], 'other');
  it('is its assignee under the number of the claim', () => {
    expect(notHeld(holder, 3, conversation('assigned'), config)).toBeUndefined();
    expect(notHeld(holder, 2, conversation('assigned'), config)).toBe('not-owner');
    expect(notHeld(actor(['agent']), 3, conversation('assigned'), config)).toBe('not-owner');
  });
  it('is nobody once it is closed, and nobody’s business in another service', () => {
    expect(notHeld(holder, 3, conversation('closed'), config)).toBe('conversation.closed');
    expect(notHeld(actor(['agent'], ['etat-civil']), 3, conversation('assigned'), config)).toBe('not-found');
    expect(notHeld(actor(['agent'], ['etat-civil']), 3, conversation('closed'), config)).toBe('not-found');
  });
});
