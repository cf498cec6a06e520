import { describe, expect, it } from 'vitest';
import type { MotionView } from '../contract';
import { blocsOf, handedIn } from './blocs';

const motion = (decision: string, more: Partial<MotionView> = {}): MotionView => ({
  number: 1, title: '', text: '', decision, rule: { decision, majority: '', article: '' }, phase: 'submitted', nemoContra: true, objections: [],
  amendable: false, paragraphs: [0], coSubmitters: [], bloc: {}, pulled: false, voteOrdered: false, translations: {}, ...more,
});
const board = {
  motions: { a: motion('report'), b: motion('policy'), c: motion('report', { item: 'i2' }), d: motion('report', { pulled: true }), e: motion('policy', { phase: 'carried' }) },
  order: ['a', 'b', 'c', 'd', 'e'],
};

describe('motions handed in', () => {
  it('can be put together with others of their kind, unless pulled out or settled', () => expect([...blocsOf(board)]).toEqual([['report', ['a', 'c']]]));
  it('stand in order, those of the open item first', () => expect(handedIn(board, 'i2')).toEqual(['c', 'a', 'b', 'd']));
});
