import { describe, expect, it } from 'vitest';
import type { Answer } from '../wire';
import { CastOutbox, type CastOutcome, type Keep, type PendingCast } from './castOutbox';

function kept(): Keep {
  const entries = new Map<string, string>();
  return {
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

function phone(keep: Keep) {
  const sent: { cast: PendingCast; wanted: () => boolean; answer: (answer: Answer) => Promise<void> }[] = [];
  const outcomes: CastOutcome[] = [];
  let ids = 0;
  const outbox = new CastOutbox(
    'a',
    keep,
    (cast, wanted) =>
      new Promise((done) => sent.push({ cast, wanted, answer: async (answer) => (done(answer), await Promise.resolve(), undefined) })),
    () => `id${++ids}`,
    (outcome) => outcomes.push(outcome),
  );
  return { outbox, sent, outcomes };
}
const receipt = { sequence: 9, head: 'beef' };

describe('a cast', () => {
  it('is sending, then counted', async () => {
    const { outbox, sent, outcomes } = phone(kept());
    outbox.cast('b', { option: 'for' }, 1200);
    await sent[0]!.answer(receipt);
    expect(outcomes.map((each) => each.state)).toEqual(['sending', 'counted']);
  });
  it('that is refused says why', async () => {
    const { outbox, sent, outcomes } = phone(kept());
    outbox.cast('b', { option: 'for' }, 1200);
    await sent[0]!.answer({ refusal: { code: 'ballot.not-open', text: 'The vote is closed.' } });
    expect(outcomes.at(-1)).toMatchObject({ state: 'refused', refusal: { text: 'The vote is closed.' } });
  });
  it('carries a rising number, also across a reload and a clock set back', () => {
    const keep = kept();
    const before = phone(keep);
    before.outbox.cast('b', { option: 'for' }, 5000);
    before.outbox.cast('b', { option: 'against' }, 5000);
    const after = phone(keep);
    after.outbox.cast('b', { option: 'abstain' }, 40);
    expect([...before.sent, ...after.sent].map((each) => each.cast.number)).toEqual([5000, 5001, 5002]);
  });
  it('that waits goes out again after a reload, under its own id and number', () => {
    const keep = kept();
    phone(keep).outbox.cast('b', { option: 'for' }, 1200);
    const reloaded = phone(keep);
    reloaded.outbox.resume();
    expect(reloaded.sent[0]!.cast).toEqual({ id: 'id1', ballot: 'b', option: 'for', number: 1200 });
  });
  it('that was answered does not go out again', async () => {
    const keep = kept();
    const before = phone(keep);
    before.outbox.cast('b', { option: 'for' }, 1200);
    await before.sent[0]!.answer(receipt);
    const reloaded = phone(keep);
    reloaded.outbox.resume();
    expect(reloaded.sent).toHaveLength(0);
  });
  it('gives way to a later choice, whose answer alone is shown', async () => {
    const { outbox, sent, outcomes } = phone(kept());
    outbox.cast('b', { option: 'for' }, 1200);
    outbox.cast('b', { option: 'against' }, 2400);
    expect(sent[0]!.wanted()).toBe(false);
    await sent[1]!.answer(receipt);
    await sent[0]!.answer({ refusal: { code: 'x', text: 'late' } });
    expect(outcomes.at(-1)).toMatchObject({ option: 'against', state: 'counted' });
    expect(outcomes).toHaveLength(3);
  });
  it('goes out even where nothing can be kept', () => {
    const full: Keep = { getItem: () => null, setItem: () => { throw new Error('full'); }, removeItem: () => {} };
    const { outbox, sent } = phone(full);
    outbox.cast('b', { option: 'for' }, 1200);
    outbox.cast('b', { option: 'against' }, 1900);
    expect(sent.map((each) => each.cast.number)).toEqual([1200, 1900]);
  });
  it('for one member leaves what waits for another', async () => {
    const { outbox, sent, outcomes } = phone(kept());
    outbox.cast('b', { option: 'for', members: ['austria'] }, 1200);
    outbox.cast('b', { option: 'against', members: ['ghana'] }, 1300);
    expect(sent.map((each) => each.wanted())).toEqual([true, true]);
    await sent[0]!.answer(receipt);
    await sent[1]!.answer(receipt);
    expect(outcomes.filter((each) => each.state === 'counted').map((each) => each.members)).toEqual([['austria'], ['ghana']]);
  });
  it('for several together takes the place of those for each, and not the other way round', () => {
    const { outbox, sent } = phone(kept());
    outbox.cast('b', { option: 'for', members: ['austria'] }, 1200);
    outbox.cast('b', { option: 'against', members: ['ghana', 'austria'] }, 1300);
    outbox.cast('b', { option: 'abstain', members: ['ghana'] }, 1400);
    expect(sent.map((each) => each.wanted())).toEqual([false, true, true]);
  });
  it('in a new ballot lets go of what waits for an older one', () => {
    const { outbox, sent } = phone(kept());
    outbox.cast('b', { option: 'for' }, 1200);
    outbox.cast('c', { option: 'for', members: ['ghana'] }, 100);
    expect(sent[0]!.wanted()).toBe(false);
  });
  it('keeps its shares over a reload', () => {
    const keep = kept();
    phone(keep).outbox.cast('b', { option: '', shares: [{ options: ['for'], votes: 2 }, { options: ['against'], votes: 1 }] }, 1200);
    const reloaded = phone(keep);
    reloaded.outbox.resume();
    expect(reloaded.sent[0]!.cast.shares).toEqual([{ options: ['for'], votes: 2 }, { options: ['against'], votes: 1 }]);
  });
});
