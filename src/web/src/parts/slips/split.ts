import type { Ballot } from '../../wire';
import type { MyVote, Share } from '../../contract';
import type { Slip } from '../../live/castOutbox';

/** Options that stand alone on a slip. */
export const alone = new Set(['against', 'abstain']);

/** Whether a vote is one tap: one choice, with all its votes, for one's own member. */
export function isPlain(ballot: Pick<Ballot, 'kind' | 'maySplit' | 'electorate'>, castable: readonly Pick<MyVote, 'held' | 'votes' | 'person'>[], member: string | undefined): boolean {
  if (ballot.kind === 'several' || castable.length > 1 || castable.some((vote) => vote.held)) return false;
  const votes = castable[0]?.votes ?? (member ? ballot.electorate[member] : 1) ?? 1;
  return !ballot.maySplit || votes === 1;
}

/** The parts of a split that have votes. */
export const sharesOf = (parts: Readonly<Record<string, number>>): Share[] =>
  Object.entries(parts).filter(([, votes]) => votes > 0).map(([option, votes]) => ({ options: [option], votes }));

export const given = (parts: Readonly<Record<string, number>>): number => Object.values(parts).reduce((sum, votes) => sum + votes, 0);

/** A slip of a split; null until its parts add up. One that gives all to one option is no split. */
export function splitSlip(parts: Readonly<Record<string, number>>, votes: number): Slip | null {
  if (given(parts) !== votes) return null;
  const shares = sharesOf(parts);
  return shares.length === 1 ? { option: shares[0]!.options[0]! } : { option: '', shares };
}

/** A mark more or less; what stands alone drives the others out. */
export function marked(marks: readonly string[], key: string, atMost: number): string[] {
  if (marks.includes(key)) return marks.filter((each) => each !== key);
  if (alone.has(key)) return [key];
  const kept = marks.filter((each) => !alone.has(each));
  return kept.length >= atMost ? kept : [...kept, key];
}

/** A slip of several marks; null while there is none. */
export const marksSlip = (marks: readonly string[], votes: number): Slip | null =>
  marks.length === 0 ? null : marks.length === 1 ? { option: marks[0]! } : { option: '', shares: [{ options: [...marks], votes }] };

/** Whether two slips say the same. */
export const same = (one: { option?: string; shares?: readonly Share[] } | undefined, other: { option?: string; shares?: readonly Share[] } | undefined): boolean =>
  (one?.option ?? '') === (other?.option ?? '') && JSON.stringify(one?.shares ?? []) === JSON.stringify(other?.shares ?? []);
