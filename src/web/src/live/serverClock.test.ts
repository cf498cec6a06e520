import { expect, it } from 'vitest';
import { retryAfter } from './connection';
import { newId } from './newId';
import { ServerClock } from './serverClock';

it('the clock believes the quickest pulse', () => {
  const clock = new ServerClock();
  clock.learn(new Date(10_000).toISOString(), 0, 3000);
  clock.learn(new Date(11_000).toISOString(), 5000, 5020);
  expect(clock.now(6000)).toBe(6000 + 11_000 - 5010);
});
it('the first new try comes within a second, later ones never later than three', () => {
  for (const random of [0, 0.5, 0.999]) {
    expect(retryAfter(0, () => random)).toBeLessThanOrEqual(1000);
    for (const failures of [1, 2, 100]) expect(retryAfter(failures, () => random)).toBeLessThanOrEqual(3000);
  }
});
it('a new id is a random UUID', () => expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
