import type { Boards, MineBoard, MyVote } from '../src/contract.ts';
import type { Ballot } from '../src/wire.ts';

type Ballots = (phase: Ballot['phase'], more?: Partial<Ballot>) => Ballot;

const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const spain = (more: Partial<MyVote> = {}): MyVote => ({ ballot: 'b7', member: 'm11', name: 'IFMSA-Spain', votes: 1, castable: true, held: false, onPaper: false, ...more });
const cities = ['Aarhus, Denmark', 'Lagos, Nigeria', 'Quito, Ecuador', 'بيروت، لبنان'].map((label, index) => ({ key: String(index + 1), label }));

/** The shared tablet: what runs, and the votes of whoever has unlocked it. */
const scenes: Record<string, { ballot?: Partial<Ballot>; votes?: MyVote[] }> = {
  'tablet-locked': {},
  'tablet-open': { votes: [spain()] },
  'tablet-counted': { votes: [spain({ cast: { option: 'against', at: at(-4), provenance: 'tablet', counts: true } })] },
  'tablet-phone': { votes: [spain({ cast: { option: 'for', at: at(-60), provenance: 'phone', counts: true } })] },
  'tablet-two': { votes: [spain({ cast: { option: 'for', at: at(-60), provenance: 'phone', counts: true } }), spain({ member: 'm12', name: 'AzerMDS', held: true })] },
  'tablet-several': { ballot: { kind: 'several', title: 'Which two cities?', motion: undefined, motionNumber: undefined, atMost: 2, seats: 2, options: [...cities, { key: 'against' }, { key: 'abstain' }] }, votes: [spain()] },
  'tablet-split': { ballot: { maySplit: true }, votes: [spain({ votes: 3 })] },
};

export function tabletBoards(of: Partial<Boards>, scene: string, ballot: Ballots, mine: (more: Partial<MineBoard>) => MineBoard): Partial<Boards> {
  const found = scenes[scene];
  const desk = mine({ participant: 'c2', name: 'Ivo', member: undefined, card: undefined, duties: ['desk'], roles: ['desk'], ...(found?.votes ? { tablet: { until: at(47), label: 'Ana María Fernández', votes: found.votes } } : {}) });
  return { ...of, ...(found ? { ballot: { current: ballot('open', found.ballot) } } : {}), mine: desk };
}
