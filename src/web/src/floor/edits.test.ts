import { describe, expect, it } from 'vitest';
import { apply, carried, editsOf, paragraphsOf, type Change } from './edits';

const text = 'One.\n\nTwo is here.\n\n\nThree 🏥.\n';
const starts = [0, 6, 21];
const becomes = (changes: Record<number, Change>) => apply(text, editsOf(text, starts, changes));

describe('an amendment of paragraphs', () => {
  it('takes the paragraphs as they stand', () => expect(paragraphsOf(text, starts).map((each) => each.text)).toEqual(['One.', 'Two is here.', 'Three 🏥.']));

  it('changes nothing when nothing is said', () => {
    expect(editsOf(text, starts, {})).toEqual([]);
    expect(editsOf(text, starts, { 1: { text: 'Two is here.' }, 0: { after: ' ' } })).toEqual([]);
  });

  it('rewrites a paragraph by one edit, and leaves the others alone', () =>
    expect(editsOf(text, starts, { 0: { text: 'First.' }, 2: { text: 'Third.' } })).toEqual([
      { start: 0, length: 4, text: 'First.' },
      { start: 21, length: 9, text: 'Third.' },
    ]));

  it('inserts behind a paragraph, rewritten or not', () => {
    expect(becomes({ 0: { after: 'New.' } })).toBe('One.\n\nNew.\n\nTwo is here.\n\n\nThree 🏥.\n');
    expect(becomes({ 2: { text: 'Third.', after: 'Last.' } })).toBe('One.\n\nTwo is here.\n\n\nThird.\n\nLast.\n');
  });

  it('deletes with one empty line, wherever it stands', () => {
    expect(becomes({ 0: { gone: true } })).toBe('Two is here.\n\n\nThree 🏥.\n');
    expect(becomes({ 1: { gone: true } })).toBe('One.\n\n\nThree 🏥.\n');
    expect(becomes({ 2: { gone: true } })).toBe('One.\n\nTwo is here.\n');
    expect(becomes({ 1: { text: '  ' } })).toBe('One.\n\n\nThree 🏥.\n');
    expect(becomes({ 0: { gone: true }, 1: { gone: true } })).toBe('Three 🏥.\n');
    expect(becomes({ 0: { gone: true, after: 'New.' }, 1: { text: 'Two.' } })).toBe('New.\n\nTwo.\n\n\nThree 🏥.\n');
    expect(becomes({ 0: { gone: true, after: 'All new.' }, 1: { gone: true }, 2: { gone: true } })).toBe('All new.\n');
  });

  it('never has edits that touch: the server would refuse them', () => {
    const each: Change[] = [{}, { text: 'X.' }, { gone: true }, { after: 'Y.' }, { gone: true, after: 'Z.' }];
    for (const a of each) for (const b of each) for (const c of each) {
      const edits = editsOf(text, starts, { 0: a, 1: b, 2: c });
      edits.slice(1).forEach((edit, place) => expect(edit.start).toBeGreaterThan(edits[place]!.start + edits[place]!.length));
      const paragraphs = [a, b, c].flatMap((change, place) => [change.gone ? '' : (change.text ?? ['One.', 'Two is here.', 'Three 🏥.'][place]!), change.after ?? '']).filter(Boolean);
      expect(apply(text, edits).trim().split(/\n\n+/).filter(Boolean)).toEqual(paragraphs);
    }
  });
});

describe('changes of a text that has changed meanwhile', () => {
  const were = ['One.', 'Two.', 'Three.'];

  it('go with their paragraphs', () =>
    expect(carried({ 0: { gone: true }, 2: { after: 'Four.' }, 1: {} }, were, ['Nought.', 'One.', 'Three.'])).toEqual({ changes: { 1: { gone: true }, 2: { after: 'Four.' } }, lost: 0 }));

  it('are lost where their paragraph is gone or says something else, and counted', () =>
    expect(carried({ 0: { text: 'X.' }, 1: { text: 'Y.' } }, were, ['One, amended.', 'Two.'])).toEqual({ changes: { 1: { text: 'Y.' } }, lost: 1 }));
});
