import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { opening } from '../../../src/platform/hours.js';
import { sitesFile, type Service } from '../../../src/platform/sites.js';

const PARIS = 'Europe/Paris';
const OFFICE = { mon: ['09:00-12:00', '14:00-17:00'], tue: ['09:00-12:00'], fri: ['09:00-17:00'] };

function service(more: object = {}): Service {
  const { sites } = sitesFile.parse({
    sites: [{ key: 's', name: 'S', services: [{ id: 'accueil', name: 'Accueil', ...more }], defaultService: 'accueil' }],
  });
  return sites[0]!.services[0]!;
}
const at = (local: string) => new Date(local);

describe('opening hours', () => {
  it('opens at the first minute and closes at the last, by the clock of the town', () => {
    const office = service({ hours: OFFICE });
    // Monday 23 November 2026; Paris is one hour ahead of UTC in winter.
    expect(opening(office, PARIS, at('2026-11-23T07:59:59Z')).open).toBe(false);
    expect(opening(office, PARIS, at('2026-11-23T08:00:00Z')).open).toBe(true);
    expect(opening(office, PARIS, at('2026-11-23T10:59:59Z')).open).toBe(true);
    expect(opening(office, PARIS, at('2026-11-23T11:00:00Z')).open).toBe(false);
  });

  it('follows summer time', () => {
    const office = service({ hours: OFFICE });
    expect(opening(office, PARIS, at('2026-07-06T07:00:00Z')).open).toBe(true);
    expect(opening(office, PARIS, at('2026-07-06T06:59:59Z')).open).toBe(false);
    // Saturday before the change of 25 October 2026: Monday's opening is in winter time.
    expect(opening(office, PARIS, at('2026-10-24T10:00:00Z')).nextOpening).toBe('2026-10-26T08:00:00.000Z');
  });

  it('tells the next opening: the same day, after the week-end, after a holiday', () => {
    const office = service({ hours: OFFICE });
    expect(opening(office, PARIS, at('2026-11-23T11:30:00Z')).nextOpening).toBe('2026-11-23T13:00:00.000Z');
    expect(opening(office, PARIS, at('2026-11-27T18:00:00Z')).nextOpening).toBe('2026-11-30T08:00:00.000Z');
    // Easter Monday, 6 April 2026, then Tuesday.
    expect(opening(office, PARIS, at('2026-04-05T10:00:00Z')).nextOpening).toBe('2026-04-07T07:00:00.000Z');
  });

  it('is closed on French public holidays, also the ones that move', () => {
    const office = service();
    for (const day of [
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ])
      expect({ day, open: opening(office, PARIS, at(`${day}T10:00:00Z`)).open }).toEqual({ day, open: false });
    expect(opening(office, PARIS, at('2026-11-12T10:00:00Z')).open).toBe(true);
  });

  it('counts two more holidays in Alsace, none where a service works through, and the days that a town adds', () => {
    const goodFriday = at('2026-04-03T10:00:00Z');
    expect(opening(service(), PARIS, goodFriday).open).toBe(true);
    expect(opening(service({ holidays: 'fr-alsace' }), PARIS, goodFriday).open).toBe(false);
    expect(opening(service({ holidays: 'none' }), PARIS, at('2026-05-01T10:00:00Z')).open).toBe(true);
    expect(opening(service({ closedDays: ['2026-11-24'] }), PARIS, at('2026-11-24T10:00:00Z')).open).toBe(false);
  });

  it('goes by the date of the town, not of the server', () => {
    const reunion = service({ hours: { tue: ['00:00-24:00'] }, holidays: 'none' });
    expect(opening(reunion, 'Indian/Reunion', at('2026-11-23T20:30:00Z')).open).toBe(true);
    expect(opening(reunion, 'Indian/Reunion', at('2026-11-24T20:30:00Z')).open).toBe(false);
  });

  it('names no next opening for a service that never opens', () => {
    expect(opening(service({ hours: {} }), PARIS, at('2026-11-23T10:00:00Z'))).toEqual({ open: false });
  });

  it('is open at every next opening that it tells, and not a minute before', () => {
    const range = fc
      .tuple(fc.integer({ min: 0, max: 22 }), fc.integer({ min: 1, max: 23 }))
      .filter(([from, to]) => from < to)
      .map(([from, to]) => `${String(from).padStart(2, '0')}:30-${String(to).padStart(2, '0')}:45`);
    const week = fc.record({
      mon: fc.array(range, { maxLength: 2 }),
      thu: fc.array(range, { maxLength: 2 }),
      sun: fc.array(range, { maxLength: 1 }),
    });
    const zone = fc.constantFrom('Europe/Paris', 'Indian/Reunion', 'America/Martinique', 'Pacific/Noumea', 'UTC');
    const instant = fc.date({ min: at('2026-01-01T00:00:00Z'), max: at('2027-12-31T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(week, zone, instant, (hours, timezone, now) => {
        const office = service({ hours });
        const { open, nextOpening } = opening(office, timezone, now);
        if (open || nextOpening === undefined) return;
        const next = new Date(nextOpening);
        expect(next.getTime()).toBeGreaterThan(now.getTime() - 60_000);
        expect(opening(office, timezone, next).open).toBe(true);
        expect(opening(office, timezone, new Date(next.getTime() - 60_000)).open).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});
