// The generated contract under the names that pages use, and what travels beside commands and boards.
import type {
  ActView, BallotMethod, BallotView, Boards, BoardName, Duty, ElectionView, MemberView, MinutesRow, MotionView, OptionView, PersonRow, ReachState, RefusalText, ResultView,
} from './contract';

export type { BallotPhase, BoardName, Boards, CommandKind, Commands, MineBoard, MotionPhase, NextStep, PlenaryBoard, PlenaryPhase, Presence } from './contract';

export type Ballot = BallotView;
export type BallotOption = OptionView;
export type DeskParticipant = PersonRow;
export type Election = ElectionView;
export type InOrder = ActView;
export type Member = MemberView;
export type Method = BallotMethod;
export type MinutesEntry = MinutesRow;
export type Motion = MotionView;
export type Reach = ReachState;
export type Refusal = RefusalText;
export type Result = ResultView;

const every: Record<BoardName, true> = {
  plenary: true, agenda: true, members: true, presence: true, motion: true, ballot: true, results: true, elections: true, speakers: true, head: true,
  debate: true, amendments: true, drafts: true, mine: true, order: true, chair: true, progress: true, room: true, reach: true, desk: true, minutes: true, minuting: true,
} satisfies Record<keyof Boards, true>;
export const boardNames = Object.keys(every) as BoardName[];

export type BoardMessage =
  | { name: string; version: number; whole: unknown }
  | { name: string; version: number; from?: number; patch: unknown };

/** What a command is answered: a receipt, or a refusal; never both. */
export interface Receipt { sequence: number; head: string }
export type Answer = Receipt | { refusal: Refusal };
export const refused = (answer: Answer): answer is { refusal: Refusal } => 'refusal' in answer;

/** `boards`: those this person gets; others are dropped. */
export interface FollowAnswer { refusal?: Refusal; now?: string; boards?: string[] }
export type { Beat as PulseAnswer } from './contract';

export interface Me { signedIn: boolean; name?: string; secretariat: boolean; participant?: string; assembly?: string; page?: string }
export interface AssemblyEntry { id: string; name: string; starts: string; ends: string; venue: string; published: boolean }

/** Duties that can be given; a delegate has none. */
export const duties: Duty[] = ['chair', 'viceChair', 'secretary', 'assistant', 'officer', 'desk', 'executive', 'official', 'observer', 'screen'];
