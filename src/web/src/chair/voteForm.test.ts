import { describe, expect, it } from 'vitest';
import { openingOf, pendingIn, proposalsIn, voteFault, type VoteDraft } from './voteForm';

const draft = (more: Partial<VoteDraft> = {}): VoteDraft => ({
  about: 'question', motion: '', election: '', title: 'Where do we meet?', decision: 'motion', kind: 'question', proposals: '', seats: null, marks: null,
  method: 'phones', disclosure: 'named', seconds: null, ...more,
});
const cities = 'Aarhus\n\n Lagos \nQuito';

describe('a new vote', () => {
  it('on a question names its decision and no majority', () => expect(openingOf(draft(), 'b')).toEqual({ ballot: 'b', method: 'phones', title: 'Where do we meet?', decision: 'motion' }));
  it('on a motion carries nothing of a question', () => expect(openingOf(draft({ about: 'motion', motion: 'm', proposals: cities }), 'b')).toEqual({ ballot: 'b', method: 'phones', motion: 'm' }));
  it('on what is pending can be taken otherwise than the next step would', () => {
    expect(openingOf(draft({ about: 'pending', pending: pendingIn({ method: 'phones', amendment: 'a' }), method: 'rollCall' }), 'b')).toEqual({ ballot: 'b', method: 'rollCall', amendment: 'a' });
    expect(pendingIn({ method: 'phones', motion: 'm' })).toBeUndefined();
  });
  it('takes one proposal a line', () => expect(proposalsIn(cities)).toEqual(['Aarhus', 'Lagos', 'Quito']));
  it('between proposals has neither places nor marks', () =>
    expect(openingOf(draft({ kind: 'versus', proposals: cities, seats: 2 }), 'b')).toEqual({ ballot: 'b', method: 'phones', title: 'Where do we meet?', decision: 'motion', proposals: ['Aarhus', 'Lagos', 'Quito'] }));
  it('of several has places, and marks where they differ', () => {
    expect(openingOf(draft({ kind: 'several', proposals: cities, seats: 2 }), 'b')).toMatchObject({ seats: 2 });
    expect(openingOf(draft({ kind: 'several', proposals: cities, seats: 1, marks: 3 }), 'b')).toMatchObject({ seats: 1, atMost: 3 });
  });
  it('closes by itself from phones alone', () => {
    expect(openingOf(draft({ seconds: 60 }), 'b')).toMatchObject({ seconds: 60 });
    expect(openingOf(draft({ seconds: 0 }), 'b')).toMatchObject({ seconds: 0 });
    expect(openingOf(draft({ seconds: 60, method: 'placards' }), 'b')).not.toHaveProperty('seconds');
  });
  it('by roll call is never totals only', () => expect(openingOf(draft({ disclosure: 'totals', method: 'rollCall' }), 'b')).not.toHaveProperty('disclosure'));
});

describe('a vote that cannot be opened', () => {
  it.each<[string, Partial<VoteDraft>]>([
    ['incomplete', { title: ' ' }], ['incomplete', { about: 'motion' }],
    ['proposals', { kind: 'versus', proposals: 'Aarhus' }], ['proposals', { kind: 'versus', proposals: 'Aarhus\nAarhus' }],
    ['proposals', { kind: 'versus', proposals: Array.from({ length: 31 }, (_, at) => `${at}`).join('\n') }],
    ['seats', { kind: 'several', proposals: cities }], ['seats', { kind: 'several', proposals: cities, seats: 3 }], ['seats', { kind: 'several', proposals: cities, seats: 1, marks: 4 }],
    ['method', { kind: 'several', proposals: cities, seats: 2, method: 'rollCall' }],
  ])('%s', (fault, more) => expect(voteFault(draft(more))).toBe(fault));
  it('is none of these', () => {
    for (const more of [{}, { kind: 'versus', proposals: cities }, { kind: 'several', proposals: cities, seats: 2 }, { kind: 'several', proposals: cities, seats: 3, marks: 3 }] as Partial<VoteDraft>[])
      expect(voteFault(draft(more))).toBeUndefined();
  });
});
