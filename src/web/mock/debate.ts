import type { ActRule, BallotView, AmendmentBoard, Boards, ChairBoard, DebateBoard, MotionBoard, OrderBoard, PlenaryBoard, ProceduralActView, ProceduralView, SpeakersBoard } from '../src/contract.ts';

// A debate in all its turns, for the chair's console and the screen.

const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const twoThirds: ActRule = { rank: 20, second: true, debate: false, amend: false, decidedBy: 'vote', majority: 'two-thirds majority', article: '[M] 8.4.8' };

export const noDebate: DebateBoard = {
  stack: [], procedurals: {}, order: [], points: {}, pointOrder: [], rulings: {}, rulingOrder: [], suspended: {}, paragraphs: { '[M] annex 4, step 2': 'Amendments, one at a time', '[M] 8.6': 'Points of information and warnings' },
  intake: 'phones', offRecord: false, observersOut: false, candidatesOut: false,
};
export const noAmendments: AmendmentBoard = { amendments: {}, order: [] };

const T = { number: '14', title: 'Policy on health workforce planning and the retention of young doctors in rural areas' };
const motion = { kind: 'motion', id: 'm14', number: 14, title: T.title, proposer: 'bvmd' } as const;

export function amendmentsTo(text: string, phase: AmendmentBoard['amendments'][string]['phase'] = 'pending'): AmendmentBoard {
  const edit = (find: string, put: string) => ({ start: text.indexOf(find), length: find.length, text: put, end: text.indexOf(find) + find.length });
  const apply = (edits: ReturnType<typeof edit>[]) => [...edits].reverse().reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
  const two = [edit('not more than five people', 'not more than ten people'), edit('one from each region', 'two from each region')];
  const three = [edit('five people', 'seven people')];
  return {
    amendments: {
      a2: { number: 2, motion: 'm14', proposer: 'IFMSA-Spain', phase, reason: 'Five are too few for the travel.', edits: two, before: text, becomes: apply(two), collides: ['a3'], amendable: false },
      a3: { number: 3, motion: 'm14', proposer: 'SISM', phase: 'submitted', edits: three, before: text, becomes: apply(three), collides: ['a2'], amendable: false },
    },
    order: ['a2', 'a3'],
    ...(phase === 'submitted' ? {} : { current: 'a2' }),
  };
}

const voteAtOnce = (phase: ProceduralView['phase'], more: Partial<ProceduralView> = {}): ProceduralView => ({
  number: 3, kind: 'voteAtOnce', title: 'proceed immediately to a vote', proposer: 'AzerMDS', seconder: phase === 'pending' ? 'LeMSIC' : undefined, phase, rule: twoThirds, vicePresides: false, ...more,
});
const overrule: ProceduralView = {
  number: 4, kind: 'overruleChair', title: 'overrule the chair', proposer: 'SISM', seconder: 'IFMSA-Egypt', phase: 'pending', vicePresides: true, chairBefore: 'ليلى الخوري',
  detail: { key: 'ruling', args: { number: '6', text: 'The amendment of SISM is not in order: it is about another matter.' } }, rule: { ...twoThirds, rank: 10, article: '[M] 8.4.8, the chair' },
};
const rulings: Pick<DebateBoard, 'rulings' | 'rulingOrder'> = {
  rulings: {
    r6: { number: 6, body: 'chair', text: 'The amendment of SISM is not in order: it is about another matter.', at: at(-5), reversed: false, used: false },
    r5: { number: 5, body: 'chair', text: 'IFMSA-Spain may hand in its motion although the deadline is over.', at: at(-900), reversed: false, allows: 'motion.submit', member: 'IFMSA-Spain', used: false },
    r4: { number: 4, body: 'credentials', text: 'The head of MedSIN-Sudan is not registered.', at: at(-2400), reversed: true, used: false },
  },
  rulingOrder: ['r6', 'r5', 'r4'],
};
const refer: ProceduralView = { number: 5, kind: 'refer', title: 'refer the motion', proposer: 'CIMSA-ISMKI', phase: 'waiting', detail: { key: 'words', args: { words: 'to the Financial Committee, with a report tomorrow' } }, rule: { ...twoThirds, debate: true, amend: true, majority: 'simple majority' }, vicePresides: false };

const speakers: SpeakersBoard = {
  speaking: { id: 's0', name: 'Anton Brückner', member: 'bvmd', since: at(-72), spoken: 0, paused: false, side: 'for', limit: 120, endsAt: at(48) },
  queue: { s1: { name: 'Şəbnəm Əliyeva', member: 'AzerMDS', at: at(-50), list: 'l1', side: 'against' }, s2: { name: 'ليلى', member: 'IFMSA-Egypt', at: at(-20), list: 'l1', side: 'for' }, s3: { name: 'IFMSA Brazil', member: 'IFMSA Brazil', at: at(-10), list: 'l1', side: 'against' }, s4: { name: 'José Ignacio', member: 'IFMSA-Spain', at: at(-4), list: 'l1', side: 'for' } },
  order: ['s1', 's2', 's3', 's4'], current: 'l1', sides: true, yields: true,
  lists: { l1: { number: 4, item: 'i6', motion: 'm14', phase: 'open', seconds: 120, sideSeconds: 600, leftFor: 312, leftAgainst: 480 }, l2: { number: 3, item: 'i6', phase: 'closed', seconds: 120, sideSeconds: 0 } },
};

const act = (title: string, effect: ProceduralActView['effect'], rule: Partial<ActRule> = {}, why?: string): ProceduralActView =>
  ({ title, effect, rule: { ...twoThirds, ...rule }, order: why ? { inOrder: false, why, article: '[M] 8.4.8' } : { inOrder: true } });
export const raisable: Pick<OrderBoard, 'procedurals' | 'proceduralOrder'> = {
  procedurals: {
    overruleChair: act('overrule the chair', 'overruleChair', { rank: 10, article: '[M] 8.4.8, the chair' }), voteAtOnce: act('proceed immediately to a vote', 'voteAtOnce'), postpone: act('postpone the present motion', 'postpone'), suspendRule: act('suspend a paragraph of the bylaws', 'suspendRule'),
    reopenSpeakers: act('reopen the speakers’ list', 'reopenSpeakers', {}, 'The speakers’ list is open.'), observersReturn: act('observers return to the hall', 'observersReturn', {}, 'Observers are in the hall.'), openMeeting: act('open the meeting', 'openMeeting', {}, 'The plenary is open.'),
  },
  proceduralOrder: ['overruleChair', 'voteAtOnce', 'postpone', 'suspendRule', 'reopenSpeakers', 'observersReturn', 'openMeeting'],
};
export const debateActs = [
  'speakers.open', 'speakers.limit', 'speakers.close', 'speech.call-next', 'speech.pause', 'speech.extend', 'speech.withdraw', 'intake.set', 'ruling.make', 'warning.give', 'motion.put-en-bloc', 'motion.announce', 'submission.set-deadline',
  'procedural.put', 'procedural.rule-out', 'procedural.move', 'procedural.second', 'point.hear', 'point.settle', 'point.accept', 'point.refuse', 'point.raise', 'point.withdraw', 'speech.request',
];

export interface DebateScene { all: Partial<Boards>; chair?: Partial<ChairBoard>; chairActs?: string[] }
interface Kit {
  plenary: (key: string, args: Record<string, string | number>, more?: Partial<PlenaryBoard>) => PlenaryBoard;
  motions: (phase: MotionBoard['motions'][string]['phase'], current?: boolean) => MotionBoard;
  ballot: (phase: BallotView['phase'], more?: Partial<BallotView>) => BallotView;
  text: string;
}

export function debateScenes({ plenary, motions, ballot, text }: Kit): Record<string, DebateScene> {
  const forecast = { itemEnds: at(5400), plenaryEnds: at(16_000) };
  const on = (debate: Partial<DebateBoard>): DebateBoard => ({ ...noDebate, ...rulings, ...debate });
  const proceduralStep = { kind: 'ballot.open', body: { method: 'phones', procedural: 'p3' }, newId: 'ballot', args: { title: 'proceed immediately to a vote' }, hold: false };
  const board = motions('seconded');
  const versus: Partial<BallotView> = { kind: 'versus', amendment: 'a2', amendmentNumber: 2, options: [{ key: 'original' }, { key: 'amendment' }, { key: 'abstain' }] };
  const scenes: Record<string, DebateScene> = {
    debate: {
      all: { plenary: plenary('motion', T), motion: board, ballot: {}, speakers, debate: on({ stack: [motion] }), amendments: amendmentsTo(text, 'submitted') },
      chair: { forecast, next: { kind: 'amendment.put', body: { amendment: 'a2' }, args: { number: '2', title: T.title }, hold: false } }, chairActs: ['amendment.put', 'amendment.rule-out'],
    },
    amendment: {
      all: { plenary: plenary('amendmentProposer', { number: '2', motion: '14', member: 'IFMSA-Spain' }), motion: board, ballot: {}, speakers: { ...speakers, speaking: undefined }, debate: on({ stack: [{ kind: 'amendment', id: 'a2', number: 2, title: '', proposer: 'IFMSA-Spain' }, motion] }), amendments: amendmentsTo(text, 'askingProposer') },
      chair: { forecast }, chairActs: ['amendment.accept', 'amendment.refuse', 'amendment.rule-out'],
    },
    procedural: {
      all: {
        plenary: plenary('procedural', { title: 'proceed immediately to a vote', member: 'AzerMDS' }), motion: board, ballot: {}, speakers: { ...speakers, speaking: { ...speakers.speaking!, paused: true, spoken: 72, endsAt: undefined } }, amendments: amendmentsTo(text),
        debate: on({ stack: [{ kind: 'procedural', id: 'p3', number: 3, title: 'proceed immediately to a vote', proposer: 'AzerMDS' }, { kind: 'amendment', id: 'a2', number: 2, title: '', proposer: 'IFMSA-Spain' }, motion], procedurals: { p3: voteAtOnce('pending'), p5: refer }, order: ['p3', 'p5'], points: { o1: { kind: 'order', member: 'SISM', phase: 'raised', at: at(-8) }, o2: { kind: 'informationTo', member: 'KazMSA', phase: 'deferred', at: at(-30) } }, pointOrder: ['o1', 'o2'] }),
      },
      chair: { forecast, next: { kind: 'point.hear', body: { point: 'o1' }, args: { title: 'SISM' }, hold: false }, also: [proceduralStep] }, chairActs: ['speech.continue'],
    },
    secondProcedural: {
      all: { plenary: plenary('proceduralSecond', { title: 'proceed immediately to a vote', member: 'AzerMDS' }, { countdown: { purpose: 'proceduralSeconders', procedural: 'p3', endsAt: at(8), seconds: 10 } }), motion: board, ballot: {}, debate: on({ stack: [{ kind: 'procedural', id: 'p3', number: 3, title: 'proceed immediately to a vote', proposer: 'AzerMDS' }, motion], procedurals: { p3: voteAtOnce('askingSecond') }, order: ['p3'] }) },
      chair: { forecast, next: { kind: 'procedural.fail', body: { procedural: 'p3' }, args: { title: 'proceed immediately to a vote' }, hold: false, notBefore: at(8) } },
    },
    secondAmendment: {
      all: { plenary: plenary('amendmentSecond', { number: '2', motion: '14', member: 'IFMSA-Spain' }, { countdown: { purpose: 'amendmentSeconders', amendment: 'a2', endsAt: at(8), seconds: 10 } }), motion: board, ballot: {}, debate: on({ stack: [{ kind: 'amendment', id: 'a2', number: 2, title: '', proposer: 'IFMSA-Spain' }, motion] }), amendments: amendmentsTo(text, 'askingSecond') },
      chair: { forecast, next: { kind: 'amendment.fail', body: { amendment: 'a2' }, args: { number: '2' }, hold: false, notBefore: at(8) } },
    },
    overrule: {
      all: { plenary: plenary('procedural', { title: 'overrule the chair', member: 'SISM' }, { presiding: { participant: 'c2', name: 'Şəbnəm Əliyeva', duty: 'viceChair' } }), motion: board, ballot: {}, debate: on({ stack: [{ kind: 'procedural', id: 'p4', number: 4, title: 'overrule the chair', proposer: 'SISM' }, motion], procedurals: { p4: overrule }, order: ['p4'], suspended: { '[M] 8.6': 'Points of information and warnings' } }) },
      chair: { forecast, next: { ...proceduralStep, args: { title: 'overrule the chair' } } },
    },
    alternatives: {
      all: {
        plenary: plenary('askingAlternatives', T, { countdown: { purpose: 'alternatives', motion: 'm14', endsAt: at(8), seconds: 10 } }), ballot: {}, debate: on({ stack: [motion] }), speakers: { ...speakers, speaking: undefined },
        motion: { ...motions('askingAlternatives'), motions: { ...board.motions, m14: { ...board.motions['m14']!, phase: 'askingAlternatives' }, m16: { ...board.motions['m15']!, number: 16, title: 'Policy on health workforce planning in cities', proposer: 'CFMS', seconder: 'IFMSA-Quebec', phase: 'competing', alternativeTo: 'm14' }, m17: { ...board.motions['m15']!, number: 17, title: 'Return the policy to its authors', proposer: 'DENEM', phase: 'askingSecond', alternativeTo: 'm14' } }, order: ['m14', 'm15', 'm16', 'm17'] },
      },
      chair: { forecast, next: { kind: 'alternative.fail', body: { alternative: 'm17' }, args: { number: '17', title: '' }, hold: false } },
    },
    bloc: {
      all: {
        plenary: plenary('motion', { number: '20', title: 'Reports of the Officials' }), ballot: {}, debate: on({ stack: [{ ...motion, id: 'm20', number: 20, title: 'Reports of the Officials' }] }),
        motion: { motions: { m20: { ...board.motions['m14']!, number: 20, title: 'Reports of the Officials', proposer: undefined, text: '16 · Report\n\n17 · Report', bloc: Object.fromEntries(['Report of the Vice-President for Members', 'Report of the Director on Public Health', 'Report of the Director on Medical Education', 'Report of the Regional Director for Africa'].map((title, index) => [`m2${index + 1}`, `${index + 21} · ${title}`])) } }, order: ['m20'], current: 'm20' },
      },
      chair: { forecast, next: { kind: 'motion.ask-negatives', body: { motion: 'm20' }, args: { number: '20', title: '' }, hold: false } }, chairActs: ['motion.pull-out'],
    },
    handedIn: {
      all: {
        plenary: plenary('item', { number: '6', title: 'Adoption of the agenda' }), ballot: {}, debate: on({ offRecord: true, candidatesOut: true }),
        motion: { motions: { ...board.motions, m14: { ...board.motions['m14']!, phase: 'submitted', noticeKept: false }, m15: { ...board.motions['m15']!, noticeKept: true, announced: at(-9000) }, m16: { ...board.motions['m15']!, number: 16, title: 'Report on scholarships', noticeKept: false, announced: at(-600), decision: 'motion' } }, order: ['m14', 'm15', 'm16'], deadline: at(1800) },
      },
      chair: { forecast: { plenaryEnds: at(9000) }, viceVacant: true, next: { kind: 'motion.put', body: { motion: 'm14' }, args: T, hold: false } }, chairActs: ['candidates.readmit', 'record.resume'],
    },
    closedSession: { all: { plenary: plenary('closedSession', {}, { observersOut: true, quorum: undefined }), motion: board, ballot: {}, debate: on({ stack: [motion], observersOut: true }) }, chair: { forecast, next: { kind: 'motion.ask-negatives', body: { motion: 'm14' }, args: T, hold: false } }, chairActs: ['observers.readmit'] },
    versus: { all: { plenary: plenary('votingOnAmendment', { number: '2', title: T.title }), motion: motions('voting'), ballot: { current: ballot('open', versus) }, debate: on({ stack: [motion] }), amendments: amendmentsTo(text, 'voting') }, chair: { next: { kind: 'ballot.close', body: { ballot: 'b7' }, args: T, hold: true } } },
    versusResult: { all: { plenary: plenary('declared.carried', { title: T.title }), motion: motions('seconded'), ballot: { current: ballot('declared', { ...versus, result: { figures: { original: 31, amendment: 58, abstain: 6 }, base: 89, needed: 45, entitled: 113, verdict: 'chosen', chosen: 'amendment', rule: 'relative majority', article: 'annex 4, step 2', counted: 'phones' } }) }, debate: on({ stack: [motion] }) } },
    chosen: { all: { plenary: plenary('declared.chosen', { name: 'Policy on health workforce planning in cities' }), motion: motions('defeated'), ballot: { current: ballot('declared', { kind: 'versus', options: [{ key: 'm14', motion: 14, title: T.title }, { key: 'm16', motion: 16, title: 'Policy on health workforce planning in cities' }, { key: 'against' }, { key: 'abstain' }], result: { figures: { m14: 31, m16: 44, against: 12, abstain: 6 }, base: 87, needed: 32, entitled: 113, verdict: 'chosen', chosen: 'm16', rule: 'relative majority', article: 'annex 4, steps 4 and 5', counted: 'phones' } }) }, debate: on({}) } },
    speech: { all: { plenary: plenary('item', { number: '6', title: 'Adoption of the agenda' }), ballot: {}, speakers, debate: on({}) }, chair: { forecast, next: { kind: 'speech.call-next', body: {}, args: { name: 'Şəbnəm Əliyeva' }, hold: false } } },
  };
  return Object.fromEntries(Object.entries(scenes).map(([name, scene]) => [`hall-${name}`, scene]));
}
