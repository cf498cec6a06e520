import type { Ballot, MineBoard } from '../wire';

/**
 * Whether this phone casts in the open ballot. The ballot itself tells: it is on every phone first, and the board of what is in
 * order, which comes after it, still says until then that no vote is open.
 */
export const mayCast = (ballot: Pick<Ballot, 'electorate'>, mine: Pick<MineBoard, 'member' | 'card'>): boolean =>
  mine.card?.mine === true && !mine.card.forfeited && mine.member !== undefined && Object.hasOwn(ballot.electorate, mine.member);
