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

export interface ActRule {
  rank?: number;
  second: boolean;
  debate: boolean;
  amend: boolean;
  decidedBy: DecidedBy;
  majority?: string;
  article: string;
}

export interface ActView {
  inOrder: boolean;
  code?: string;
  why?: string;
  article?: string;
}

export interface AdoptedForOther {
  text: string;
  citation: string;
}

export interface AdviceView {
  options: string[];
  note?: string;
}

export interface AgendaBoard {
  items: Record<string, ItemRow>;
  order: string[];
  current?: string;
  next?: string;
}

export interface AlternativeRule {
  seconder: boolean;
  majority: string;
  article: string;
}

export interface AmendmentBoard {
  amendments: Record<string, AmendmentView>;
  order: string[];
  current?: string;
}

export type AmendmentPhase = 'submitted' | 'askingProposer' | 'askingMotionSeconder' | 'askingSecond' | 'pending' | 'voting' | 'merged' | 'defeated' | 'unseconded' | 'withdrawn' | 'ruledOut' | 'overtaken';

export interface AmendmentRule {
  rank: number;
  friendly: boolean;
  seconder: boolean;
  degree: number;
  majority: string;
  article: string;
}

export interface AmendmentView {
  number: number;
  motion?: string;
  amends?: string;
  procedural?: string;
  detail?: Sentence;
  proposer?: string;
  seconder?: string;
  phase: AmendmentPhase;
  reason?: string;
  edits: TextEdit[];
  before?: string;
  becomes?: string;
  collides: string[];
  amendable: boolean;
}

export interface Answer {
  sequence?: number;
  head?: string;
  refusal?: RefusalText;
  accepted: boolean;
}

export interface Award {
  participant: string;
  kind: string;
  subject?: string;
  attended?: number;
  of?: number;
}

export interface BallotBoard {
  current?: BallotView;
}

export type BallotKind = 'question' | 'choice' | 'versus' | 'several';

export type BallotMethod = 'phones' | 'placards' | 'rollCall';

export type BallotPhase = 'open' | 'closed' | 'counted' | 'disputed' | 'declared' | 'void' | 'checking';

export interface BallotRuleView {
  decision: string;
  majority: string;
  article: string;
  numerator: number;
  denominator: number;
  strict: boolean;
  base: MajorityBase;
  counting: CountedBy;
  tie: Fallback;
  allAbstain: Fallback;
  effect: DecisionEffect;
  and?: MajorityRule;
  quorum?: TurnoutRule;
}

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
  rule: BallotRuleView;
  motionNumber?: number;
  motion?: string;
  election?: string;
  amendment?: string;
  amendmentNumber?: number;
  procedural?: string;
  result?: ResultView;
  voidReason?: string;
  disclosure: Disclosure;
  atMost: number;
  seats: number;
  maySplit: boolean;
  test: boolean;
  closesAt?: string;
  objectionsUntil?: string;
  objectionSeconds: number;
  resultingText?: string;
  concerned?: string;
  held?: Record<string, string>;
}

export interface Beat {
  now: string;
}

export type BylawsAct = 'replace' | 'add' | 'strike';

export interface BylawsChange {
  article: string;
  act: BylawsAct;
  after?: string;
  heading?: string;
  was?: string;
}

export type CallOrder = 'firstCome' | 'notYetSpoken' | 'alternating' | 'regions';

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
  forecast?: Forecast;
  viceVacant: boolean;
  objections: ObjectionRow[];
  decisions: Record<string, DecisionRow>;
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

export type CorrectionKind = 'wording' | 'remark';

export type CorrectionPhase = 'proposed' | 'takenUp' | 'left';

export interface CorrectionRow {
  number: number;
  sequence: number;
  kind: CorrectionKind;
  phase: CorrectionPhase;
  member?: string;
  text?: string;
  at: string;
}

export interface Count {
  votes: Record<string, number>;
  members: Record<string, number>;
  weight: Record<string, number>;
  slips: Extent;
}

export interface Countdown {
  purpose: CountdownPurpose;
  motion?: string;
  endsAt: string;
  seconds: number;
  amendment?: string;
  procedural?: string;
}

export type CountdownPurpose = 'seconders' | 'negatives' | 'alternatives' | 'amendmentSeconders' | 'proceduralSeconders';

export type CountedBy = 'votes' | 'members' | 'weight';

export interface DebateBoard {
  stack: PendingView[];
  procedurals: Record<string, ProceduralView>;
  order: string[];
  points: Record<string, PointView>;
  pointOrder: string[];
  rulings: Record<string, RulingView>;
  rulingOrder: string[];
  suspended: Record<string, string>;
  paragraphs: Record<string, string>;
  intake: Intake;
  offRecord: boolean;
  observersOut: boolean;
  candidatesOut: boolean;
  adjournsAt?: string;
}

export type DecidedBy = 'vote' | 'chair' | 'demand';

export type DecisionEffect = 'none' | 'adoptAgenda' | 'adoptCredentials' | 'adoptMinutes' | 'membership' | 'bylaws';

export interface DecisionRow {
  title: string;
  majority: string;
  article: string;
  plurality: boolean;
  and?: string;
  disclosure?: Disclosure;
}

export interface DecisionRule {
  title: string;
  majority: string;
  nemoContra: boolean;
  seconder: boolean;
  article: string;
  effect: DecisionEffect;
  confirmWinner: boolean;
  takesEffect?: MembershipTiming;
  excludesConcerned?: boolean;
  disclosure?: Disclosure;
  expiresAfterYears?: number;
}

export interface DeskBoard {
  participants: Record<string, PersonRow>;
  order: string[];
  cards: Record<string, CardRow>;
  requests: Record<string, DeviceRow>;
  requestOrder: string[];
  entries: Record<string, PendingEntry>;
  papers: PaperRow[];
  reports: Record<string, ReportView>;
  proxies?: ProxiesView;
  voteless: string[];
}

export interface DeviceRow {
  participant: string;
  word: string;
  at: string;
}

export type Disclosure = 'named' | 'totals';

export interface DraftBoard {
  drafts: Record<string, DraftView>;
  order: string[];
}

export interface DraftView {
  title: string;
  text: string;
  decision: string;
  item?: string;
  proposer: string;
  mine: boolean;
  coSubmitters: string[];
  invited: Record<string, string>;
  asksMe: boolean;
  handedIn: boolean;
  membership?: MembershipChange;
  bylaws?: BylawsChange;
}

export type Duty = 'chair' | 'viceChair' | 'secretary' | 'assistant' | 'officer' | 'desk' | 'executive' | 'official' | 'observer' | 'screen';

export interface DutyRights {
  propose: boolean;
  speak: SpeakingRight;
  article: string;
}

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

export interface Extent {
  votes: number;
  members: number;
  weight: number;
}

export type Fallback = 'fails' | 'carries';

export interface FirstPlenaryRule {
  previousRights: boolean;
  article: string;
}

export interface Forecast {
  itemEnds?: string;
  plenaryEnds: string;
}

export type Grant = 'granted' | 'denied';

export interface HallCall {
  until: string;
  minutes: number;
}

export interface HeadBoard {
  sequence: number;
  head: string;
}

export type Intake = 'phones' | 'placards';

export type ItemPhase = 'planned' | 'open' | 'closed' | 'postponed';

export interface ItemRow {
  number: string;
  title: string;
  phase: ItemPhase;
  parent?: string;
  plenary?: string;
  depth: number;
}

export interface LetterDigest {
  id: string;
  sha256: string;
}

export type LineKind = 'plenary' | 'rollCall' | 'quorum' | 'presence' | 'agenda' | 'motion' | 'vote' | 'election' | 'speech' | 'chair' | 'appointment' | 'correction' | 'signature';

export type MajorityBase = 'forAndAgainst' | 'cast' | 'present' | 'entitled' | 'allMembers';

export interface MajorityRule {
  title: string;
  numerator: number;
  denominator: number;
  strict: boolean;
  base: MajorityBase;
  tie: Fallback;
  allAbstain: Fallback;
  article: string;
  counting?: CountedBy;
  and?: string;
  quorum?: TurnoutRule;
}

export interface MandateView {
  option: string;
  note?: string;
  by: string;
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
  votes?: number;
  electionVotes?: number;
  weight?: number;
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

export interface MembershipChange {
  member: string;
  status?: MemberStatus;
  standing?: Standing;
}

export type MembershipTiming = 'atOnce' | 'nextPlenary' | 'afterAssembly';

export interface MembershipView {
  member: string;
  status?: MemberStatus;
  standing?: Standing;
  takes?: MembershipTiming;
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
  votes?: MyVote[];
  request?: string;
  chairOffered: boolean;
  nominated: boolean;
  undo?: UndoView;
  tablet?: TabletView;
  voters?: VotersView;
}

export interface MinutesBoard {
  plenary?: string;
  entries: Record<string, MinutesRow>;
  order: string[];
  unresolved: Record<string, string>;
}

export type MinutesPhase = 'draft' | 'reviewed' | 'circulated' | 'put' | 'adopted' | 'published';

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
  sentence?: string;
  own?: string;
  revision?: number;
}

export interface MinutingBoard {
  plenaries: Record<string, MinutingRow>;
  order: string[];
  put?: string;
  others: AdoptedForOther[];
}

export interface MinutingRow {
  number: number;
  phase: MinutesPhase;
  adjourned: boolean;
  sha256?: string;
  circulatedAt?: string;
  adopted?: string;
  editedAt: number;
  corrections: Record<string, CorrectionRow>;
  order: string[];
  citation?: string;
}

export interface MotionBoard {
  motions: Record<string, MotionView>;
  order: string[];
  current?: string;
  deadline?: string;
}

export type MotionPhase = 'submitted' | 'draft' | 'askingSecond' | 'seconded' | 'askingNegatives' | 'objected' | 'askingAlternatives' | 'competing' | 'prevailed' | 'enBloc' | 'voting' | 'divided' | 'dropped' | 'carried' | 'defeated' | 'unseconded' | 'withdrawn';

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
  amendedFrom?: string;
  amendable: boolean;
  paragraphs: number[];
  coSubmitters: string[];
  alternativeTo?: string;
  partOf?: string;
  bloc: Record<string, string>;
  pulled: boolean;
  voteOrdered: boolean;
  putOff?: string;
  announced?: string;
  noticeKept?: boolean;
  membership?: MembershipView;
  bylaws?: BylawsChange;
  translations: Record<string, TranslationView>;
}

export interface MotionWay {
  rank: number;
  negatives: boolean;
  alternatives?: AlternativeRule;
  amendments?: AmendmentRule;
  division?: string;
  enBloc?: string;
  reopening: string;
  article: string;
  seconding: string;
  nemoContra: string;
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
  option?: string;
  shares?: Share[];
  at: string;
  provenance: Provenance;
  counts: boolean;
}

export interface MyObjection {
  error: RecordError;
  upheld?: boolean;
}

export interface MyVote {
  ballot: string;
  member: string;
  name: string;
  votes: number;
  castable: boolean;
  held: boolean;
  onPaper: boolean;
  cast?: MyCast;
  objection?: MyObjection;
  person?: string;
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

export interface NoticeRule {
  minutes: number;
  article: string;
}

export interface ObjectionRow {
  ballot: string;
  member: string;
  person?: string;
  name: string;
  error: RecordError;
  provenance?: Provenance;
  at: string;
  upheld?: boolean;
}

export interface OptionView {
  key: string;
  label?: string;
  member?: string;
  motion?: number;
  title?: string;
}

export interface OrderBoard {
  acts: Record<string, ActView>;
  procedurals: Record<string, ProceduralActView>;
  proceduralOrder: string[];
}

export interface PaperRow {
  number: number;
  members: string[];
  papers: number;
  by?: string;
  name: string;
  counts: boolean;
}

export interface Paragraph {
  title: string;
  suspendable: boolean;
}

export interface PartStart {
  motion: string;
  start: number;
}

export interface PendingEntry {
  by?: string;
  name: string;
}

export type PendingKind = 'motion' | 'amendment' | 'procedural' | 'election';

export interface PendingView {
  kind: PendingKind;
  id: string;
  number: number;
  title: string;
  proposer?: string;
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
  observersOut: boolean;
  onMembers: string[];
  onBylaws: string[];
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
  minutes?: MinutesPhase;
}

export type PointKind = 'order' | 'informationTo' | 'informationFrom';

export type PointPhase = 'raised' | 'deferred' | 'heard' | 'settled' | 'withdrawn';

export interface PointView {
  kind: PointKind;
  member?: string;
  phase: PointPhase;
  at: string;
}

export interface PointsRule {
  order: string;
  information?: string;
  warnings: number;
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

export interface ProceduralActView {
  title: string;
  effect: ProceduralEffect;
  rule: ActRule;
  order: ActView;
}

export interface ProceduralDetail {
  motion?: string;
  item?: string;
  before?: string;
  list?: string;
  ruling?: string;
  ballot?: string;
  paragraph?: string;
  minutes?: number;
  seconds?: number;
  until?: string;
  words?: string;
}

export type ProceduralEffect = 'openMeeting' | 'adjournMeeting' | 'recess' | 'fixAdjournment' | 'openAgenda' | 'changeAgenda' | 'voteAtOnce' | 'nextBusiness' | 'postpone' | 'layOnTable' | 'refer' | 'postponeIndefinitely' | 'rejectConsideration' | 'limitDebate' | 'reopenDebate' | 'reopenSpeakers' | 'candidatesLeave' | 'suspendRule' | 'resumeRule' | 'offRecord' | 'overruleChair' | 'noConfidence' | 'overruleCredentials' | 'observersLeave' | 'observersReturn' | 'privilege' | 'ordersOfTheDay' | 'countAgain';

export type ProceduralPhase = 'waiting' | 'askingSecond' | 'pending' | 'voting' | 'carried' | 'defeated' | 'unseconded' | 'withdrawn' | 'ruledOut' | 'lapsed';

export interface ProceduralRule {
  title: string;
  effect: ProceduralEffect;
  rank?: number;
  seconder: boolean;
  debate: boolean;
  amend: boolean;
  decidedBy: DecidedBy;
  majority?: string;
  article: string;
  yieldsTo?: number;
  interrupts: boolean;
  vicePresides: boolean;
  noRetry?: string;
}

export interface ProceduralView {
  number: number;
  kind: string;
  title: string;
  proposer?: string;
  seconder?: string;
  phase: ProceduralPhase;
  detail?: Sentence;
  rule: ActRule;
  vicePresides: boolean;
  chairBefore?: string;
}

export interface ProgressBoard {
  ballot?: string;
  cast: number;
  voted: Record<string, boolean>;
  called?: string[];
  calledNow?: string;
  choices?: Record<string, string>;
  onPaper?: string[];
}

export type Provenance = 'phone' | 'entered' | 'tablet' | 'aloud' | 'corrected';

export interface ProxiesView {
  decisions: string[];
  perHolder: number;
  letter: boolean;
  article: string;
  given: Record<string, ProxyRow>;
}

export interface ProxyRow {
  holder: string;
  letter?: string;
}

export interface ProxyRule {
  decisions: string[];
  perHolder: number;
  letter: boolean;
  article: string;
}

export interface QuorumRule {
  numerator: number;
  denominator: number;
  article: string;
  strict: boolean;
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

export type RecordError = 'notGiven' | 'enteredWrongly' | 'shownOtherwise' | 'missing';

export interface RefusalText {
  code: string;
  text: string;
  article?: string;
}

export interface RegionFigures {
  region?: string;
  figures: Record<string, number>;
}

export interface ReportRow {
  member: string;
  vote: boolean;
  reason?: string;
}

export interface ReportView {
  number: number;
  final: boolean;
  adopted: boolean;
  inForce: boolean;
  at: string;
  votes: number;
  without: Record<string, string>;
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
  disclosure: Disclosure;
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
  chosen?: string;
  also?: SecondMajority;
  turnout?: Turnout;
  winners?: string[];
  margin?: number;
  regions?: RegionFigures[];
}

export interface ResultsBoard {
  ballots: Record<string, ResultRow>;
  order: string[];
}

export interface RollRule {
  article: string;
  forfeit: string;
}

export interface RoomBoard {
  ballot?: string;
  advice: Record<string, AdviceView>;
  mandate?: MandateView;
  mandates: Record<string, MandateView>;
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
  way: MotionWay;
  procedural: Record<string, ProceduralRule>;
  speaking: SpeakingRule;
  points: PointsRule;
  duties: Record<string, DutyRights>;
  voting?: VotingRule;
  announcements?: NoticeRule;
  votes?: VotingTable;
  proxies?: ProxyRule;
  roll?: RollRule;
  paragraphs: Record<string, Paragraph>;
}

export type RulingBody = 'chair' | 'credentials';

export interface RulingView {
  number: number;
  body: RulingBody;
  text: string;
  at: string;
  reversed: boolean;
  allows?: string;
  member?: string;
  used: boolean;
}

export interface SeatRow {
  participant: string;
  member: string;
  seat: number;
}

export interface SecondMajority {
  figures: Record<string, number>;
  base: number;
  needed: number;
  carried: boolean;
  rule: string;
  article: string;
  margin: number;
}

export interface Sentence {
  key: string;
  args: Record<string, string>;
}

export interface Share {
  options: string[];
  votes: number;
}

export type Side = 'for' | 'against';

export type SitePart = 'agenda' | 'calendar' | 'results' | 'resolutions' | 'bylaws';

export interface SpeakersBoard {
  speaking?: SpeakingView;
  queue: Record<string, SpeechView>;
  order: string[];
  lists: Record<string, SpeakersListView>;
  current?: string;
  sides: boolean;
  yields: boolean;
}

export type SpeakersListPhase = 'open' | 'closed';

export interface SpeakersListView {
  number: number;
  item?: string;
  motion?: string;
  procedural?: string;
  phase: SpeakersListPhase;
  seconds: number;
  sideSeconds: number;
  leftFor?: number;
  leftAgainst?: number;
}

export type SpeakingRight = 'always' | 'candidature' | 'never';

export interface SpeakingRule {
  order: CallOrder[];
  seconds: number;
  sideSeconds: number;
  delegationSeconds: number;
  yield: boolean;
  article: string;
}

export interface SpeakingView {
  id: string;
  name: string;
  member?: string;
  since: string;
  side?: Side;
  limit?: number;
  spoken: number;
  paused: boolean;
  endsAt?: string;
}

export interface SpeechView {
  name: string;
  member?: string;
  at: string;
  list?: string;
  side?: Side;
}

export type Standing = 'good' | 'lapsed' | 'suspended';

export interface StatusRights {
  article: string;
  vote: boolean;
  propose: boolean;
  speak: boolean;
}

export interface TabletView {
  until: string;
  label: string;
  votes: MyVote[];
}

export interface TextEdit {
  start: number;
  length: number;
  text: string;
}

export interface Times {
  seconders: number;
  negatives: number;
  undo: number;
  takeBack: number;
  chairSilence: number;
  quorumCall: number;
}

export interface TranslationView {
  title: string;
  text: string;
}

export interface Turnout {
  given: number;
  needed: number;
  met: boolean;
  article: string;
  of: number;
}

export interface TurnoutRule {
  numerator: number;
  denominator: number;
  base: MajorityBase;
  abstentions: boolean;
  article: string;
  strict: boolean;
}

export interface UndoView {
  act: number;
  key: string;
  until: string;
}

export type Verdict = 'carried' | 'defeated' | 'elected' | 'noWinner' | 'chosen';

export interface VotersView {
  atMost: number;
  named: string[];
}

export interface VotesRule {
  atMost: number;
  split: boolean;
  namedVoters: boolean;
  article: string;
}

export interface VotingRule {
  seconds: number;
  closesWhenAll: boolean;
  objectionSeconds: number;
  article: string;
}

export interface VotingTable {
  plenary?: VotesRule;
  elections?: VotesRule;
}

export type Who = 'clock' | 'installation' | 'secretariat' | 'presiding' | 'chair' | 'viceChair' | 'secretary' | 'assistant' | 'officer' | 'desk' | 'executive' | 'official' | 'observer' | 'screen' | 'head' | 'delegate' | 'cardHolder' | 'participant';

/** Boards by the name under which they travel. */
export interface Boards {
  agenda: AgendaBoard;
  amendments: AmendmentBoard;
  ballot: BallotBoard;
  chair: ChairBoard;
  debate: DebateBoard;
  desk: DeskBoard;
  drafts: DraftBoard;
  elections: ElectionsBoard;
  head: HeadBoard;
  members: MembersBoard;
  mine: MineBoard;
  minutes: MinutesBoard;
  minuting: MinutingBoard;
  motion: MotionBoard;
  order: OrderBoard;
  plenary: PlenaryBoard;
  presence: PresenceBoard;
  progress: ProgressBoard;
  reach: ReachBoard;
  results: ResultsBoard;
  room: RoomBoard;
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
  'alternative.fail': { alternative: string };
  'alternative.propose': { alternative: string; motion: string; title: string; text: string; for?: string };
  'alternative.second': { alternative: string; for?: string };
  'amendment.accept': { amendment: string; for?: string };
  'amendment.fail': { amendment: string };
  'amendment.propose': { amendment: string; motion?: string; edits?: TextEdit[]; amends?: string; procedural?: string; detail?: ProceduralDetail; reason?: string; for?: string };
  'amendment.put': { amendment: string };
  'amendment.refuse': { amendment: string; for?: string };
  'amendment.rule-out': { amendment: string; ruling: string; text: string };
  'amendment.second': { amendment: string; for?: string };
  'amendment.withdraw': { amendment: string; for?: string };
  'assembly.amend': { charter: Charter };
  'assembly.create': { charter: Charter; rules: Rules };
  'ballot.answer': { ballot: string; member: string; option: string };
  'ballot.cast': { ballot: string; option: string; number: number; shares?: Share[]; members?: string[] };
  'ballot.close': { ballot: string };
  'ballot.confirm-count': { ballot: string; count: Count; fault?: string };
  'ballot.confirm-entry': { ballot: string; member: string; option: string; shares?: Share[]; person?: string };
  'ballot.confirm-own': { ballot: string; option: string; shares?: Share[]; member?: string };
  'ballot.confirm-paper': { ballot: string; number: number; papers: number; figures: Record<string, number> };
  'ballot.declare': { ballot: string };
  'ballot.end-checking': { ballot: string };
  'ballot.enter': { ballot: string; member: string; option: string; shares?: Share[]; person?: string };
  'ballot.enter-figures': { ballot: string; figures: Record<string, number> };
  'ballot.enter-paper': { ballot: string; members: string[]; papers: number; figures: Record<string, number> };
  'ballot.extend': { ballot: string; seconds: number };
  'ballot.object': { ballot: string; error: RecordError; option: string; shares?: Share[]; member?: string };
  'ballot.open': { ballot: string; method: BallotMethod; motion?: string; election?: string; title?: string; decision?: string; amendment?: string; procedural?: string; proposals?: string[]; seats?: number; atMost?: number; disclosure?: Disclosure; seconds?: number };
  'ballot.open-test': { ballot: string; method: BallotMethod; title: string };
  'ballot.pass': { ballot: string; member: string };
  'ballot.settle-objection': { ballot: string; member: string; upheld: boolean; person?: string };
  'ballot.time-out': { ballot: string };
  'ballot.void': { ballot: string; reason: string; retake?: string };
  'ballot.withdraw-paper': { ballot: string; number: number };
  'bylaws.take': { title: string; text: string };
  'candidates.readmit': Record<string, never>;
  'card.accept': Record<string, never>;
  'card.decline': Record<string, never>;
  'card.forfeit': { member: string };
  'card.give': { member: string; to: string };
  'card.move': { member: string; to: string };
  'card.offer': { to: string };
  'card.recall': Record<string, never>;
  'card.take': { member: string };
  'certificate.replace': { number: string; run: string; address: string; key: string; reason: string; text: string };
  'certificate.revoke': { number: string; reason: string; text: string };
  'certificates.issue': { run: string; address: string; key: string; awards: Award[] };
  'certificates.publish-key': { key: string; spki: string };
  'chair.accept': Record<string, never>;
  'chair.assume': Record<string, never>;
  'chair.decline': Record<string, never>;
  'chair.offer': { to: string };
  'chair.report-heard': { presiding: string };
  'chair.report-silent': { presiding: string };
  'countdown.extend': { seconds: number };
  'credentials.report': { report: string; final: boolean; rows: ReportRow[] };
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
  'intake.set': { intake: Intake };
  'item.close': { item: string };
  'item.next': Record<string, never>;
  'item.open': { item: string };
  'item.postpone': { item: string };
  'members.import': { rows: MemberRow[] };
  'minutes.circulate': { plenary: string; words: string; confirmed: string[] };
  'minutes.present': { assembly: string; name: string; plenary: string; number: number; sha256: string };
  'minutes.propose-correction': { correction: string; plenary: string; sequence: number; kind: CorrectionKind; words: string; text: string; member?: string };
  'minutes.publish': { plenary: string };
  'minutes.put': { plenary: string; words: string };
  'minutes.record-adoption': { plenary: string; assembly: string; name: string; sha256: string; ballot?: string };
  'minutes.remark': { sequence: number; remark: string; text: string };
  'minutes.restore': { plenary: string; sequence: number; revision: number };
  'minutes.review': { plenary: string };
  'minutes.revise': { plenary: string };
  'minutes.reword': { plenary: string; sequence: number; revision: number; words: string; text: string };
  'minutes.settle-correction': { correction: string; phase: CorrectionPhase };
  'minutes.sign': { plenary: string };
  'minutes.withdraw': Record<string, never>;
  'motion.announce': { plenary: string; motions: string[] };
  'motion.ask-alternatives': { motion: string };
  'motion.ask-negatives': { motion: string };
  'motion.dismiss-objection': { motion: string };
  'motion.divide': { motion: string; parts: PartStart[]; for?: string };
  'motion.draft': { motion: string; title: string; text: string; decision: string; invited: string[]; item?: string; membership?: MembershipChange; bylaws?: BylawsChange };
  'motion.fail': { motion: string };
  'motion.hand-in': { motion: string };
  'motion.join': { motion: string };
  'motion.nemo-contra': { motion: string };
  'motion.object': { motion: string; for?: string };
  'motion.pull-out': { motion: string; for?: string };
  'motion.put': { motion: string };
  'motion.put-en-bloc': { bloc: string; title: string; motions: string[] };
  'motion.reverse-nemo-contra': { motion: string };
  'motion.second': { motion: string; for?: string };
  'motion.submit': { motion: string; title: string; text: string; decision: string; item?: string; for?: string; membership?: MembershipChange; bylaws?: BylawsChange };
  'motion.translate': { motion: string; language: string; title: string; text: string };
  'motion.withdraw': { motion: string; for?: string };
  'observers.readmit': Record<string, never>;
  'participant.enroll': { participant: string; name: string; duties: Duty[]; member?: string };
  'participant.name': { participant: string; matter: string; name: string };
  'participant.set-account': { participant: string; account: string; from?: string };
  'person.erase': { participant: string };
  'plenary.adjourn': Record<string, never>;
  'plenary.call-roll': { plenary: string };
  'plenary.open': Record<string, never>;
  'plenary.plan': { plenary: string; number: number; venue: string; starts: string; ends: string };
  'plenary.recess': { until: string };
  'plenary.resume': Record<string, never>;
  'point.accept': { point: string };
  'point.hear': { point: string };
  'point.raise': { point: string; kind: PointKind; for?: string };
  'point.refuse': { point: string };
  'point.settle': { point: string };
  'point.withdraw': { point: string };
  'procedural.decide': { procedural: string; grant: Grant };
  'procedural.fail': { procedural: string };
  'procedural.move': { procedural: string; kind: string; detail?: ProceduralDetail; for?: string };
  'procedural.put': { procedural: string };
  'procedural.rule-out': { procedural: string; ruling: string; text: string };
  'procedural.second': { procedural: string; for?: string };
  'procedural.withdraw': { procedural: string; for?: string };
  'proxy.end': { from: string };
  'proxy.give': { from: string; holder: string; letter?: LetterDigest };
  'quorum.call': { for?: string };
  'quorum.test': Record<string, never>;
  'record.resume': Record<string, never>;
  'rollcall.check-in': Record<string, never>;
  'rollcall.mark': { member: string; presence: Presence };
  'ruling.make': { ruling: string; text: string; point?: string; allows?: string; member?: string };
  'session.drop': { session: string };
  'session.plan': { session: string; title: string; starts: string; ends: string; facilitators: string[]; plenary?: string };
  'session.scan': { session: string; participant: string };
  'session.unscan': { session: string; participant: string };
  'site.publish': { parts: SitePart[] };
  'site.withdraw': { parts: SitePart[] };
  'speakers.close': { list: string };
  'speakers.limit': { list: string; seconds: number; sideSeconds?: number };
  'speakers.open': { list: string; motion?: string; procedural?: string; seconds?: number; sideSeconds?: number };
  'speech.call': { speech: string };
  'speech.call-next': Record<string, never>;
  'speech.continue': Record<string, never>;
  'speech.end': Record<string, never>;
  'speech.extend': { seconds: number };
  'speech.pause': Record<string, never>;
  'speech.request': { speech: string; for?: string; list?: string; side?: Side };
  'speech.withdraw': { speech: string };
  'speech.yield': { to: string; participant?: string };
  'submission.set-deadline': { at?: string };
  'tablet.cast': { ballot: string; option: string; number: number; shares?: Share[]; members?: string[] };
  'tablet.lock': Record<string, never>;
  'tablet.unlock': { tablet: string; participant: string };
  'voters.name': { voters: string[]; for?: string };
  'warning.give': { member: string };
}
export type CommandKind = keyof Commands;
