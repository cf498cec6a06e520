// What travels on the wire. The C# types are the source; this file follows them name by name.

export type Id = string;
/** ISO 8601, UTC. */
export type Time = string;
export type Args = Record<string, string | number>;
export interface Phrase { key: string; args: Args }
/** What a decision is about, the majority it needs, the article that says so. */
export interface Rule { decision: string; majority: string; article: string }

export type PlenaryPhase = 'planned' | 'rollCall' | 'inSession' | 'recess' | 'adjourned';
export interface Quorum { present: number; entitled: number; needed: number; met: boolean; questioned: boolean; article: string }
export interface Plenary {
  number: number; venue: string; starts: Time; ends: Time; phase: PlenaryPhase;
  openedAt?: Time; adjournedAt?: Time; agendaAdopted: boolean; signedBy: Record<Id, string>;
}
export interface PlenaryBoard {
  assembly: string; zone: string; languages: string[]; starts: string; ends: string; venue: string;
  plenaries: Record<Id, Plenary>; order: Id[]; current?: Id;
  sentence: Phrase;
  quorum?: Quorum;
  presiding?: { participant: Id; name: string; duty: 'chair' | 'viceChair' | 'executive' };
  chairOffer?: { to: Id; name: string };
  chairSilent: boolean;
  recessUntil?: Time;
  hallCall?: { until: Time; minutes: number };
  countdown?: { purpose: 'seconders' | 'negatives'; endsAt: Time; seconds: number; motion: Id };
  /** Kinds of decision the rulebook knows, and how people call them. */
  decisions: Record<string, string>;
}

export interface AgendaItem {
  number: string; title: string; phase: 'planned' | 'open' | 'closed' | 'postponed';
  parent?: Id; plenary?: Id; depth: number;
}
export interface AgendaBoard { items: Record<Id, AgendaItem>; order: Id[]; current?: Id; next?: Id }

export interface Member { name: string; shortName: string; country: string; region: string; status: string; standing: string; votes: boolean }
export interface MembersBoard { members: Record<Id, Member>; order: Id[]; regions: string[] }

export type Presence = 'unknown' | 'checkedIn' | 'present' | 'absent' | 'left';
export interface PresenceBoard { members: Record<Id, { presence: Presence; card: boolean }> }

export type MotionPhase =
  | 'submitted' | 'askingSecond' | 'seconded' | 'askingNegatives' | 'objected' | 'voting'
  | 'carried' | 'defeated' | 'unseconded' | 'withdrawn';
export interface Motion {
  number: number; title: string; text: string; proposer?: string; seconder?: string;
  decision: string; rule: Rule; phase: MotionPhase; nemoContra: boolean; item?: Id; objections: string[]; late?: string; ballot?: Id;
}
export interface MotionBoard { motions: Record<Id, Motion>; order: Id[]; current?: Id }

export type Method = 'phones' | 'placards';
export interface Result {
  figures: Record<string, number>; base: number; needed: number; entitled: number;
  verdict: 'carried' | 'defeated' | 'elected' | 'noWinner';
  winner?: string; rule: string; article: string; counted: Method;
}
export type BallotPhase = 'open' | 'closed' | 'counted' | 'disputed' | 'declared' | 'void';
export interface BallotOption { key: string; label?: string; member?: string }
export interface Ballot {
  id: Id; number: number; title: string; text?: string; kind: 'question' | 'choice'; method: Method; phase: BallotPhase;
  options: BallotOption[]; openedAt: Time; closedAt?: Time; entitled: number; cast: number; voted: Record<Id, boolean>;
  /** Who may vote in this ballot, frozen at its opening, and each one's votes. */
  electorate: Record<Id, number>;
  rule: Rule; motionNumber?: number; motion?: Id; election?: Id; result?: Result; voidReason?: string;
}
export interface BallotBoard { current?: Ballot }
export interface ResultsBoard {
  ballots: Record<Id, { number: number; title: string; phase: BallotPhase; at: Time; item?: Id; motion?: Id; election?: Id; kind: 'question' | 'choice'; result?: Result; voidReason?: string; names: Record<string, string> }>;
  order: Id[];
}

export interface Election {
  title: string; decision: string; duty?: string; item?: Id; nominees: Record<Id, { name: string; member?: string; account: boolean }>; order: Id[];
  phase: 'open' | 'decided'; winner?: Id;
}
export interface ElectionsBoard { elections: Record<Id, Election>; order: Id[]; current?: Id }

export interface SpeakersBoard {
  speaking?: { id: Id; name: string; member?: string; since: Time };
  queue: Record<Id, { name: string; member?: string; at: Time }>; order: Id[];
}
export interface HeadBoard { sequence: number; head: string }

export interface Card {
  holder: Id; holderName: string; mine: boolean; offeredTo?: Id; offeredToName?: string; offeredToMe: boolean; forfeited: boolean;
}
export interface MineBoard {
  participant?: Id; name?: string; label?: string; member?: Id; memberName?: string; shortName?: string; head: boolean;
  duties: string[]; roles: string[]; account: boolean; word?: string; card?: Card; presence?: Presence;
  colleagues: Record<Id, { label: string; name?: string }>; order: Id[];
  cast?: { ballot: Id; option: string; at: Time; provenance: 'phone' | 'entered'; counts: boolean };
  request?: Id; chairOffered: boolean; nominated: boolean; undo?: { act: number; key: string; until: Time }; unbound: boolean;
}

export type InOrder = { inOrder: true } | { inOrder: false; code: string; why: string; article?: string };
export interface OrderBoard { acts: Record<string, InOrder> }

/** An act the console can send as it stands; `newId` names the member of the body that needs a fresh id. */
export interface NextStep { kind: string; body: Record<string, unknown>; newId?: string; args: Args; hold: boolean; notBefore?: Time }
export interface ChairBoard {
  next?: NextStep; also: NextStep[];
  missing: Record<Id, boolean>; order: Id[]; late: Record<Id, string>;
  acts: Record<string, { key: string; at: Time; until: Time; by?: string; subject?: string }>; actOrder: string[];
}
export type Reach = 'heard' | 'silent' | 'none';
export interface ReachBoard { members: Record<Id, Reach>; chair: 'heard' | 'silent' }

export interface DeskParticipant {
  member?: Id; label: string; name?: string; head: boolean; seat: number; device: boolean; word?: string; duties: string[]; account: boolean;
}
export interface DeskBoard {
  participants: Record<Id, DeskParticipant>; order: Id[];
  cards: Record<Id, { holder: Id; offeredTo?: Id; forfeited: boolean }>;
  requests: Record<Id, { participant: Id; word: string; at: Time }>; requestOrder: Id[];
  entries: Record<Id, { by?: Id; name: string }>;
}

export interface MinutesEntry {
  at: Time; item?: Id; kind: string; text: string; article?: string; remarks: Record<Id, string>; correctable: boolean;
  actor?: string;
}
export interface MinutesBoard { entries: Record<string, MinutesEntry>; order: (number | string)[]; unresolved: Record<string, string> }

export interface Boards {
  plenary: PlenaryBoard; agenda: AgendaBoard; members: MembersBoard; presence: PresenceBoard; motion: MotionBoard;
  ballot: BallotBoard; results: ResultsBoard; elections: ElectionsBoard; speakers: SpeakersBoard; head: HeadBoard;
  mine: MineBoard; order: OrderBoard; chair: ChairBoard; reach: ReachBoard; desk: DeskBoard; minutes: MinutesBoard;
}
export type BoardName = keyof Boards;
export const boardNames: BoardName[] = [
  'plenary', 'agenda', 'members', 'presence', 'motion', 'ballot', 'results', 'elections', 'speakers', 'head',
  'mine', 'order', 'chair', 'reach', 'desk', 'minutes',
];

export type BoardMessage =
  | { name: string; version: number; whole: unknown }
  | { name: string; version: number; from?: number; patch: unknown };

type Nothing = Record<string, never>;

/** Command kind → body. Ids of new things are made here, by the one who acts. */
export interface Commands {
  'assembly.amend': { charter: { name: string; starts: string; ends: string; venue: string; zone: string; languages: string[] } };
  'delegation.seat': { seats: { participant: Id; member: Id; seat: number }[] };
  'participant.enroll': { participant: Id; name: string; member?: Id; duties: string[] };
  'participant.name': { participant: Id; matter: Id; name: string };
  'duty.give': { participant: Id; duty: string };
  'duty.remove': { participant: Id; duty: string };
  'plenary.plan': { plenary: Id; number: number; venue: string; starts: Time; ends: Time };
  'agenda.add': { item: Id; title: string; parent?: Id; plenary?: Id };
  'agenda.rename': { item: Id; title: string };
  'agenda.place': { item: Id; parent?: Id; before?: Id };
  'agenda.assign': { item: Id; plenary: Id };
  'agenda.remove': { item: Id };
  'card.give': { member: Id; to: Id };
  'card.move': { member: Id; to: Id };
  'card.take': { member: Id };
  'card.forfeit': { member: Id };
  'device.move': { device: Id };
  'device.refuse': { device: Id };
  'device.release': { participant: Id };
  'rollcall.mark': { member: Id; presence: 'present' | 'absent' | 'left' };
  'rollcall.check-in': Nothing;
  'card.offer': { to: Id };
  'card.accept': Nothing;
  'card.decline': Nothing;
  'card.recall': Nothing;
  'speech.request': { speech: Id; for?: Id };
  'speech.withdraw': { speech: Id };
  'motion.submit': { motion: Id; title: string; text: string; decision: string; item?: Id; for?: Id };
  'motion.second': { motion: Id; for?: Id };
  'motion.object': { motion: Id; for?: Id };
  'motion.withdraw': { motion: Id; for?: Id };
  'ballot.cast': { ballot: Id; option: string; number: number };
  'quorum.call': { for?: Id };
  'act.undo': { act: number };
  'act.correct': { act: number; reason: string };
  'chair.assume': Nothing;
  'chair.offer': { to: Id };
  'chair.accept': Nothing;
  'chair.decline': Nothing;
  'plenary.call-roll': { plenary: Id };
  'plenary.open': Nothing;
  'plenary.recess': { until: Time };
  'plenary.resume': Nothing;
  'plenary.adjourn': Nothing;
  'quorum.test': Nothing;
  'hall.call': { minutes: number };
  'item.open': { item: Id };
  'item.close': { item: Id };
  'item.next': Nothing;
  'item.postpone': { item: Id };
  'agenda.adopt': { motion: Id; title: string; text: string };
  'motion.put': { motion: Id };
  'motion.ask-negatives': { motion: Id };
  'motion.fail': { motion: Id };
  'motion.nemo-contra': { motion: Id };
  'motion.reverse-nemo-contra': { motion: Id };
  'motion.dismiss-objection': { motion: Id };
  'countdown.extend': { seconds: number };
  'speech.call': { speech: Id };
  'speech.end': Nothing;
  'election.open': { election: Id; title: string; duty?: string; decision: string };
  'election.take-up': { election: Id };
  'election.nominate': { election: Id; participant: Id };
  'election.withdraw': { election: Id; participant: Id };
  'ballot.open': { ballot: Id; method: Method; motion?: Id; election?: Id; title?: string; decision?: string };
  'ballot.close': { ballot: Id };
  'ballot.declare': { ballot: Id };
  'ballot.void': { ballot: Id; reason: string; retake?: Id };
  'minutes.sign': { plenary: Id };
  'minutes.remark': { sequence: number; remark: Id; text: string };
  'ballot.enter': { ballot: Id; member: Id; option: string };
  'ballot.confirm-entry': { ballot: Id; member: Id; option: string };
  'ballot.enter-figures': { ballot: Id; figures: Record<string, number> };
}
export type CommandKind = keyof Commands;

export interface Refusal { code: string; text: string; article?: string }
export interface Receipt { sequence: number; head: string }
export type Answer = Receipt | { refusal: Refusal };
export const refused = (answer: Answer): answer is { refusal: Refusal } => 'refusal' in answer;

/** `boards`: those this person gets; others are dropped. */
export interface FollowAnswer { refusal?: Refusal; now?: Time; boards?: string[] }
export interface PulseAnswer { now: Time }

export interface Me { signedIn: boolean; name?: string; secretariat: boolean; participant?: Id; assembly?: Id; page?: string }
export interface AssemblyEntry { id: Id; name: string; starts: string; ends: string; venue: string }

/** Duties that can be given; a delegate has none. */
export const duties = [
  'chair', 'viceChair', 'secretary', 'assistant', 'officer', 'desk', 'executive', 'official', 'observer', 'screen',
] as const;
