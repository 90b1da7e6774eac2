import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ENOUGH, serviceTimes, waitRange } from '../../../src/desk/waiting-time.js';

const from4to8 = [4, 4, 4, 4, 6, 6, 6, 8, 8, 8, 8];

describe('the wait told to somebody in a queue', () => {
  it('is their place times the service time, shared between the agents on duty', () => {
    expect(waitRange(3, 2, from4to8)).toEqual([6, 12]);
    expect(waitRange(3, 4, from4to8)).toEqual([3, 6]);
    expect(waitRange(6, 2, from4to8)).toEqual([12, 24]);
  });

  it('is not told without agents, from too few conversations, or when it would be hours', () => {
    expect(waitRange(1, 0, from4to8)).toBeUndefined();
    expect(waitRange(1, 1, from4to8.slice(0, ENOUGH - 1))).toBeUndefined();
    expect(waitRange(100, 1, from4to8)).toBeUndefined();
  });

  it('is a true range of at least a minute, shorter with more agents and longer farther back', () => {
    const minutes = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: ENOUGH, maxLength: 200 });
    fc.assert(
      fc.property(minutes, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (times, place, onDuty) => {
        const wait = waitRange(place, onDuty, times);
        if (wait === undefined) return;
        expect(wait[0]).toBeGreaterThanOrEqual(1);
        expect(wait[1]).toBeGreaterThan(wait[0]);
        const more = waitRange(place, onDuty + 1, times);
        if (more !== undefined) expect(more[1]).toBeLessThanOrEqual(wait[1]);
        const farther = waitRange(place + 1, onDuty, times);
        if (farther !== undefined) expect(farther[0]).toBeGreaterThanOrEqual(wait[0]);
      }),
    );
  });
});

describe('service times', () => {
  const line = (conversation: string, kind: string, minute: number) => ({
    conversation,
    kind,
    created_at: new Date(Date.UTC(2026, 10, 22, 9, minute)).toISOString(),
  });

  it('run from each claim to what ended it', () => {
    expect(
      serviceTimes([
        line('a', 'queued', 0),
        line('a', 'assigned', 2),
        line('b', 'assigned', 3),
        line('a', 'closed', 7),
        line('b', 'queued', 9),
        line('b', 'assigned', 20),
      ]),
    ).toEqual([5, 6]);
  });

  it('leave out what began before the log was cut', () => {
    expect(serviceTimes([line('a', 'closed', 7), line('b', 'released', 9)])).toEqual([]);
  });
});
