import { describe, expect, it } from 'vitest';
import { mayCast } from './mayCast';

const card = { holder: 'anna', holderName: 'Anna', mine: true, offeredToMe: false, forfeited: false };

describe('a vote that opens', () => {
  const ballot = { electorate: { austria: 1 } };

  it('can be cast at once by whoever holds the card of a member entitled in it', () => {
    expect(mayCast(ballot, { member: 'austria', card })).toBe(true);
  });

  it('is not for a colleague, a member that came later, a forfeited card, or a guest', () => {
    expect(mayCast(ballot, { member: 'austria', card: { ...card, mine: false } })).toBe(false);
    expect(mayCast(ballot, { member: 'spain', card })).toBe(false);
    expect(mayCast(ballot, { member: 'austria', card: { ...card, forfeited: true } })).toBe(false);
    expect(mayCast(ballot, {})).toBe(false);
  });
});
