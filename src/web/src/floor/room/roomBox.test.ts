import { describe, expect, it } from 'vitest';
import type { Keep } from '../../live/castOutbox';
import { gavels, RoomBox, type Known, type Told } from './roomBox';

function phone() {
  const entries = new Map<string, string>();
  const keep: Keep = { getItem: (key) => entries.get(key) ?? null, setItem: (key, value) => void entries.set(key, value), removeItem: (key) => void entries.delete(key) };
  const told: [string, object][] = [];
  const answers: Promise<Told>[] = [];
  const box = (): RoomBox => new RoomBox('room:a', keep, (method, body) => (told.push([method, body]), answers.shift() ?? Promise.resolve({})), async () => {});
  return { box, told, answers, entries };
}
const empty = { advice: {}, mandates: {} };
const known = (changes: Partial<Known> = {}): Known => ({
  mine: { participant: 'me' }, ballot: { current: { id: 'b', phase: 'open' } }, motion: { motions: { m: { phase: 'voting' } } },
  results: { ballots: { b: { motion: 'm', phase: 'open' } } }, room: empty, ...changes,
});
const advised = { ballot: 'b', advice: { me: { options: ['for'] } }, mandates: {} };
const noted = { advice: {}, mandates: { m: { option: 'for', by: 'me' } } };
const settle = () => new Promise((done) => setTimeout(done));

describe('what a phone told its delegation', () => {
  it('is said again where a server that was begun anew lacks it', async () => {
    const { box, told } = phone();
    const before = box();
    await before.advise(known(), 'b', ['for'], 'Paragraph 3');
    await before.note(known(), { motion: 'm' }, 'against', 'Board of May');
    before.look(known({ room: { ...advised, ...noted, advice: advised.advice } }));
    told.length = 0;
    before.lost();
    before.look(known());
    await settle();
    expect(told).toEqual([['Advise', { ballot: 'b', options: ['for'], note: 'Paragraph 3' }], ['Mandate', { motion: 'm', option: 'against', note: 'Board of May' }]]);
  });
  it('is said again after a reload, and once', async () => {
    const { box, told } = phone();
    await box().advise(known(), 'b', ['for']);
    const after = box();
    after.look(known());
    after.look(known());
    await settle();
    expect(told).toHaveLength(2);
  });
  it('gives way to newer words', async () => {
    const { box, told } = phone();
    await box().note(known(), { motion: 'm' }, 'for');
    await box().advise(known(), 'b', ['for']);
    told.length = 0;
    const after = box();
    after.look(known());
    await after.note(known(), { motion: 'm' }, 'against');
    await settle();
    expect(told).toEqual([['Advise', { ballot: 'b', options: ['for'] }], ['Mandate', { motion: 'm', option: 'against' }]]);
  });
  it('is kept where the server asks for patience', async () => {
    const { box, entries, answers } = phone();
    answers.push(Promise.resolve({ refusal: { code: 'command.too-many', text: 'Too many.' } }));
    await box().advise(known(), 'b', ['for']);
    expect(entries.size).toBe(1);
  });
  it('is not said again where the board has it', async () => {
    const { box, told } = phone();
    await box().advise(known(), 'b', ['for']);
    box().look(known({ room: advised }));
    await settle();
    expect(told).toHaveLength(1);
  });
  it('waits for a line that is lost', async () => {
    const { box, told, answers } = phone();
    const here = box();
    answers.push(Promise.reject(new Error('lost')));
    expect(await here.advise(known(), 'b', ['for'])).toBeUndefined();
    here.lost();
    here.look(known());
    await settle();
    expect(told).toHaveLength(2);
  });
  it('stays while it is on its way to the board', async () => {
    const { box, entries } = phone();
    const here = box();
    here.look(known());
    await here.advise(known(), 'b', ['for']);
    here.look(known());
    expect(entries.size).toBe(1);
  });
  it('is forgotten when it is taken back on another device', async () => {
    const { box, entries } = phone();
    const here = box();
    here.look(known());
    await here.advise(known(), 'b', ['for']);
    here.look(known({ room: advised }));
    here.look(known());
    expect(entries.size).toBe(0);
  });
  it('is forgotten when it is refused', async () => {
    const { box, entries, answers } = phone();
    answers.push(Promise.resolve({ refusal: { code: 'ballot.not-open', text: 'Closed.' } }));
    expect((await box().advise(known(), 'b', ['for']))?.refusal?.code).toBe('ballot.not-open');
    expect(entries.size).toBe(0);
  });
  it('is forgotten at the gavel, though the phone slept through it', async () => {
    for (const over of [
      known({ ballot: { current: { id: 'b', phase: 'declared' } }, motion: { motions: { m: { phase: 'carried' } } }, results: { ballots: { b: { motion: 'm', phase: 'declared' } } } }),
      known({ ballot: { current: { id: 'b', phase: 'void' } }, motion: { motions: { m: { phase: 'objected' } } }, results: { ballots: { b: { motion: 'm', phase: 'void' } } } }),
    ]) {
      const { box, told, entries } = phone();
      await box().advise(known(), 'b', ['for']);
      await box().note(known(), { motion: 'm' }, 'for');
      told.length = 0;
      box().look(over);
      await settle();
      expect(entries.size).toBe(0);
      expect(told).toEqual([]);
    }
  });
  it('keeps the mandate, and not the advice, while a void vote is taken again', async () => {
    const { box, told } = phone();
    await box().advise(known(), 'b', ['for']);
    await box().note(known(), { motion: 'm' }, 'for');
    told.length = 0;
    box().look(known({ ballot: { current: { id: 'c', phase: 'open' } }, results: { ballots: { b: { motion: 'm', phase: 'void' }, c: { motion: 'm', phase: 'open' } } } }));
    await settle();
    expect(told).toEqual([['Mandate', { motion: 'm', option: 'for' }]]);
  });
  it('is not another person’s on the same phone', async () => {
    const { box, told, entries } = phone();
    await box().advise(known(), 'b', ['for']);
    box().look(known({ mine: { participant: 'other' } }));
    await settle();
    expect([told.length, entries.size]).toEqual([1, 0]);
  });
  it('counts a void vote as over unless it is taken again', () => {
    expect(gavels({ ballots: { a: { motion: 'm', phase: 'void' } } }, 'm')).toBe(1);
    expect(gavels({ ballots: { a: { motion: 'm', phase: 'void' }, b: { motion: 'm', phase: 'closed' } } }, 'm')).toBe(0);
    expect(gavels({ ballots: { a: { motion: 'm', phase: 'void' }, b: { motion: 'm', phase: 'declared' }, c: { motion: 'n', phase: 'declared' } } }, 'm')).toBe(2);
  });
});
