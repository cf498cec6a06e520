import { describe, expect, it } from 'vitest';
import { spokenFor, timeLeft } from './speaking';

const since = '2026-08-02T21:00:00Z';
const at = (seconds: number) => Date.parse(since) + seconds * 1000;

describe('the clock of a speech', () => {
  it('runs down to the end the server names, and below', () => {
    const speaking = { since, spoken: 0, paused: false, limit: 120, endsAt: '2026-08-02T21:02:00Z' };
    expect([0, 90, 130].map((seconds) => timeLeft(speaking, at(seconds)))).toEqual([120_000, 30_000, -10_000]);
  });

  it('stands still while it is paused', () => {
    const speaking = { since, spoken: 50, paused: true, limit: 120 };
    expect(timeLeft(speaking, at(500))).toBe(70_000);
    expect(spokenFor(speaking, at(500))).toBe(50_000);
  });

  it('only counts up where there is no limit', () => {
    const speaking = { since, spoken: 10, paused: false };
    expect(timeLeft(speaking, at(5))).toBeUndefined();
    expect(spokenFor(speaking, at(5))).toBe(15_000);
  });
});
