import { describe, expect, it } from 'vitest';
import { stateOf } from './state';

describe('a vote at the tablet', () => {
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
