import { describe, expect, it } from 'vitest';
import type { NextStep } from '../contract';
import { beside, stepName } from './steps';

const step = (kind: string, body: Record<string, unknown> = {}, more: Partial<NextStep> = {}): NextStep => ({ kind, body, args: {}, hold: false, ...more });
const grant = step('procedural.decide', { procedural: 'p', grant: 'granted' });
const deny = step('procedural.decide', { procedural: 'p', grant: 'denied' });

describe('the steps beside the next one', () => {
  it('keep the denial beside the grant', () => expect(beside(grant, [grant, deny], 0)).toEqual([deny]));
  it('come once each', () => expect(beside(undefined, [deny, { ...deny }], 0)).toEqual([deny]));
  it('wait for a countdown', () => {
    const later = step('motion.fail', {}, { notBefore: new Date(5000).toISOString() });
    expect(beside(undefined, [later], 4999)).toEqual([]);
    expect(beside(undefined, [later], 5000)).toEqual([later]);
  });
});

describe('a step’s label', () => {
  it('says whether the chair grants or denies', () => expect([grant, deny].map(stepName)).toEqual(['procedural.decide.granted', 'procedural.decide.denied']));
  it('says what the vote is on', () => {
    expect(stepName(step('ballot.open', { amendment: 'a' }))).toBe('ballot.open.amendment');
    expect(stepName(step('ballot.open', { procedural: 'p' }))).toBe('ballot.open.procedural');
    expect(stepName(step('ballot.open', { motion: 'm' }))).toBe('ballot.open');
  });
});
