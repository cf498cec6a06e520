import type { MyVote } from '../contract';

export type TabletVote = 'free' | 'here' | 'phone' | 'entered' | 'paper';

/** What the tablet can still do for a vote: what came in another way stays as it is. */
export function stateOf(vote: Pick<MyVote, 'onPaper' | 'cast'>): TabletVote {
  if (vote.onPaper) return 'paper';
  if (!vote.cast?.counts) return 'free';
  return vote.cast.provenance === 'tablet' ? 'here' : vote.cast.provenance === 'phone' ? 'phone' : 'entered';
}
