import { describe, expect, it } from '@jest/globals';
import { citizenCalls } from '../../../src/contract/citizen.js';
import { checkContact } from '../../../web/widget/check-contact.js';
import { longDate } from '../../../web/widget/dates.js';
import { languageOf } from '../../../web/widget/language-of.js';
import { en } from '../../../web/widget/texts.en.js';
import { fr } from '../../../web/widget/texts.fr.js';

describe('the callback form', () => {
  const filled = { email: '', phone: '', consent: true };
  it('wants an e-mail address or a phone number', () => {
    expect(checkContact(filled)).toEqual({ email: 'contact' });
    expect(checkContact({ ...filled, phone: '01 23 45 67 89' })).toEqual({});
  });
  it('wants consent', () => {
    expect(checkContact({ email: 'a@b.fr', phone: '', consent: false })).toEqual({ consent: 'consent' });
  });
  it.each(['a', 'a@', 'a@b', '@b.fr', 'a b@c.fr'])('refuses the address %s', (email) => {
    expect(checkContact({ ...filled, email })).toEqual({ email: 'email' });
  });
  it.each(['nom@exemple.fr', "o'neill@mairie.fr", 'a.b+c@d-e.gouv.fr', '+33 6 12 34 56 78', '0123456789', '(01) 23', '01.23.45.67.89'])(
    'lets %s pass only if the server takes it too',
    (value) => {
      const contact = value.includes('@') ? { email: value } : { phone: value };
      const passes = Object.keys(checkContact({ ...filled, ...contact })).length === 0;
      const call = { conversationId: 'A'.repeat(22), clientId: '6f9b1c1e-1111-4111-8111-111111111111', contact, consent: true };
      if (passes) expect(citizenCalls['callback:leave'].safeParse(call).success).toBe(true);
    },
  );
});

describe('dates', () => {
  it('reads as the French write it', () => {
    expect(longDate('2026-03-01', 'fr')).toBe('1er mars 2026');
    expect(longDate('2026-03-21', 'fr')).toBe('21 mars 2026');
  });
  it('is not moved by a time zone', () => {
    expect(longDate('2026-01-01', 'en')).toBe('1 January 2026');
  });
});

describe('the voice of a text', () => {
  it('is French by default, and English where the words are', () => {
    expect(languageOf('La carte est valable dix ans.')).toBe('fr');
    expect(languageOf('The answer is in French, but you can ask for a person.')).toBe('en');
    expect(languageOf('OK')).toBe('fr');
  });
});

describe('the interface', () => {
  it('is complete in both languages', () => {
    const keys = (value: object, at = ''): string[] =>
      Object.entries(value).flatMap(([key, inner]) =>
        inner !== null && typeof inner === 'object' && !Array.isArray(inner) ? keys(inner as object, `${at}${key}.`) : [`${at}${key}`],
      );
    expect(keys(en).sort()).toEqual(keys(fr).sort());
  });
});
