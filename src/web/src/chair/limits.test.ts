import { describe, expect, it } from 'vitest';
import { minutes, seconds } from './limits';

describe('a limit', () => {
  it('is typed in minutes, or in minutes and seconds', () => expect(['2', '1.5', '1,5', '1:30', ' 0:45 '].map(seconds)).toEqual([120, 90, 90, 90, 45]));
  it('is none where nothing or no number is typed', () => expect(['', 'x', '-3'].map(seconds)).toEqual([0, 0, 0]));
  it('is shown as it is typed', () => {
    expect([120, 95, 0].map(minutes)).toEqual(['2:00', '1:35', '']);
    expect(seconds(minutes(95))).toBe(95);
  });
});
