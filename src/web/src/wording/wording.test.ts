import { describe, expect, it } from 'vitest';
import wording from '../../../../templates/wording/pages.en.json';
import { phrase } from './phrase';
import { clockTime, clockTimeFrom, instantIn, localIn, minutesSeconds } from './time';

const plain = (value: unknown) => String(value);
const fill = (text: string, given: Record<string, unknown>) => phrase(text, given, 'en', plain);

describe('a text', () => {
  it('takes its values', () => expect(fill('Motion {number}: {title}', { number: 14, title: '{number}' })).toBe('Motion 14: {number}'));
  it('isolates a name of another direction from the figures beside it', () =>
    expect(fill('{count} {name}', { count: 47, name: 'ليلى' })).toBe('47 \u2068ليلى\u2069'));
  it('shows nothing for a value that is absent', () => expect(fill('by {name}', {})).toBe('by '));
  it('chooses the plural', () => {
    const text = '{n|one:# is missing|other:# are missing}';
    expect([1, 0, 1200].map((n) => fill(text, { n }))).toEqual(['1 is missing', '0 are missing', '1,200 are missing']);
  });
  it('asks for formats by name', () => expect(phrase('{until:time}', { until: 'x' }, 'en', (value, name) => `${name}(${value})`)).toBe('time(x)'));
  it('has braces that match, in every message', () => {
    for (const text of Object.values(wording)) expect(text.replace(/\{(\w+)(?:([:|])([^{}]*))?\}/g, '')).not.toMatch(/[{}]/);
  });
});

describe('time', () => {
  it('is told in the assembly’s zone', () => expect(clockTime('2026-08-02T21:41:07Z', 'en', 'Europe/Copenhagen')).toBe('23:41'));
  it('past midnight carries its date', () => {
    const [from, past] = ['2026-08-02T21:00:00Z', '2026-08-02T23:30:00Z'];
    expect(clockTimeFrom(past, from, 'en', 'Europe/Copenhagen')).toBe('01:30 (Aug 3)');
    expect(clockTimeFrom(from, from, 'en', 'Europe/Copenhagen')).toBe('23:00');
  });
  it('counts minutes and seconds, never below nought', () =>
    expect([72_000, 999, 0, -5, 3_729_000].map(minutesSeconds)).toEqual(['1:12', '0:01', '0:00', '0:00', '1:02:09']));
  it('of a form is an instant in the zone, and back, across a change of clocks', () => {
    for (const [local, instant] of [
      ['2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
      ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
      ['2026-07-01T09:00', '2026-07-01T07:00:00.000Z'],
    ] as const) {
      expect(instantIn('Europe/Copenhagen', local)).toBe(instant);
      expect(localIn('Europe/Copenhagen', instant)).toBe(local);
    }
  });
});
