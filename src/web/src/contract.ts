// The types of the wire, written by Contract/TypeScript.cs from the C# records. Not edited by hand:
// UPDATE_GOLDEN=1 with the server's tests writes it anew.
// Ids are UUIDs, times ISO 8601 in UTC; what is absent is left out.

export interface ActRow {
  key: string;
  at: string;
  until: string;
  by?: string;
  subject?: string;
}

export interface ActView {
  inOrder: boolean;
  code?: string;
  why?: string;
  article?: string;
}

export interface AgendaBoard {
  items: Record<string, ItemRow>;
  order: string[];
  current?: string;
  next?: string;
}

export interface Answer {
  sequence?: number;
  head?: string;
  refusal?: RefusalText;
  accepted: boolean;
}

export interface BallotBoard {
  current?: BallotView;
}

export type BallotKind = 'question' | 'choice';

export type BallotMethod = 'phones' | 'placards';

export type BallotPhase = 'open' | 'closed' | 'counted' | 'disputed' | 'declared' | 'void';

export interface BallotView {
  id: string;
  number: number;
  title: string;
  text?: string;
  kind: BallotKind;
  method: BallotMethod;
  phase: BallotPhase;
  options: OptionView[];
  openedAt: string;
  closedAt?: string;
  entitled: number;
  electorate: Record<string, number>;
  rule: RuleView;
  motionNumber?: number;
  motion?: string;
  election?: string;
  result?: ResultView;
  voidReason?: string;
}

export interface Beat {
  now: string;
}

export interface CardRow {
  holder: string;
  offeredTo?: string;
  forfeited: boolean;
}

export interface ChairBoard {
  next?: NextStep;
  also: NextStep[];
  missing: Record<string, boolean>;
  order: string[];
  late: Record<string, string>;
  acts: Record<string, ActRow>;
  actOrder: string[];
}

export interface ChairOfferView {
  to: string;
  name: string;
}

export interface Charter {
  name: string;
  starts: string;
  ends: string;
  venue: string;
  zone: string;
  languages: string[];
}

export interface ColleagueView {
  label: string;
  name?: string;
}

export interface Countdown {
  purpose: CountdownPurpose;
  motion: string;
  endsAt: string;
  seconds: number;
}

export type CountdownPurpose = 'seconders' | 'negatives';

export type DecisionEffect = 'none' | 'adoptAgenda';

export interface DecisionRule {
  title: string;
  majority: string;
  nemoContra: boolean;
  seconder: boolean;
  article: string;
  effect: DecisionEffect;
}

export interface DeskBoard {
  participants: Record<string, PersonRow>;
  order: string[];
  cards: Record<string, CardRow>;
  requests: Record<string, DeviceRow>;
  requestOrder: string[];
  entries: Record<string, PendingEntry>;
}

export interface DeviceRow {
  participant: string;
  word: string;
  at: string;
}

export type Duty = 'chair' | 'viceChair' | 'secretary' | 'assistant' | 'officer' | 'desk' | 'executive' | 'official' | 'observer' | 'screen';

export type ElectionPhase = 'open' | 'decided';

export interface ElectionView {
  title: string;
  decision: string;
  duty?: Duty;
  item?: string;
  phase: ElectionPhase;
  nominees: Record<string, NomineeView>;
  order: string[];
  winner?: string;
}

export interface ElectionsBoard {
  elections: Record<string, ElectionView>;
  order: string[];
  current?: string;
}

export type Fallback = 'fails' | 'carries';

export interface FirstPlenaryRule {
  previousRights: boolean;
  article: string;
}

export interface HallCall {
  until: string;
  minutes: number;
}

export interface HeadBoard {
  sequence: number;
  head: string;
}

export type ItemPhase = 'planned' | 'open' | 'closed' | 'postponed';

export interface ItemRow {
  number: string;
  title: string;
  phase: ItemPhase;
  parent?: string;
  plenary?: string;
  depth: number;
}

export type LineKind = 'plenary' | 'rollCall' | 'quorum' | 'presence' | 'agenda' | 'motion' | 'vote' | 'election' | 'speech' | 'chair' | 'appointment' | 'correction' | 'signature';

export type MajorityBase = 'forAndAgainst' | 'cast' | 'present' | 'entitled';

export interface MajorityRule {
  title: string;
  numerator: number;
  denominator: number;
  strict: boolean;
  base: MajorityBase;
  tie: Fallback;
  allAbstain: Fallback;
  article: string;
}

export interface MemberRow {
  id: string;
  name: string;
  shortName: string;
  country: string;
  region: string;
  status: MemberStatus;
  standing?: Standing;
  previousRights?: boolean;
}

export type MemberStatus = 'full' | 'candidate' | 'associate';

export interface MemberView {
  name: string;
  shortName: string;
  country: string;
  region: string;
  status: MemberStatus;
  standing: Standing;
  votes: boolean;
}

export interface MembersBoard {
  members: Record<string, MemberView>;
  order: string[];
  regions: string[];
}

export interface MineBoard {
  participant?: string;
  name?: string;
  label?: string;
  member?: string;
  memberName?: string;
  shortName?: string;
  head: boolean;
  duties: Duty[];
  roles: Who[];
  account: boolean;
  word?: string;
  unbound: boolean;
  card?: MyCard;
  presence?: Presence;
  colleagues: Record<string, ColleagueView>;
  order: string[];
  cast?: MyCast;
  request?: string;
  chairOffered: boolean;
  nominated: boolean;
  undo?: UndoView;
}

export interface MinutesBoard {
  plenary?: string;
  entries: Record<string, MinutesRow>;
  order: string[];
  unresolved: Record<string, string>;
}

export interface MinutesRow {
  at: string;
  item?: string;
  itemNumber?: string;
  kind: LineKind;
  text: string;
  figures?: Record<string, number>;
  article?: string;
  by?: string;
  remarks: Record<string, string>;
  act?: number;
  corrected: boolean;
}

export interface MotionBoard {
  motions: Record<string, MotionView>;
  order: string[];
  current?: string;
}

export type MotionPhase = 'submitted' | 'askingSecond' | 'seconded' | 'askingNegatives' | 'objected' | 'voting' | 'carried' | 'defeated' | 'unseconded' | 'withdrawn';

export interface MotionView {
  number: number;
  title: string;
  text: string;
  proposer?: string;
  seconder?: string;
  decision: string;
  rule: RuleView;
  phase: MotionPhase;
  nemoContra: boolean;
  item?: string;
  objections: string[];
  late?: string;
  ballot?: string;
}

export interface MyCard {
  holder: string;
  holderName: string;
  mine: boolean;
  offeredTo?: string;
  offeredToName?: string;
  offeredToMe: boolean;
  forfeited: boolean;
}

export interface MyCast {
  ballot: string;
  option: string;
  at: string;
  provenance: Provenance;
  counts: boolean;
}

export interface NextStep {
  kind: string;
  body: Record<string, unknown>;
  newId?: string;
  args: Record<string, string>;
  hold: boolean;
  notBefore?: string;
}

export interface NomineeView {
  name: string;
  member?: string;
  account: boolean;
}

export interface OptionView {
  key: string;
  label?: string;
  member?: string;
}

export interface OrderBoard {
  acts: Record<string, ActView>;
}

export interface PendingEntry {
  by?: string;
  name: string;
}

export interface PersonRow {
  member?: string;
  label: string;
  name?: string;
  head: boolean;
  seat: number;
  device: boolean;
  word?: string;
  duties: Duty[];
  account: boolean;
}

export interface PlenaryBoard {
  assembly: string;
  zone: string;
  languages: string[];
  starts: string;
  ends: string;
  venue: string;
  plenaries: Record<string, PlenaryRow>;
  order: string[];
  current?: string;
  sentence: Sentence;
  quorum?: QuorumView;
  presiding?: PresidingView;
  chairOffer?: ChairOfferView;
  chairSilent: boolean;
  recessUntil?: string;
  hallCall?: HallCall;
  countdown?: Countdown;
  decisions: Record<string, string>;
}

export type PlenaryPhase = 'planned' | 'rollCall' | 'inSession' | 'recess' | 'adjourned';

export interface PlenaryRow {
  number: number;
  venue: string;
  starts: string;
  ends: string;
  phase: PlenaryPhase;
  openedAt?: string;
  adjournedAt?: string;
  agendaAdopted: boolean;
  signedBy: Record<string, string>;
}

export type Presence = 'unknown' | 'checkedIn' | 'present' | 'absent' | 'left';

export interface PresenceBoard {
  members: Record<string, PresenceView>;
}

export interface PresenceView {
  presence: Presence;
  card: boolean;
}

export interface PresidingView {
  participant: string;
  name: string;
  duty: Duty;
}

export interface ProgressBoard {
  ballot?: string;
  cast: number;
  voted: Record<string, boolean>;
}

export type Provenance = 'phone' | 'entered';

export interface QuorumRule {
  numerator: number;
  denominator: number;
  article: string;
}

export interface QuorumView {
  present: number;
  entitled: number;
  needed: number;
  met: boolean;
  questioned: boolean;
  article: string;
}

export interface ReachBoard {
  members: Record<string, ReachState>;
  chair: ReachState;
}

export type ReachState = 'none' | 'silent' | 'heard';

export interface RefusalText {
  code: string;
  text: string;
  article?: string;
}

export interface ResultRow {
  number: number;
  title: string;
  kind: BallotKind;
  phase: BallotPhase;
  at: string;
  item?: string;
  motion?: string;
  election?: string;
  result?: ResultView;
  voidReason?: string;
  names: Record<string, string>;
}

export interface ResultView {
  figures: Record<string, number>;
  base: number;
  needed: number;
  verdict: Verdict;
  winner?: string;
  rule: string;
  article: string;
  counted: BallotMethod;
  entitled: number;
}

export interface ResultsBoard {
  ballots: Record<string, ResultRow>;
  order: string[];
}

export interface RuleView {
  decision: string;
  majority: string;
  article: string;
}

export interface Rules {
  id: string;
  title: string;
  edition: string;
  notice: string;
  regions: string[];
  rights: Record<string, StatusRights>;
  firstPlenary: FirstPlenaryRule;
  quorum: QuorumRule;
  majorities: Record<string, MajorityRule>;
  decisions: Record<string, DecisionRule>;
  times: Times;
}

export interface SeatRow {
  participant: string;
  member: string;
  seat: number;
}

export interface Sentence {
  key: string;
  args: Record<string, string>;
}

export interface SpeakersBoard {
  speaking?: SpeakingView;
  queue: Record<string, SpeechView>;
  order: string[];
}

export interface SpeakingView {
  id: string;
  name: string;
  member?: string;
  since: string;
}

export interface SpeechView {
  name: string;
  member?: string;
  at: string;
}

export type Standing = 'good' | 'lapsed' | 'suspended';

export interface StatusRights {
  article: string;
  vote: boolean;
  propose: boolean;
  speak: boolean;
}

export interface Times {
  seconders: number;
  negatives: number;
  undo: number;
  takeBack: number;
  chairSilence: number;
  quorumCall: number;
}

export interface UndoView {
  act: number;
  key: string;
  until: string;
}

export type Verdict = 'carried' | 'defeated' | 'elected' | 'noWinner';

export type Who = 'clock' | 'installation' | 'secretariat' | 'presiding' | 'chair' | 'viceChair' | 'secretary' | 'assistant' | 'officer' | 'desk' | 'executive' | 'official' | 'observer' | 'screen' | 'head' | 'delegate' | 'cardHolder' | 'participant';

/** Boards by the name under which they travel. */
export interface Boards {
  agenda: AgendaBoard;
  ballot: BallotBoard;
  chair: ChairBoard;
  desk: DeskBoard;
  elections: ElectionsBoard;
  head: HeadBoard;
  members: MembersBoard;
  mine: MineBoard;
  minutes: MinutesBoard;
  motion: MotionBoard;
  order: OrderBoard;
  plenary: PlenaryBoard;
  presence: PresenceBoard;
  progress: ProgressBoard;
  reach: ReachBoard;
  results: ResultsBoard;
  speakers: SpeakersBoard;
}
export type BoardName = keyof Boards;

/** Command bodies by kind. */
export interface Commands {
  'act.correct': { act: number; reason: string };
  'act.undo': { act: number };
  'agenda.add': { item: string; title: string; parent?: string; plenary?: string };
  'agenda.adopt': { motion: string; title: string; text: string };
  'agenda.assign': { item: string; plenary: string };
  'agenda.place': { item: string; parent?: string; before?: string };
  'agenda.remove': { item: string };
  'agenda.rename': { item: string; title: string };
  'assembly.amend': { charter: Charter };
  'assembly.create': { charter: Charter; rules: Rules };
  'ballot.cast': { ballot: string; option: string; number: number };
  'ballot.close': { ballot: string };
  'ballot.confirm-count': { ballot: string; figures: Record<string, number>; fault?: string };
  'ballot.confirm-entry': { ballot: string; member: string; option: string };
  'ballot.declare': { ballot: string };
  'ballot.enter': { ballot: string; member: string; option: string };
  'ballot.enter-figures': { ballot: string; figures: Record<string, number> };
  'ballot.open': { ballot: string; method: BallotMethod; motion?: string; election?: string; title?: string; decision?: string };
  'ballot.void': { ballot: string; reason: string; retake?: string };
  'card.accept': Record<string, never>;
  'card.decline': Record<string, never>;
  'card.forfeit': { member: string };
  'card.give': { member: string; to: string };
  'card.move': { member: string; to: string };
  'card.offer': { to: string };
  'card.recall': Record<string, never>;
  'card.take': { member: string };
  'chair.accept': Record<string, never>;
  'chair.assume': Record<string, never>;
  'chair.decline': Record<string, never>;
  'chair.offer': { to: string };
  'chair.report-heard': { presiding: string };
  'chair.report-silent': { presiding: string };
  'countdown.extend': { seconds: number };
  'delegation.seat': { seats: SeatRow[] };
  'device.bind': { participant: string; device: string };
  'device.move': { device: string };
  'device.refuse': { device: string };
  'device.release': { participant: string };
  'device.request': { participant: string; device: string };
  'duty.give': { participant: string; duty: Duty };
  'duty.remove': { participant: string; duty: Duty };
  'election.nominate': { election: string; participant: string };
  'election.open': { election: string; title: string; decision: string; duty?: Duty };
  'election.take-up': { election: string };
  'election.withdraw': { election: string; participant: string };
  'hall.call': { minutes: number };
  'item.close': { item: string };
  'item.next': Record<string, never>;
  'item.open': { item: string };
  'item.postpone': { item: string };
  'members.import': { rows: MemberRow[] };
  'minutes.remark': { sequence: number; remark: string; text: string };
  'minutes.sign': { plenary: string };
  'motion.ask-negatives': { motion: string };
  'motion.dismiss-objection': { motion: string };
  'motion.fail': { motion: string };
  'motion.nemo-contra': { motion: string };
  'motion.object': { motion: string; for?: string };
  'motion.put': { motion: string };
  'motion.reverse-nemo-contra': { motion: string };
  'motion.second': { motion: string; for?: string };
  'motion.submit': { motion: string; title: string; text: string; decision: string; item?: string; for?: string };
  'motion.withdraw': { motion: string; for?: string };
  'participant.enroll': { participant: string; name: string; duties: Duty[]; member?: string };
  'participant.name': { participant: string; matter: string; name: string };
  'participant.set-account': { participant: string; account: string; from?: string };
  'plenary.adjourn': Record<string, never>;
  'plenary.call-roll': { plenary: string };
  'plenary.open': Record<string, never>;
  'plenary.plan': { plenary: string; number: number; venue: string; starts: string; ends: string };
  'plenary.recess': { until: string };
  'plenary.resume': Record<string, never>;
  'quorum.call': { for?: string };
  'quorum.test': Record<string, never>;
  'rollcall.check-in': Record<string, never>;
  'rollcall.mark': { member: string; presence: Presence };
  'speech.call': { speech: string };
  'speech.end': Record<string, never>;
  'speech.request': { speech: string; for?: string };
  'speech.withdraw': { speech: string };
}
export type CommandKind = keyof Commands;
