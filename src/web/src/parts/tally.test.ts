import { describe, expect, it } from 'vitest';
import { barsOf, byChoice, byPlurality, byRegion, choicesIn, chosenKeys, marginKey, paperFault, scaleOf, tileState, verdictKey } from './tally';

const question = [{ key: 'for' }, { key: 'against' }, { key: 'abstain' }];
const proposals = [{ key: '1', label: 'Aarhus' }, { key: '2', label: 'Lagos' }, { key: '3', label: 'Quito' }, { key: 'against' }, { key: 'abstain' }];

describe('the bars of a result', () => {
  it('keep the ballot’s order on a question, and the line is for what is for', () =>
    expect(barsOf({ abstain: 3, against: 2, for: 5 }, question, [], false).map(({ key, lined }) => [key, lined])).toEqual([['for', true], ['against', false], ['abstain', false]]));
  it('of proposals bring the chosen first, then the most votes; what is for none comes last', () =>
    expect(barsOf({ 1: 3, 2: 9, 3: 5, against: 99, abstain: 1 }, proposals, ['3'], true).map((bar) => bar.key)).toEqual(['3', '2', '1', 'against', 'abstain']));
  it('are as long as the base, so that the line stands at its share', () => {
    expect(scaleOf({ for: 41, against: 20, abstain: 13 }, 61, 41, false)).toBe(61);
    expect(scaleOf({ for: 4, against: 2, abstain: 80 }, 6, 4, false)).toBe(80);
    expect(scaleOf({ for: 0, against: 0, abstain: 0 }, 0, 0, false)).toBe(1);
  });
  it('never draw the line past the end', () => expect(scaleOf({ for: 3 }, 3, 4, false)).toBeGreaterThan(4));
});

describe('a result in words', () => {
  it('says by how much', () => expect([3, 0, -2].map(marginKey)).toEqual([{ key: 'common.moreThanNeeded', count: 3 }, { key: 'common.exactlyNeeded', count: 0 }, { key: 'common.short', count: 2 }]));
  it('never calls proposals defeated', () => {
    expect(verdictKey({ verdict: 'defeated' }, proposals)).toBe('noneChosen');
    expect(verdictKey({ verdict: 'defeated' }, question)).toBe('defeated');
    expect(verdictKey({ verdict: 'defeated' }, [{ key: 'amendment' }, { key: 'original' }, { key: 'abstain' }])).toBe('defeated');
  });
  it('names several, one or none', () => expect([{ winners: ['1', '2'] }, { chosen: '1' }, {}, { winner: 'Lagos' }].map((result) => chosenKeys(result, proposals))).toEqual([['1', '2'], ['1'], [], ['2']]));
  it('asks the rule whether the most votes win; without it, the options', () => {
    expect(byPlurality(proposals, { numerator: 1 })).toBe(false);
    expect(byPlurality(question, { numerator: 0 })).toBe(true);
    expect(byPlurality([{ key: 'm', motion: 14 }])).toBe(true);
    expect(byPlurality(question)).toBe(false);
  });
});

describe('a named vote', () => {
  it('tells a split from several marks', () => expect([choicesIn('for,abstain'), choicesIn('1+3')]).toEqual([{ keys: ['for', 'abstain'], split: true }, { keys: ['1', '3'], split: false }]));
  it('lists members under each choice in their order', () =>
    expect(byChoice({ a: 'for', b: 'for,against', c: 'against' }, question, ['c', 'b', 'a', 'd'])).toEqual([{ key: 'for', members: ['b', 'a'] }, { key: 'against', members: ['c', 'b'] }]));
});

describe('a delegation’s tile', () => {
  const ballot = { electorate: { a: 1, b: 1, c: 1, d: 1 }, concerned: 'x', held: { b: 'a' } };
  it('says whether it has voted, and in which way, never how', () =>
    expect(['a', 'b', 'c', 'd', 'x', 'y'].map((id) => tileState(id, ballot, { a: true, b: true, c: true }, ['c']))).toEqual(['voted', 'proxy', 'paper', 'waiting', 'concerned', undefined]));
  it('stands in its region, and in none it is still there', () =>
    expect(byRegion({ a: { region: 'Europe' }, b: { region: 'Africa' }, c: { region: 'Elsewhere' } }, ['a', 'b', 'c', 'gone'], ['Africa', 'Americas', 'Europe'])).toEqual([
      { region: 'Africa', ids: ['b'] }, { region: 'Europe', ids: ['a'] }, { region: 'Elsewhere', ids: ['c'] },
    ]));
});

describe('a count of papers', () => {
  it('is no more than the members it is of', () => expect([paperFault(3, 4, [4, 0], 1), paperFault(3, 3, [4, 0], 3)]).toEqual(['tooMany', 'tooMany']));
  it('adds up where a paper bears one mark', () => expect([paperFault(3, 3, [2, 1], 1), paperFault(3, 3, [2, 0], 1)]).toEqual([undefined, 'sum']));
  it('lies between papers and marks where one bears several', () => expect([paperFault(3, 3, [3, 3], 2), paperFault(3, 3, [3, 3, 1], 2), paperFault(3, 3, [2, 0], 2)]).toEqual([undefined, 'sum', 'sum']));
});
