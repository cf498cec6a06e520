import { describe, expect, it } from 'vitest';
import { marked, slipOfMarks, slipOfParts, stateOf, wayOf } from './slip';

describe('a slip at the tablet', () => {
  it('bears one choice, several marks, or parts', () => {
    expect(wayOf({ atMost: 1, maySplit: true }, { votes: 1 })).toBe('one');
    expect(wayOf({ atMost: 1, maySplit: false }, { votes: 3 })).toBe('one');
    expect(wayOf({ atMost: 1, maySplit: true }, { votes: 3 })).toBe('split');
    expect(wayOf({ atMost: 2, maySplit: true }, { votes: 3 })).toBe('several');
  });
  it('bears no more marks than it may, and what is for none alone', () => {
    expect(marked(['1'], '2', 2)).toEqual(['1', '2']);
    expect(marked(['1', '2'], '3', 2)).toEqual(['1', '2']);
    expect(marked(['1', '2'], '1', 2)).toEqual(['2']);
    expect(marked(['1', '2'], 'abstain', 2)).toEqual(['abstain']);
    expect(marked(['against'], '1', 2)).toEqual(['1']);
  });
  it('is nothing until something is marked', () => {
    expect(slipOfMarks([], 1)).toBeUndefined();
    expect(slipOfMarks(['1'], 1)).toEqual({ option: '1' });
    expect(slipOfMarks(['1', '3'], 2)).toEqual({ option: '', shares: [{ options: ['1', '3'], votes: 2 }] });
  });
  it('is nothing until its parts add up', () => {
    expect(slipOfParts({ for: 2 }, 3)).toBeUndefined();
    expect(slipOfParts({ for: 2, against: 2 }, 3)).toBeUndefined();
    expect(slipOfParts({ for: 2, against: 1, abstain: 0 }, 3)).toEqual({ option: '', shares: [{ options: ['for'], votes: 2 }, { options: ['against'], votes: 1 }] });
    expect(slipOfParts({ for: 3, against: 0 }, 3)).toEqual({ option: 'for' });
  });
  it('never overrides what came in another way', () => {
    const cast = (provenance: 'phone' | 'tablet' | 'entered', counts = true) => ({ onPaper: false, cast: { option: 'for', at: '', provenance, counts } });
    expect(stateOf({ onPaper: false })).toBe('free');
    expect(stateOf({ onPaper: true })).toBe('paper');
    expect(stateOf(cast('tablet'))).toBe('here');
    expect(stateOf(cast('phone'))).toBe('phone');
    expect(stateOf(cast('entered'))).toBe('entered');
    expect(stateOf(cast('entered', false))).toBe('free');
  });
});
