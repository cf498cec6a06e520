import { minutesBoards } from './minutes';
import type { AgendaBoard, AmendmentBoard, AmendmentView, Boards, DebateBoard, MotionView, MyVote, OrderBoard, ProceduralActView, ChairBoard, DeskBoard, MembersBoard, MineBoard, MotionBoard, PlenaryBoard, PresenceBoard } from '../src/contract.ts';
import type { Ballot, InOrder, Result } from '../src/wire.ts';
import { debateActs, debateScenes, noAmendments, noDebate, raisable } from './debate.ts';
import { tabletBoards } from './tablet.ts';
import { decisionRows, voteScenes } from './votes.ts';

// What the pages look like in every state, without a server: names as long and as varied as a federation has them.

const regions = ['Africa', 'Americas', 'Asia-Pacific', 'Eastern Mediterranean', 'Europe'];
const known: [string, string, string, string][] = [
  ['AMSA-Australia', "Australian Medical Students' Association", 'Australia', 'Asia-Pacific'],
  ['BMSS', "Bangladesh Medical Students' Society", 'Bangladesh', 'Asia-Pacific'],
  ['AMSAHK', 'AMSA-Hong Kong', 'Hong Kong (China)', 'Asia-Pacific'],
  ['CIMSA-ISMKI', 'CIMSA-ISMKI', 'Indonesia', 'Asia-Pacific'],
  ['IFMSA-Japan', 'IFMSA-Japan', 'Japan', 'Asia-Pacific'],
  ['KazMSA', 'KazMSA-Kazakhstan', 'Kazakhstan', 'Asia-Pacific'],
  ['CFMS', 'Canadian Federation of Medical Students', 'Canada', 'Americas'],
  ['IFMSA-Quebec', 'IFMSA-Québec', 'Canada-Québec', 'Americas'],
  ['IFMSA Brazil', 'International Federation of Medical Students Associations of Brazil', 'Brazil', 'Americas'],
  ['DENEM', 'Direção Executiva Nacional dos Estudantes de Medicina', 'Brazil', 'Americas'],
  ['bvmd', 'Bundesvertretung der Medizinstudierenden in Deutschland', 'Germany', 'Europe'],
  ['IFMSA-Spain', 'Federación Española de Estudiantes de Medicina para la Cooperación Internacional', 'Spain', 'Europe'],
  ['AzerMDS', 'Azərbaycan Tibb Tələbələri və Gənc Həkimlər Birliyi', 'Azərbaycan', 'Europe'],
  ['SISM', 'Segretariato Italiano Studenti in Medicina', 'Italy', 'Europe'],
  ['IFMSA-Egypt', 'الاتحاد الدولي لجمعيات طلاب الطب – مصر', 'مصر', 'Eastern Mediterranean'],
  ['LeMSIC', 'اللجنة الدولية لطلاب الطب اللبنانيين', 'لبنان', 'Eastern Mediterranean'],
  ['MedSIN-Sudan', 'MedSIN-Sudan', 'Sudan', 'Eastern Mediterranean'],
  ['FGMSA', "Federation of Ghana Medical Students' Associations", 'Ghana', 'Africa'],
  ['NiMSA', "Nigerian Medical Students' Association", 'Nigeria', 'Africa'],
];

export const count = 127;
const members: MembersBoard = { members: {}, order: [], regions };
for (let at = 0; at < count; at++) {
  const [shortName, name, country, region] = known[at] ?? [`MSA-${String(at).padStart(3, '0')}`, `Placeholder ${at}`, `Country ${at}`, regions[(at * 7) % 5]!];
  const status = at % 9 === 8 ? 'candidate' : 'full';
  members.members[`m${at}`] = { shortName, name, country, region, status, standing: at % 17 === 16 ? 'suspended' : 'good', votes: status === 'full' };
  members.order.push(`m${at}`);
}
const voting = members.order.filter((id) => members.members[id]!.votes);
const spain = 'm11';

const items = ['Opening', 'Election of the chair and the vice-chair', 'Appointment of the secretary and the returning officers', 'Election of the Constitution Credential Committee', 'Election of the Financial Committee', 'Adoption of the agenda', 'Presentations of guests', 'Introduction of the Officials', 'Introduction of the Organising Committee', 'Report of the Executive Board', 'Report on the status of members', 'Thanks'];
const agenda: AgendaBoard = { items: {}, order: items.map((_, at) => `i${at + 1}`), current: 'i6', next: 'i7' };
items.forEach((title, at) => {
  agenda.items[`i${at + 1}`] = { number: String(at + 1), title, phase: at < 5 ? 'closed' : at === 5 ? 'open' : at === 8 ? 'postponed' : 'planned', plenary: 'p1', depth: 0 };
});
agenda.items['i6a'] = { number: '6.1', title: 'Order of business for the second day', phase: 'planned', parent: 'i6', plenary: 'p1', depth: 1 };
agenda.order.splice(6, 0, 'i6a');

const text = `The plenary adopts the policy document on health workforce planning as circulated on the first day.

1. National member organisations are asked to report on its use before the next August Meeting.
2. The Executive Board names a small working group of not more than five people, one from each region.
3. The policy of 2022 on the same matter is repealed.

<script>alert('inert')</script> stays text.`;

const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
const plain: Pick<MotionView, 'amendable' | 'paragraphs' | 'coSubmitters' | 'bloc' | 'pulled' | 'voteOrdered' | 'translations'> = { amendable: false, paragraphs: [0], coSubmitters: [], bloc: {}, pulled: false, voteOrdered: false, translations: {} };
const motions = (phase: MotionBoard['motions'][string]['phase'], current = true, more: Partial<MotionView> = {}, others: MotionBoard['motions'] = {}): MotionBoard => ({
  motions: {
    m14: {
      ...plain, number: 14, title: 'Policy on health workforce planning and the retention of young doctors in rural areas', text, proposer: 'bvmd', seconder: phase === 'askingSecond' ? undefined : 'AzerMDS',
      decision: 'policy', rule: { decision: 'policy', majority: 'two thirds', article: 'Bylaws 8.4.5' }, phase, nemoContra: true, item: 'i6', objections: phase === 'objected' || phase === 'voting' ? ['IFMSA-Spain'] : [],
      amendable: phase === 'seconded', paragraphs: starts, translations: { fr: { title: 'Politique sur les effectifs de santé', text: 'L’assemblée adopte le document de politique tel que distribué le premier jour.\n\n1. Les organisations membres rendent compte de son usage.' } }, ...more,
    },
    m15: { ...plain, number: 15, title: 'Working group on scholarships', text: 'A working group is set up.', proposer: 'IFMSA-Spain', decision: 'motion', rule: { decision: 'motion', majority: 'simple majority', article: 'Bylaws 8.4.5' }, phase: 'submitted', nemoContra: true, objections: [] },
    ...others,
  },
  order: ['m14', 'm15', ...Object.keys(others)],
  ...(current ? { current: 'm14' } : {}),
});

// Debate: what is pending on what.
const debate = (more: Partial<DebateBoard> = {}): DebateBoard => ({
  stack: [{ kind: 'motion', id: 'm14', number: 14, title: 'Policy on health workforce planning and the retention of young doctors in rural areas', proposer: 'bvmd' }],
  procedurals: {}, order: [], points: {}, pointOrder: [], rulings: {}, rulingOrder: [], suspended: {},
  paragraphs: { '[M] 8.5': 'Points of order', '[M] annex 4, step 3': 'Nemo contra: a motion without a direct negative passes without a vote' }, intake: 'phones', offRecord: false, observersOut: false, candidatesOut: false, ...more,
});
const starts = [0, ...[...text.matchAll(/\n\n(?=\S)/g)].map((found) => found.index + 2)];
const edit = (old: string, young: string) => ({ start: text.indexOf(old), length: old.length, text: young });
const amendment = (number: number, proposer: string, edits: AmendmentView['edits'], more: Partial<AmendmentView> = {}): AmendmentView => ({
  number, motion: 'm14', proposer, phase: 'submitted', edits, before: text, becomes: edits.reduceRight((whole, each) => whole.slice(0, each.start) + each.text + whole.slice(each.start + each.length), text), collides: [], amendable: false, ...more,
});
const five = edit('not more than five people', 'seven people, no more than two of whom come from the same region');
const amended = (phase: AmendmentView['phase'], proposer = 'AzerMDS'): AmendmentBoard => ({
  amendments: {
    a1: amendment(1, 'SISM', [edit('before the next August Meeting', 'before the next March Meeting')], { phase: 'merged' }),
    a2: amendment(2, proposer, [five], { phase, collides: ['a3'], reason: 'Five people cannot speak for five regions and keep a balance.' }),
    a3: amendment(3, 'IFMSA-Spain', [edit('small working group', 'committee'), edit('\n3. The policy of 2022 on the same matter is repealed.', '')], { collides: ['a2'] }),
    a4: amendment(4, 'LeMSIC', [{ start: text.length, length: 0, text: '\n\nالقرار يدخل حيز التنفيذ فورا.' }], { phase: 'withdrawn', before: undefined, becomes: undefined }),
  },
  order: ['a1', 'a2', 'a3', 'a4'], current: 'a2',
});
const rule = { second: true, debate: false, amend: false, decidedBy: 'vote' as const, majority: 'two thirds', article: '[M] 8.4.8' };
const procedural = (title: string, effect: ProceduralActView['effect'], why?: string): ProceduralActView => ({ title, effect, rule, order: why ? { inOrder: false, code: 'x', why, article: '[M] 8.4.8' } : { inOrder: true } });
const procedurals: Pick<OrderBoard, 'procedurals' | 'proceduralOrder'> = {
  procedurals: {
    adjourn: procedural('adjourn the meeting', 'adjournMeeting'), voteAtOnce: procedural('proceed immediately to a vote', 'voteAtOnce'), postpone: procedural('postpone the present motion', 'postpone'),
    recess: procedural('take a recess', 'recess'), suspendRule: procedural('suspend a paragraph of the bylaws', 'suspendRule'), noConfidence: procedural('no confidence in the chair', 'noConfidence'),
    openMeeting: procedural('open the meeting', 'openMeeting', 'The plenary is in session already.'), reopenDebate: procedural('reopen the debate', 'reopenDebate', 'A motion is before the plenary; the debate on another is reopened once it is settled.'),
    overruleCredentials: procedural('overrule the credentials committee', 'overruleCredentials', 'There is no ruling of the committee to overrule.'),
  },
  proceduralOrder: ['adjourn', 'openMeeting', 'voteAtOnce', 'reopenDebate', 'postpone', 'recess', 'suspendRule', 'noConfidence', 'overruleCredentials'],
};
const moved = (phase: DebateBoard['procedurals'][string]['phase']) => debate({
  stack: [{ kind: 'procedural', id: 'q1', number: 1, title: 'take a recess', proposer: 'SISM' }, { kind: 'amendment', id: 'a2', number: 2, title: '', proposer: 'AzerMDS' }, ...debate().stack],
  procedurals: { q1: { number: 1, kind: 'recess', title: 'take a recess', proposer: 'SISM', phase, detail: { key: 'minutes', args: { minutes: '15' } }, rule, vicePresides: false } }, order: ['q1'],
});

const result: Result = { figures: { for: 41, against: 20, abstain: 13 }, base: 61, needed: 41, entitled: 113, verdict: 'carried', rule: 'two thirds', article: 'Bylaws 8.4.5', counted: 'phones' };
// By what votes are decided.
export const voteRule = (majority: string, numerator: number, denominator: number, more: Partial<Ballot['rule']> = {}): Ballot['rule'] => ({
  decision: 'policy', majority, article: 'Bylaws 8.4.5', numerator, denominator, strict: false, base: 'forAndAgainst', counting: 'votes', tie: 'fails', allAbstain: 'fails', effect: 'none', ...more,
});
const mostVotes = voteRule('most votes', 0, 1, { article: '[M] annex 4' });
export const terms = { disclosure: 'named', atMost: 1, seats: 1, maySplit: false, test: false, objectionSeconds: 5 } as const;
const voted: Record<string, true> = Object.fromEntries(voting.filter((_, index) => index % 5 !== 0).map((id) => [id, true]));
const ballot = (phase: Ballot['phase'], more: Partial<Ballot> = {}): Ballot => ({
  id: 'b7', number: 7, title: 'Policy on health workforce planning and the retention of young doctors in rural areas', kind: 'question', method: 'phones', phase,
  options: [{ key: 'for' }, { key: 'against' }, { key: 'abstain' }], openedAt: at(-40), entitled: voting.length,
  electorate: Object.fromEntries(voting.map((id) => [id, 1])), rule: more.kind === 'versus' ? mostVotes : voteRule('two thirds', 2, 3), ...terms, motion: 'm14', motionNumber: 14, ...(phase === 'declared' || phase === 'counted' ? { result } : {}), ...more,
});
const names = { c1: { name: 'Ana María Fernández de la Vega', member: 'IFMSA-Spain' }, c2: { name: 'ليلى الخوري', member: 'LeMSIC' }, c3: { name: 'Şəbnəm Əliyeva', member: 'AzerMDS' } };
const choice = (phase: Ballot['phase']) => ballot(phase, {
  title: 'Election of the chair', kind: 'choice', election: 'e1', motion: undefined, rule: voteRule('absolute majority', 1, 2, { strict: true, base: 'cast', decision: 'election' }),
  options: [...Object.entries(names).map(([key, { name }]) => ({ key, label: name })), { key: 'abstain' }],
  ...(phase === 'declared' ? { result: { figures: { c1: 21, c2: 47, c3: 4, abstain: 2 }, base: 74, needed: 38, entitled: 113, verdict: 'elected', winner: 'ليلى الخوري', rule: 'absolute majority', article: 'Bylaws 8.4.5', counted: 'phones' } satisfies Result } : {}),
});

const quorum = { present: 74, entitled: voting.length, needed: 38, met: true, questioned: false, article: 'Bylaws 8.1.8' };
// The server writes every argument as a word.
const spoken = (args: Record<string, string | number>) => Object.fromEntries(Object.entries(args).map(([key, value]) => [key, String(value)]));
const plenary = (phase: PlenaryBoard['plenaries'][string]['phase'], key: string, args: Record<string, string | number>, more: Partial<PlenaryBoard> = {}): PlenaryBoard => ({
  assembly: 'August Meeting 2026', zone: 'Europe/Copenhagen', languages: ['en', 'fr'], starts: '2026-08-01', ends: '2026-08-07', venue: 'Aarhus',
  plenaries: { p1: { number: 1, venue: 'Great Hall', starts: at(-3600), ends: at(9000), phase, signedBy: {}, agendaAdopted: false, openedAt: at(-3000) }, p2: { number: 2, venue: 'Great Hall', starts: at(90000), ends: at(100000), phase: 'planned', signedBy: {}, agendaAdopted: false } },
  order: ['p1', 'p2'], current: 'p1', sentence: { key, args: spoken(args) }, quorum, presiding: { participant: 'chair', name: 'ليلى الخوري', duty: 'chair' }, chairSilent: false, onMembers: ['membership'], onBylaws: [], observersOut: false, decisions: { agenda: 'adoption of the agenda', bylaws: 'change of the bylaws', chair: 'election of the chair', election: 'election', motion: 'motion', policy: 'policy', procedural: 'procedural motion', slate: 'election of a committee as a slate' }, ...more,
});

const presence = (called = true): PresenceBoard => ({
  members: Object.fromEntries(members.order.map((id, index) => [id, { presence: called ? (index % 4 === 3 ? 'absent' : 'present') : index % 5 === 4 ? 'unknown' : index % 5 === 3 ? 'absent' : index % 3 === 0 ? 'checkedIn' : 'present', card: called ? index % 4 !== 3 : index % 3 !== 0 && index % 5 < 3 }])),
});
const words = ['amber river', 'quiet harbour', 'silver maple', 'winter lantern', 'copper field'];
const desk = (called: boolean): DeskBoard => {
  const board: DeskBoard = { participants: {}, order: [], cards: {}, requests: { d9: { participant: 'm10-2', word: 'green anchor', at: at(-60) } }, requestOrder: ['d9'], entries: { m10: { by: 'x', name: 'Ivo' } }, papers: [], voteless: ['m3'], reports: { r1: { number: 1, final: false, adopted: false, inForce: true, at: at(-3600), votes: 11, without: { m3: 'The fee is unpaid' } } }, proxies: { decisions: ['change of the bylaws'], perHolder: 2, letter: true, article: '[M] 8.7.14', given: { m5: { holder: 'm2', letter: 'l1' } } } };
  members.order.forEach((id, index) => {
    for (const seat of [1, 2, 3]) {
      const key = `${id}-${seat}`;
      const here = presence(called).members[id]!;
      board.participants[key] = { member: id, label: `${members.members[id]!.shortName} ${seat}`, name: seat === 1 ? ['Ana', 'Ömer', 'ليلى', 'Şəbnəm'][index % 4]! + ` ${index}` : undefined, head: seat === 1, seat, device: seat === 1 || index % 2 === 0, word: here.presence === 'checkedIn' && seat === 1 ? words[index % 5] : undefined, duties: [], account: false };
      board.order.push(key);
      if (seat === 1 && here.card) board.cards[id] = { holder: key, forfeited: index === 7 };
    }
  });
  for (const [id, { name }] of Object.entries(names)) {
    board.participants[id] = { label: name, name, head: false, seat: 0, device: true, duties: id === 'c2' ? ['chair'] : id === 'c3' ? ['viceChair'] : [], account: id !== 'c1' };
    board.order.push(id);
  }
  return board;
};
const yes: InOrder = { inOrder: true };
const acts = (...kinds: string[]) => ({ acts: Object.fromEntries(kinds.map((kind) => [kind, yes])) as Record<string, InOrder>, procedurals: {}, proceduralOrder: [] });

const mine = (more: Partial<MineBoard> = {}): MineBoard => ({
  participant: 'm11-1', name: 'Ana', label: 'IFMSA-Spain 1', member: spain, memberName: known[11]![1], shortName: 'IFMSA-Spain', head: true, duties: [], roles: [], account: false,
  card: { holder: 'm11-1', holderName: 'Ana', mine: true, offeredToMe: false, forfeited: false }, presence: 'present',
  colleagues: { 'm11-2': { label: 'IFMSA-Spain 2', name: 'José Ignacio' }, 'm11-3': { label: 'IFMSA-Spain 3' } }, order: ['m11-2', 'm11-3'], chairOffered: false, nominated: false, unbound: false, ...more,
});
const myVote = (more: Partial<MyVote> = {}): MyVote => ({ ballot: 'b7', member: 'm11', name: 'IFMSA-Spain', votes: 1, castable: true, held: false, onPaper: false, ...more });
const chairBoard = (more: Partial<ChairBoard> = {}): ChairBoard => ({
  missing: {}, order: [], late: {}, also: [], objections: [], decisions: decisionRows,
  acts: { 812: { key: 'motion.put.v1', subject: 'Policy on health workforce planning', at: at(-2), until: at(8), by: 'ليلى الخوري' }, 806: { key: 'item.opened.v1', subject: 'Adoption of the agenda', at: at(-40), until: at(-30), by: 'ليلى الخوري' }, 801: { key: 'card.moved.v1', subject: 'AzerMDS', at: at(-100), until: at(-90), by: 'Ivo' } }, actOrder: ['812', '806', '801'], viceVacant: false, ...more,
});
const always = ['plenary.recess', 'plenary.adjourn', 'quorum.test', 'hall.call', 'item.close', 'item.postpone', 'item.next', 'agenda.add', 'agenda.place', 'agenda.rename', 'agenda.assign', 'item.open', 'ballot.open', 'ballot.open-test', 'motion.put', 'motion.second', 'chair.offer', 'election.open', 'act.correct', 'speech.call', 'speech.end', 'minutes.remark', 'minutes.sign', 'minutes.reword', 'minutes.restore', 'minutes.review', 'minutes.revise', 'minutes.circulate', 'minutes.settle-correction', 'minutes.propose-correction', 'minutes.put', 'minutes.withdraw', 'minutes.present', 'minutes.record-adoption', 'minutes.publish', 'motion.translate', 'card.give', 'card.take', 'card.forfeit', 'rollcall.mark', 'presence.leave', 'proxy.give', 'proxy.end', 'credentials.report', 'device.release', 'duty.give', 'motion.submit', 'quorum.call'];
const delegate = ['speech.request', 'motion.submit', 'quorum.call', 'card.offer'];

const no = (why: string, article?: string): InOrder => ({ inOrder: false, code: 'x', why, ...(article ? { article } : {}) });
type Scene = { all: Partial<Boards>; order?: Partial<OrderBoard>; delegate?: Partial<MineBoard>; delegateActs?: string[]; chair?: Partial<ChairBoard>; chairActs?: string[] };
const T = { number: '14', title: 'Policy on health workforce planning and the retention of young doctors in rural areas' };
const V = { number: '14', title: T.title };
const alternatives = (phase: MotionView['phase']): MotionBoard['motions'] => ({
  m16: { ...plain, number: 16, title: 'A toolkit for workforce planning instead of a policy', text: 'The Executive Board publishes a **toolkit** by March.\n\n- for NMOs\n- for ministries', proposer: 'SISM', decision: 'policy', rule: { decision: 'policy', majority: 'two thirds', article: 'Bylaws 8.4.5' }, phase, nemoContra: true, objections: [], alternativeTo: 'm14', seconder: phase === 'competing' ? 'CFMS' : undefined },
});
const bloc = () => motions('seconded', true, { title: 'Reports of the standing committees', bloc: { m21: '21 · Report of the Standing Committee on Public Health', m22: '22 · Report of the Standing Committee on Research Exchange', m23: '23 · تقرير اللجنة الدائمة للتعليم الطبي' }, text: '21 · Report\n\n22 · Report' });
const speaking = { id: 's0', name: 'Anton', member: 'bvmd', since: at(-72), spoken: 0, paused: false, limit: 120, endsAt: at(48), side: 'for' as const };
const queue = { s1: { name: 'Şəbnəm Əliyeva', member: 'AzerMDS', at: at(-50) }, s2: { name: 'Ana', member: 'IFMSA-Spain', at: at(-20) } };
const lists = { l1: { number: 1, motion: 'm14', phase: 'open' as const, seconds: 120, sideSeconds: 0 } };
const debating = ['speech.request', 'point.raise', 'amendment.propose', 'motion.divide', 'procedural.move', 'motion.submit', 'motion.draft', 'motion.withdraw', 'quorum.call', 'card.offer'];
const A2 = { number: '2', motion: '14', member: 'AzerMDS' };
const barred = { 'motion.object': no('The chair has not asked for direct negatives yet.', '[M] annex 4'), 'alternative.propose': no('Alternatives are asked for after a direct negative.', '[M] annex 4, steps 4 and 5'), 'motion.second': no('Motion 14 has a seconder.') };

const missing = Object.fromEntries(voting.filter((id) => !voted[id]).map((id) => [id, true as const]));

const voteNow = (more: Partial<Ballot>, votes: MyVote[], phase: Ballot['phase'] = 'open'): Scene => ({
  all: { plenary: plenary('inSession', phase === 'checking' ? 'checking' : 'votingOnMotion', V), motion: motions('voting'), ballot: { current: ballot(phase, more) } }, delegate: { votes }, delegateActs: ['ballot.cast', 'ballot.object'],
});
const places = { kind: 'several' as const, atMost: 2, seats: 2, options: [...['Aarhus, Denmark', 'Lagos, Nigeria', 'بيروت، لبنان', 'Kathmandu, Nepal'].map((label, at) => ({ key: String(at + 1), label })), { key: 'against' }, { key: 'abstain' }] };
const phoneVotes: Record<string, Scene> = {
  split: voteNow({ maySplit: true }, [myVote({ votes: 5, cast: { shares: [{ options: ['for'], votes: 3 }, { options: ['against'], votes: 2 }], at: at(-9), provenance: 'phone', counts: true } })]),
  marks: voteNow(places, [myVote()]),
  proxies: voteNow({}, [myVote({ cast: { option: 'for', at: at(-9), provenance: 'phone', counts: true } }), myVote({ member: 'm5', name: 'IFMSA-Japan', held: true }), myVote({ member: 'm3', name: 'AMSAHK', held: true })]),
  entered: voteNow({}, [myVote({ cast: { option: 'against', at: at(-9), provenance: 'entered', counts: false } })]),
  checking: voteNow({ objectionsUntil: at(4), objectionSeconds: 5 }, [myVote({ cast: { option: 'for', at: at(-9), provenance: 'tablet', counts: true } })], 'checking'),
};

export const scenes: Record<string, Scene> = {
  ...voteScenes({ plenary: (key, args, more) => plenary('inSession', key, args, more), ballot, rule: voteRule, desk: () => desk(true), members, voting, at }),
  ...debateScenes({ plenary: (key, args, more) => plenary('inSession', key, args, more), motions, ballot, text }),
  planned: { all: { plenary: plenary('planned', 'planned', { number: 1 }, { quorum: undefined }), ballot: {} }, delegate: { card: undefined, word: 'amber river', presence: 'unknown' }, delegateActs: ['motion.submit'], chair: { next: { kind: 'plenary.call-roll', body: {}, args: { number: '1' }, hold: false } } },
  rollCall: { all: { plenary: plenary('rollCall', 'rollCall', { number: 1 }), presence: presence(false), ballot: {}, desk: desk(false) }, delegate: { card: undefined, word: 'amber river', presence: 'checkedIn' }, delegateActs: ['rollcall.check-in'], chair: { next: { kind: 'plenary.open', body: {}, args: { number: '1' }, hold: false } } },
  waiting: { all: { plenary: plenary('inSession', 'motion', { ...T, phase: 'seconded' }), motion: motions('seconded'), ballot: {}, speakers: { speaking: { id: 's0', name: 'Anton', member: 'bvmd', since: at(-72), spoken: 0, paused: false }, queue: { s1: { name: 'Şəbnəm Əliyeva', member: 'AzerMDS', at: at(-50) }, s2: { name: 'ليلى', member: 'IFMSA-Egypt', at: at(-20) } }, order: ['s1', 's2'], lists: {}, sides: false, yields: false } }, delegateActs: delegate, chair: { next: { kind: 'motion.ask-negatives', body: { motion: 'm14' }, args: T, hold: false }, late: { m14: 'SISM' } } },
  second: { all: { plenary: plenary('inSession', 'askingSecond', T, { countdown: { purpose: 'seconders', endsAt: at(8), seconds: 10, motion: 'm14' } }), motion: motions('askingSecond'), ballot: {} }, delegateActs: [...delegate, 'motion.second'], chair: { next: { kind: 'motion.fail', body: { motion: 'm14' }, args: T, hold: false } }, chairActs: ['countdown.extend'] },
  seconded: { all: { plenary: plenary('inSession', 'motion', { ...T, phase: 'seconded' }), motion: motions('seconded'), ballot: {} }, delegate: { undo: { act: 900, key: 'motion.seconded.v1', until: at(5) } }, delegateActs: delegate },
  voting: { all: { plenary: plenary('inSession', 'votingOnMotion', V), motion: motions('voting'), ballot: { current: ballot('open') } }, delegateActs: ['ballot.cast'], chair: { next: { kind: 'ballot.close', body: { ballot: 'b7' }, args: V, hold: true }, missing, order: Object.keys(missing) }, chairActs: ['ballot.void', 'ballot.enter'] },
  counted: { all: { plenary: plenary('inSession', 'votingOnMotion', V), motion: motions('voting'), ballot: { current: ballot('open') } }, delegate: { votes: [myVote({ cast: { option: 'for', at: at(-12), provenance: 'phone', counts: true } })] }, delegateActs: ['ballot.cast'] },
  ...phoneVotes,
  colleague: { all: { plenary: plenary('inSession', 'votingOnMotion', V), motion: motions('voting'), ballot: { current: ballot('open') } }, delegate: { card: { holder: 'm11-2', holderName: 'José Ignacio', mine: false, offeredToMe: false, forfeited: false } }, delegateActs: [] },
  election: { all: { plenary: plenary('inSession', 'voting', { number: 2, title: 'Election of the chair' }), motion: motions('seconded', false), ballot: { current: choice('open') } }, delegateActs: ['ballot.cast'], chair: { next: { kind: 'ballot.close', body: { ballot: 'b7' }, args: { number: '2', title: 'Election of the chair' }, hold: true }, missing, order: Object.keys(missing) } },
  elected: { all: { plenary: plenary('inSession', 'declared.elected', { number: 2, title: 'Election of the chair', name: 'ليلى الخوري' }), motion: motions('seconded', false), ballot: { current: choice('declared') } }, delegateActs: delegate },
  nominations: { all: { plenary: plenary('inSession', 'item', { number: '2', title: items[1]! }), motion: motions('seconded', false), ballot: {}, elections: { elections: { e1: { title: 'Election of the chair', decision: 'election', duty: 'chair', nominees: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { ...name, account: id !== 'c1' }])), order: Object.keys(names), phase: 'open' } }, order: ['e1'], current: 'e1' } }, delegateActs: delegate, chair: { next: { kind: 'ballot.open', body: { method: 'phones', election: 'e1' }, args: { title: 'Election of the chair' }, hold: false } }, chairActs: ['election.nominate', 'election.withdraw'] },
  declared: { all: { plenary: plenary('inSession', 'declared.carried', V), motion: motions('carried', false), ballot: { current: ballot('declared') } }, delegateActs: delegate, chair: { next: { kind: 'item.next', body: {}, args: { number: '7', title: items[6]! }, hold: false } } },
  placards: { all: { plenary: plenary('inSession', 'votingOnMotion', V), motion: motions('voting'), ballot: { current: ballot('open', { method: 'placards' }) } }, delegateActs: [], chairActs: ['ballot.enter-figures'] },
  recess: { all: { plenary: plenary('recess', 'recess', { until: at(1500) }, { recessUntil: at(1500) }), ballot: {} }, delegateActs: ['motion.submit'], chair: { next: { kind: 'plenary.resume', body: {}, args: { number: '1' }, hold: false } } },
  hallCall: { all: { plenary: plenary('inSession', 'objected', T, { hallCall: { until: at(100), minutes: 2 } }), motion: motions('objected'), ballot: {} }, delegateActs: delegate },
  noQuorum: { all: { plenary: plenary('inSession', 'noQuorum', { present: 31, needed: 38 }, { quorum: { ...quorum, present: 31, met: false } }), motion: motions('seconded'), ballot: {} }, delegateActs: [] },
  between: { all: { plenary: plenary('inSession', 'item', { number: '6', title: items[5]! }), motion: motions('seconded', false), ballot: {} }, delegateActs: delegate, chair: { next: { kind: 'item.next', body: {}, args: { number: '7', title: items[6]! }, hold: false } } },
  debate: {
    all: {
      plenary: plenary('inSession', 'motion', T), motion: motions('seconded'), ballot: {}, amendments: { ...amended('submitted'), current: undefined },
      debate: debate({ suspended: { '[M] annex 4, step 3': 'Nemo contra' }, offRecord: true, points: { p1: { kind: 'informationTo', member: 'SISM', phase: 'raised', at: at(-5) } }, pointOrder: ['p1'] }),
      speakers: { speaking, queue, order: ['s1', 's2'], lists, current: 'l1', sides: true, yields: true },
    }, delegateActs: debating, order: { acts: barred, ...procedurals },
  },
  amendment: { all: { plenary: plenary('inSession', 'amendmentProposer', A2), motion: motions('seconded', true, { proposer: 'IFMSA-Spain' }), ballot: {}, amendments: amended('askingProposer'), debate: debate({ stack: [{ kind: 'amendment', id: 'a2', number: 2, title: '', proposer: 'AzerMDS' }, ...debate().stack] }) }, delegateActs: [...debating, 'amendment.accept', 'amendment.refuse', 'amendment.withdraw'], order: procedurals },
  amendmentSecond: { all: { plenary: plenary('inSession', 'amendmentSecond', A2, { countdown: { purpose: 'amendmentSeconders', endsAt: at(8), seconds: 10, amendment: 'a2' } }), motion: motions('seconded'), ballot: {}, amendments: amended('askingSecond'), debate: debate({ stack: [{ kind: 'amendment', id: 'a2', number: 2, title: '', proposer: 'AzerMDS' }, ...debate().stack] }) }, delegateActs: [...debating, 'amendment.second'], order: procedurals },
  procedural: { all: { plenary: plenary('inSession', 'proceduralSecond', { title: 'take a recess', member: 'SISM' }, { countdown: { purpose: 'proceduralSeconders', endsAt: at(8), seconds: 10, procedural: 'q1' } }), motion: motions('seconded'), ballot: {}, amendments: amended('pending'), debate: moved('askingSecond') }, delegateActs: ['procedural.second', 'point.raise', 'procedural.move'], order: { acts: barred, ...procedurals } },
  alternatives: { all: { plenary: plenary('inSession', 'askingAlternatives', T, { countdown: { purpose: 'alternatives', endsAt: at(8), seconds: 10, motion: 'm14' } }), motion: motions('askingAlternatives', true, {}, alternatives('askingSecond')), ballot: {}, debate: debate() }, delegateActs: ['alternative.propose', 'alternative.second', 'point.raise'], order: procedurals },
  versus: { all: { plenary: plenary('inSession', 'votingOnMotion', V), motion: motions('voting', true, {}, alternatives('competing')), debate: debate({ points: { p1: { kind: 'order', member: 'IFMSA-Spain', phase: 'raised', at: at(-5) } }, pointOrder: ['p1'] }), ballot: { current: ballot('open', { kind: 'versus', options: [{ key: 'm14', motion: 14, title: T.title }, { key: 'm16', motion: 16, title: 'A toolkit for workforce planning instead of a policy' }, { key: 'against' }, { key: 'abstain' }], rule: mostVotes }) } }, delegateActs: ['ballot.cast', 'point.raise', 'point.withdraw'] },
  versusAmendment: { all: { plenary: plenary('inSession', 'votingOnAmendment', { number: 2, title: T.title }), motion: motions('seconded'), amendments: amended('voting'), debate: debate({ stack: [{ kind: 'amendment', id: 'a2', number: 2, title: '', proposer: 'AzerMDS' }, ...debate().stack] }), ballot: { current: ballot('open', { kind: 'versus', motion: undefined, amendment: 'a2', amendmentNumber: 2, options: [{ key: 'amendment' }, { key: 'original' }, { key: 'abstain' }], rule: mostVotes }) } }, delegateActs: ['ballot.cast', 'point.raise'] },
  chosen: { all: { plenary: plenary('inSession', 'declared.chosen', { number: 7, title: T.title, name: 'A toolkit for workforce planning instead of a policy' }), motion: motions('seconded', true, {}, alternatives('competing')), debate: debate(), ballot: { current: ballot('declared', { kind: 'versus', options: [{ key: 'm14', motion: 14, title: T.title }, { key: 'm16', motion: 16, title: 'A toolkit for workforce planning instead of a policy' }, { key: 'against' }, { key: 'abstain' }], result: { ...result, figures: { m14: 20, m16: 41, against: 3, abstain: 9 }, verdict: 'chosen', chosen: 'm16', needed: 21, base: 64, rule: 'most votes' } }) } }, delegateActs: debating },
  bloc: { all: { plenary: plenary('inSession', 'motion', { number: 14, title: 'Reports of the standing committees' }), motion: bloc(), ballot: {}, debate: debate() }, delegateActs: [...debating, 'motion.pull-out'], order: procedurals },
  speaking: { all: { plenary: plenary('inSession', 'motion', T), motion: motions('seconded'), ballot: {}, debate: debate({ points: { p1: { kind: 'informationFrom', member: 'SISM', phase: 'raised', at: at(-5) } }, pointOrder: ['p1'] }), speakers: { speaking: { ...speaking, name: 'Ana', member: 'IFMSA-Spain' }, queue: { s1: queue.s1 }, order: ['s1'], lists, current: 'l1', sides: true, yields: true } }, delegateActs: ['speech.end', 'speech.yield', 'point.accept', 'point.refuse', 'point.raise'], order: procedurals },
  drafts: { all: { plenary: plenary('inSession', 'item', { number: '6', title: items[5]! }), motion: { ...motions('submitted', false), deadline: at(7200) }, ballot: {}, debate: debate({ stack: [] }), drafts: { drafts: { d1: { title: 'Mental health of students on exchange', text: 'The plenary asks for a **helpline**.', decision: 'motion', proposer: 'IFMSA-Spain', mine: true, coSubmitters: ['SISM'], invited: { m10: 'bvmd', m12: 'AzerMDS' }, asksMe: false, handedIn: false }, d2: { title: 'A fund for visas', text: 'A fund is set up.', decision: 'motion', proposer: 'bvmd', mine: false, coSubmitters: [], invited: { m11: 'IFMSA-Spain' }, asksMe: true, handedIn: false } }, order: ['d1', 'd2'] } }, delegateActs: [...debating, 'motion.join', 'motion.hand-in'], order: procedurals },
  closed: { all: { plenary: plenary('inSession', 'closedSession', {}, { observersOut: true }), motion: undefined, ballot: {} }, delegate: { member: undefined, card: undefined, shortName: undefined, duties: ['observer'] } },
  adjourned: { all: { plenary: plenary('adjourned', 'adjourned', { number: 1 }), ballot: {} }, delegateActs: [] },
};

// One scene with much in it, one for a holder, one where nothing was said.
const rooms: Record<string, Boards['room']> = {
  colleague: { ballot: 'b7', advice: { 'm11-2': { options: ['for'] }, 'm11-3': { options: ['against'], note: 'We promised the northern committees to wait for the audit.' } }, mandates: { m14: { option: 'for', note: 'Board meeting of 12 May, unanimous', by: 'm11-2' } } },
  voting: { ballot: 'b7', advice: { 'm11-2': { options: ['for'] }, 'm11-3': { options: ['against'], note: 'We promised the northern committees to wait for the audit.' } }, mandates: { m14: { option: 'for', note: 'Board meeting of 12 May, unanimous', by: 'm11-2' } } },
};

export function boardsOf(scene: string, page: string): Partial<Boards> {
  const { all, order, delegate: me, delegateActs, chair, chairActs } = scenes[scene] ?? scenes[scene.startsWith('tablet-') ? 'voting' : 'between']!;
  const of: Partial<Boards> = { agenda, members, presence: presence(), motion: { motions: {}, order: [] }, elections: { elections: {}, order: [] }, speakers: { queue: {}, order: [], lists: {}, sides: false, yields: false }, results: {
    ballots: {
      b5: { number: 5, title: 'Where do we meet next?', kind: 'several', phase: 'declared', at: at(-900), result: { ...result, figures: { 1: 74, 2: 66, 3: 30, against: 2, abstain: 6 }, verdict: 'chosen', winners: ['1', '2'], margin: 9 }, names: { 1: 'Aarhus, Denmark', 2: 'Lagos, Nigeria', 3: 'بيروت، لبنان' }, disclosure: 'totals' },
      b6: { number: 6, title: 'Working group on scholarships', kind: 'question', phase: 'void', at: at(-600), voidReason: 'Two delegations voted on the wrong motion.', names: {}, disclosure: 'named' },
      b7: { number: 7, title: 'Policy on health workforce planning', kind: 'question', phase: 'declared', at: at(-300), result: { ...result, margin: 0 }, names: {}, disclosure: 'named' },
    }, order: ['b5', 'b6', 'b7'],
  }, debate: noDebate, amendments: noAmendments, progress: { ballot: 'b7', cast: Object.keys(voted).length, voted }, ...all };
  if (page === 'floor') {
    const able = acts(...(delegateActs ?? []));
    return { ...of, room: rooms[scene] ?? { advice: {}, mandates: {} }, mine: mine(me), order: { ...able, ...order, acts: { ...able.acts, ...order?.acts } } };
  }
  if (page === 'tablet') return tabletBoards(of, scene, ballot, mine);
  const console_ = { ...of, desk: all.desk ?? desk(true), head: { sequence: 812, head: 'a3f9c27e' }, chair: chairBoard(chair), mine: mine({ participant: 'c2', name: 'ليلى الخوري', member: undefined, card: undefined, duties: ['chair'], roles: ['presiding', 'chair'] }), order: { ...acts(...always, ...debateActs, ...(chairActs ?? [])), ...raisable }, reach: { members: Object.fromEntries(members.order.map((id, index) => [id, index % 11 === 0 ? 'silent' : index % 13 === 0 ? 'none' : 'heard'])), chair: 'heard' } as Boards['reach'] };
  console_.order.acts['plenary.resume'] = { inOrder: false, code: 'plenary.not-recess', why: 'The plenary is in session; only a recess can be resumed.' };
  return {
    ...console_,
    minutes: {
      entries: {
        700: { at: at(-3400), kind: 'rollCall', text: 'Plenary 1 was opened at 19:02 with 74 members present; 38 were needed.', article: 'Bylaws 8.1.8', remarks: {}, corrected: false, by: 'Anton' },
        712: { at: at(-3300), item: 'i2', kind: 'election', text: 'Election of the chair: 47 for ليلى الخوري (LeMSIC), 21 for Ana María Fernández de la Vega (IFMSA-Spain), 4 for Şəbnəm Əliyeva (AzerMDS), 2 abstained. ليلى الخوري was elected.', article: 'Bylaws 8.4.5', remarks: { r1: 'The candidates left the hall during the vote.' }, corrected: false, by: 'Anton' },
        800: { at: at(-900), item: 'i6', kind: 'motion', text: 'Motion 14, proposed by bvmd, was read.', remarks: {}, act: 800, corrected: false, by: 'ليلى الخوري' },
        812: { at: at(-600), item: 'i6', kind: 'vote', text: 'Motion 14: 41 for, 20 against, 13 abstentions; 41 of 61 needed. Carried.', article: 'Bylaws 8.4.5', remarks: {}, corrected: false, by: 'ليلى الخوري' },
      },
      order: ['700', '712', '800', '812'],
      unresolved: { u1: 'Motion 15 was handed in and never put.', u2: 'The secretary of plenary 1 is not appointed.' },
    },
    ...minutesBoards(scene),
  };
}

export { minutesView } from './minutes';
