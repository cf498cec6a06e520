import { describe, expect, it } from 'vitest';
import { between, inContext, segmentsOf } from './difference';

const spoken = (segments: { kind: string; text: string }[]) => segments.map(({ kind, text }) => ({ same: text, gone: `[-${text}-]`, new: `{+${text}+}` })[kind]).join('');

describe('a difference', () => {
  it('shows within an edit only the words that change', () =>
    expect(spoken(segmentsOf('The board names five people.', [{ start: 0, length: 28, text: 'The board names six people.' }]))).toBe('The board names [-five-]{+six+} people.'));

  it('of two texts keeps both whole', () => {
    const segments = between('a b c', 'a x c d');
    expect(segments.filter(({ kind }) => kind !== 'new').map(({ text }) => text).join('')).toBe('a b c');
    expect(segments.filter(({ kind }) => kind !== 'gone').map(({ text }) => text).join('')).toBe('a x c d');
  });

  it('takes a word or two that stay among others that go together with them', () =>
    expect(spoken(between('a group of not more than five people, one each', 'a group of seven, no more than two of them, one each'))).toBe('a group of [-not more than five people-]{+seven, no more than two of them+}, one each'));

  it('deletes and inserts whole where one side is empty', () => {
    expect(between('', 'new')).toEqual([{ kind: 'new', text: 'new' }]);
    expect(between('old', '')).toEqual([{ kind: 'gone', text: 'old' }]);
  });

  it('in context leaves out what is far from any change, at a word', () => {
    const far = 'word '.repeat(100);
    const shown = inContext(segmentsOf(`${far}old ${far}`, [{ start: far.length, length: 3, text: 'new' }]), 12);
    expect(shown[0]).toEqual({ kind: 'same', text: '', tail: 'word word ', cut: 'start' });
    expect(shown.at(-1)).toEqual({ kind: 'same', text: ' word word', tail: '', cut: 'end' });
  });

  it('in context shows a short text whole', () => expect(inContext([{ kind: 'same', text: 'short' }])).toEqual([{ kind: 'same', text: 'short' }]));
});
