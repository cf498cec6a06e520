import { describe, expect, it } from 'vitest';
import { isPlain, marked, marksSlip, splitSlip } from './split';

describe('a split vote', () => {
  it('is no slip until its parts add up', () => {
    expect(splitSlip({ for: 2, against: 0 }, 3)).toBeNull();
    expect(splitSlip({ for: 2, against: 2 }, 3)).toBeNull();
    expect(splitSlip({ for: 2, against: 1 }, 3)).toEqual({ option: '', shares: [{ options: ['for'], votes: 2 }, { options: ['against'], votes: 1 }] });
  });
  it('that gives all to one option is a plain one', () => {
    expect(splitSlip({ for: 3, against: 0 }, 3)).toEqual({ option: 'for' });
  });
});

describe('several marks', () => {
  it('are no more than the slip bears', () => {
    expect(marked(['1', '2'], '3', 2)).toEqual(['1', '2']);
    expect(marked(['1', '2'], '1', 2)).toEqual(['2']);
  });
  it('leave a vote against all, or an abstention, alone', () => {
    expect(marked(['1', '2'], 'against', 2)).toEqual(['against']);
    expect(marked(['abstain'], '1', 2)).toEqual(['1']);
  });
  it('make a slip from the first on', () => {
    expect(marksSlip([], 1)).toBeNull();
    expect(marksSlip(['1'], 1)).toEqual({ option: '1' });
    expect(marksSlip(['1', '3'], 1)).toEqual({ option: '', shares: [{ options: ['1', '3'], votes: 1 }] });
  });
});

describe('one tap', () => {
  const ballot = { kind: 'question' as const, maySplit: true, electorate: { austria: 3 } };
  it('is enough for one vote of one’s own', () => {
    expect(isPlain(ballot, [{ held: false, votes: 1 }], 'austria')).toBe(true);
    expect(isPlain({ ...ballot, maySplit: false }, [{ held: false, votes: 3 }], 'austria')).toBe(true);
  });
  it('is not where votes can be split, are held for another, or bear several marks', () => {
    expect(isPlain(ballot, [], 'austria')).toBe(false);
    expect(isPlain(ballot, [{ held: false, votes: 1 }, { held: true, votes: 1 }], 'austria')).toBe(false);
    expect(isPlain({ ...ballot, kind: 'several' }, [{ held: false, votes: 1 }], 'austria')).toBe(false);
  });
});
