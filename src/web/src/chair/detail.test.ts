import { describe, expect, it } from 'vitest';
import { complete } from './detail';

describe('a procedural motion', () => {
  it('that only has its name is complete', () => expect(complete('voteAtOnce', {})).toBe(true));
  it('that overrules the chair names the ruling', () => {
    expect(complete('overruleChair', {})).toBe(false);
    expect(complete('overruleChair', { ruling: 'r1' })).toBe(true);
  });
  it('that changes the agenda may move an item to the end', () => expect(complete('changeAgenda', { item: 'i3' })).toBe(true));
  it('that refers a motion says to whom', () => expect([complete('refer', { words: '' }), complete('refer', { words: 'the committee' })]).toEqual([false, true]));
});
