import { describe, it, expect } from '@jest/globals';
import * as fc from 'fast-check';
import { openingMemory, reply, replyAlways, suggest, type Memory, type TurnContext } from '../../../src/dialogue/index.js';
import { buildSnapshot, textOfBlocks, type Snapshot } from '../../../src/matching/index.js';
import { town } from '../matching/town.js';

const built = buildSnapshot(town);
/** A gate that a handful of articles can pass; its fitting has tests of its own. */
const snapshot: Snapshot = { ...built, gate: { ...built.gate, answer: 0.5, clarify: 0.3 }, kinds: {} };
const context: TurnContext = {
  now: '2026-11-22T10:00:00.000Z',
  lang: 'fr',
  site: {
    key: 'demo',
    name: 'Valclair',
    services: [
      { id: 'accueil', name: 'Accueil', open: true },
      { id: 'etat-civil', name: 'État civil', open: false },
    ],
    defaultService: 'accueil',
  },
  botOn: true,
};
const say = (text: string, memory: Memory = openingMemory('fr'), choice?: string) =>
  reply(snapshot, memory, { text, ...(choice && { choice }) }, context);
const shown = ({ body }: { body: { blocks: Parameters<typeof textOfBlocks>[0] } }) => textOfBlocks(body.blocks);

describe('the dialogue', () => {
  it('answers with the summary, the source, the other facets and a way out', () => {
    const { body, trace } = say("j'ai perdu ma carte d'identité");
    expect(trace).toMatchObject({ outcome: 'answered', article: 'carte-identite-perdue' });
    expect(body.sources).toHaveLength(1);
    expect(body.choices!.map(({ id }) => id)).toEqual(['facet:carte-identite-perdue:cost', 'not:carte-identite-perdue']);
    expect(body.why).toMatchObject({ snapshot: snapshot.id });
  });

  it('asks for the case that the facet depends on, then shows the branch picked', () => {
    const asked = say('prix du passeport');
    expect(asked.body.choices!.map(({ label }) => label)).toEqual(['Majeur', 'Mineur', 'Je ne sais pas', "Ce n'est pas ma question"]);
    const picked = say('Mineur', asked.memory, 'case:passeport:0:0.1');
    expect(shown(picked)).toContain('42 €');
    expect(shown(picked)).not.toContain('86 €');
    expect(picked.memory.facts).toEqual({ age: 'minor' });
  });

  it('shows every case to somebody who does not know', () => {
    const all = say('Je ne sais pas', openingMemory('fr'), 'case:passeport:0:*');
    expect(shown(all)).toContain('86 €');
    expect(shown(all)).toContain('42 €');
  });

  it('does not ask what the citizen has already said', () => {
    const { body } = say('prix du passeport pour ma fille de 8 ans');
    expect(textOfBlocks(body.blocks)).toContain('42 €');
    expect(body.choices!.some(({ id }) => id.startsWith('case:'))).toBe(false);
  });

  it('keeps the topic when only the facet changes', () => {
    const before = say("j'ai perdu ma carte d'identité");
    const { trace, body } = say('et ça coûte combien ?', before.memory);
    expect(trace.article).toBe('carte-identite-perdue');
    expect(textOfBlocks(body.blocks)).toContain('25 €');
  });

  it('brings the office and the online service where they are asked for', () => {
    expect(say('x', openingMemory('fr'), 'facet:passeport:where').body.blocks.some(({ type }) => type === 'contact')).toBe(true);
    expect(say('x', openingMemory('fr'), 'facet:passeport:steps').body.blocks.some(({ type }) => type === 'service')).toBe(true);
  });

  it('offers the runners-up when the answer was not to the question, then a person', () => {
    const before = say("j'ai perdu ma carte d'identité");
    const others = say("Ce n'est pas ma question", before.memory, 'not:carte-identite-perdue');
    expect(others.trace.outcome).toBe('clarified');
    expect(others.trace.choices).not.toContain('carte-identite-perdue');
    expect(say('Aucune', others.memory, 'none').body.choices!.map(({ id }) => id)).toContain('human');
  });

  it('puts the numbers to call first when somebody is in danger', () => {
    const { body, effects } = say('je veux mourir');
    expect(body.outcome).toBe('emergency');
    expect(textOfBlocks(body.blocks)).toMatch(/^3114/);
    expect(effects).toEqual([]);
  });

  it('passes on to the service of the topic when a person is asked for, and says that it is closed', () => {
    const before = say("j'ai perdu ma carte d'identité");
    const { body, effects } = say('je veux parler à quelqu’un', before.memory);
    expect(effects).toEqual([{ type: 'hand-off', service: 'etat-civil', reason: 'asked' }]);
    expect(textOfBlocks(body.blocks)).toContain('fermé');
  });

  it('goes to the default service without a topic, and to any service by its button', () => {
    expect(say('un humain').effects).toEqual([{ type: 'hand-off', service: 'accueil', reason: 'asked' }]);
    expect(say('x', openingMemory('fr'), 'human:etat-civil').effects).toMatchObject([{ service: 'etat-civil' }]);
  });

  it('hands over when it was unsure twice in a row', () => {
    const once = say('zorglub ploum tralala');
    expect(once.effects).toEqual([]);
    const twice = say('ploum ploum zorglub', once.memory);
    expect(twice.trace.outcome).toBe('handed-off');
    expect(twice.effects).toMatchObject([{ reason: 'unsure' }]);
  });

  it('greets, declines what is none of its business, and asks to rephrase what says nothing', () => {
    expect(say('bonjour').trace.outcome).toBe('small-talk');
    expect(say('quel temps fait-il demain ?').trace.outcome).toBe('declined');
    expect(say('???').trace.outcome).toBe('rephrase');
    expect(say('[numéro masqué]').trace.outcome).toBe('rephrase');
  });

  it('answers an English question in French, and says so in English', () => {
    const { body } = say('how do i renew my passport');
    expect(body.outcome).toBe('answered');
    expect(textOfBlocks(body.blocks)).toMatch(/^Our official information is in French/);
  });

  it('says that a number was masked', () => {
    expect(shown(say('refaire mon passeport [numéro masqué]'))).toContain('masqué un numéro');
  });

  it('passes every message on while the robot is off', () => {
    expect(reply(snapshot, openingMemory('fr'), { text: 'bonjour' }, { ...context, botOn: false }).effects).toMatchObject([
      { reason: 'bot-off' },
    ]);
  });

  it('never stays silent when thinking failed', () => {
    const thrown: unknown[] = [];
    const broken = { ...snapshot, engine: undefined as never };
    const asked = { snapshot: broken, memory: openingMemory('fr'), message: { text: 'refaire mon passeport' }, context };
    expect(replyAlways(asked, (error) => thrown.push(error))).toMatchObject({
      body: { outcome: 'handed-off' },
      effects: [{ type: 'hand-off', service: 'accueil' }],
    });
    expect(thrown).toHaveLength(1);
  });

  it('treats the button of an article that left as plain words', () => {
    expect(say('refaire mon passeport', openingMemory('fr'), 'article:disparu').trace.article).toBe('passeport');
  });

  it('suggests articles with the passage that answers', () => {
    const [best] = suggest(snapshot, 'quel délai pour le passeport');
    expect(best).toMatchObject({ article: 'passeport', passage: 'Comptez plusieurs semaines.' });
  });

  it('says the same thing to the same turn, leaves its arguments alone, and survives anything typed', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.option(fc.string({ maxLength: 40 }), { nil: undefined }), (text, choice) => {
        const memory = openingMemory('fr');
        const message = { text, ...(choice !== undefined && { choice }) };
        expect(reply(snapshot, memory, message, context)).toEqual(reply(snapshot, memory, message, context));
        expect(memory).toEqual(openingMemory('fr'));
      }),
      { seed: 6, numRuns: 100 },
    );
  });
});
