import type { BallotMethod, Commands, Disclosure } from '../contract';

export type VoteAbout = 'pending' | 'motion' | 'election' | 'question';
/** An amendment or a procedural motion that the next step would put to the vote. */
export type Pending = { amendment: string } | { procedural: string };
export type VoteKind = 'question' | 'versus' | 'several';

/** What the chair has filled in for a new vote; what is left open is as the rulebook says. */
export interface VoteDraft {
  about: VoteAbout;
  pending?: Pending;
  motion: string;
  election: string;
  title: string;
  decision: string;
  kind: VoteKind;
  proposals: string;
  seats: number | null;
  marks: number | null;
  method: BallotMethod;
  disclosure: Disclosure;
  seconds: number | null;
}

const most = 30;

/** One proposal a line; empty lines are none. */
export const proposalsIn = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** The kind that is left where a way of voting shows one choice only. */
export const severalBy = (method: BallotMethod): boolean => method === 'phones';

export type VoteFault = 'incomplete' | 'proposals' | 'seats' | 'method';

/** Why this cannot be opened; undefined where it can. */
export function voteFault(draft: VoteDraft): VoteFault | undefined {
  if (draft.about === 'pending') return draft.pending ? undefined : 'incomplete';
  if (draft.about === 'motion') return draft.motion ? undefined : 'incomplete';
  if (draft.about === 'election') return draft.election ? undefined : 'incomplete';
  if (draft.title.trim() === '' || draft.decision === '') return 'incomplete';
  if (draft.kind === 'question') return undefined;
  const proposals = proposalsIn(draft.proposals);
  if (proposals.length < 2 || proposals.length > most || new Set(proposals).size < proposals.length) return 'proposals';
  if (draft.kind === 'versus') return undefined;
  if (!severalBy(draft.method)) return 'method';
  const seats = draft.seats;
  const marks = draft.marks ?? seats;
  if (!Number.isInteger(seats) || !Number.isInteger(marks)) return 'seats';
  // Fewer places than proposals; with marks of their own, approval, there may be as many.
  const mostSeats = draft.marks === null ? proposals.length - 1 : proposals.length;
  return seats! < 1 || seats! > mostSeats || marks! < 1 || marks! > proposals.length ? 'seats' : undefined;
}

/** What the next step would open a vote on, where that is no motion or election. */
export function pendingIn(body: Readonly<Record<string, unknown>> | undefined): Pending | undefined {
  if (typeof body?.['amendment'] === 'string') return { amendment: body['amendment'] };
  if (typeof body?.['procedural'] === 'string') return { procedural: body['procedural'] };
  return undefined;
}

/** The command that opens it. */
export function openingOf(draft: VoteDraft, ballot: string): Commands['ballot.open'] {
  const terms = {
    ballot,
    method: draft.method,
    ...(draft.disclosure === 'totals' && draft.method !== 'rollCall' ? { disclosure: draft.disclosure } : {}),
    // Only phones close by themselves.
    ...(draft.seconds !== null && draft.method === 'phones' ? { seconds: draft.seconds } : {}),
  };
  if (draft.about === 'pending') return { ...terms, ...draft.pending };
  if (draft.about === 'motion') return { ...terms, motion: draft.motion };
  if (draft.about === 'election') return { ...terms, election: draft.election };
  const question = { ...terms, title: draft.title.trim(), decision: draft.decision };
  if (draft.kind === 'question') return question;
  const proposals = proposalsIn(draft.proposals);
  return draft.kind === 'versus' ? { ...question, proposals } : { ...question, proposals, seats: draft.seats ?? 1, ...(draft.marks === null ? {} : { atMost: draft.marks }) };
}
