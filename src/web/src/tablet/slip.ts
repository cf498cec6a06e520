import type { MyVote, Share } from '../contract';
import type { Ballot } from '../wire';
import { isProposal } from '../parts/tally';

/** What a slip says: one option with all votes, or its parts. */
export interface Slip { option: string; shares?: Share[] }

export type SlipWay = 'one' | 'several' | 'split';

export const wayOf = (ballot: Pick<Ballot, 'atMost' | 'maySplit'>, vote: Pick<MyVote, 'votes'>): SlipWay =>
  ballot.atMost > 1 ? 'several' : ballot.maySplit && vote.votes > 1 ? 'split' : 'one';

/** The marks after one more is tapped: against all and abstention stand alone, and no more than the slip may bear. */
export function marked(marks: readonly string[], key: string, atMost: number): string[] {
  if (marks.includes(key)) return marks.filter((each) => each !== key);
  if (!isProposal(key)) return [key];
  const proposals = marks.filter(isProposal);
  return proposals.length < atMost ? [...proposals, key] : proposals;
}

export const slipOfMarks = (marks: readonly string[], votes: number): Slip | undefined =>
  marks.length === 0 ? undefined : marks.length === 1 ? { option: marks[0]! } : { option: '', shares: [{ options: [...marks], votes }] };

/** Votes shared out over the options; nothing while they do not add up. */
export function slipOfParts(parts: Readonly<Record<string, number>>, votes: number): Slip | undefined {
  const given = Object.entries(parts).filter(([, count]) => count > 0);
  if (given.reduce((sum, [, count]) => sum + count, 0) !== votes) return undefined;
  return given.length === 1 ? { option: given[0]![0] } : { option: '', shares: given.map(([option, count]) => ({ options: [option], votes: count })) };
}

export type TabletVote = 'free' | 'here' | 'phone' | 'entered' | 'paper';

/** What the tablet can still do for a vote: what came in another way stays as it is. */
export function stateOf(vote: Pick<MyVote, 'onPaper' | 'cast'>): TabletVote {
  if (vote.onPaper) return 'paper';
  if (!vote.cast?.counts) return 'free';
  return vote.cast.provenance === 'tablet' ? 'here' : vote.cast.provenance === 'phone' ? 'phone' : 'entered';
}
