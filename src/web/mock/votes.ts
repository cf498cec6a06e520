import type { BallotRuleView, BallotView, Boards, ChairBoard, DecisionRow, DeskBoard, MembersBoard, PlenaryBoard, ProgressBoard, ResultView } from '../src/contract.ts';

// Every way of voting as the console, the officers and the hall see it.

interface Kit {
  plenary: (key: string, args: Record<string, string | number>, more?: Partial<PlenaryBoard>) => PlenaryBoard;
  ballot: (phase: BallotView['phase'], more?: Partial<BallotView>) => BallotView;
  rule: (majority: string, numerator: number, denominator: number, more?: Partial<BallotRuleView>) => BallotRuleView;
  desk: () => DeskBoard;
  members: MembersBoard;
  voting: string[];
  at: (seconds: number) => string;
}
interface VoteScene { all: Partial<Boards>; chair?: Partial<ChairBoard>; chairActs?: string[] }

const row = (title: string, majority: string, more: Partial<DecisionRow> = {}): DecisionRow => ({ title, majority, article: 'Bylaws 8.4.5', plurality: false, ...more });
export const decisionRows: Record<string, DecisionRow> = {
  agenda: row('adoption of the agenda', 'simple majority'), bylaws: row('change of the bylaws', 'two thirds of the votes', { article: 'Bylaws 12.1', and: 'absolute majority of all members' }),
  chair: row('election of the chair', 'absolute majority'), election: row('election', 'absolute majority'), motion: row('motion', 'simple majority'), policy: row('policy', 'two thirds'),
  procedural: row('procedural motion', 'simple majority'), slate: row('election of a committee as a slate', 'two thirds', { disclosure: 'totals' }),
};

export function voteScenes({ plenary, ballot, rule, desk, members, voting, at }: Kit): Record<string, VoteScene> {
  const T = { number: '7', title: 'Policy on health workforce planning and the retention of young doctors in rural areas' };
  const pick = (index: number) => (index % 11 === 0 ? 'abstain' : index % 3 === 0 ? 'against' : 'for');
  const choices = (ids: string[], of: (index: number) => string = pick) => Object.fromEntries(ids.map((id, index) => [id, of(index)]));
  const progress = (cast: number, more: Partial<ProgressBoard> = {}): ProgressBoard => ({ ballot: 'b7', cast, voted: Object.fromEntries(voting.slice(0, cast).map((id) => [id, true])), ...more });
  const question = (title: string, more: Partial<BallotView> = {}): Partial<BallotView> => ({ title, motion: undefined, motionNumber: undefined, ...more });
  const named = choices(voting);
  const regionsOf = (given: Record<string, string>, keys: string[]) => members.regions.map((region) => ({
    region, figures: Object.fromEntries(keys.map((key) => [key, Object.entries(given).filter(([id, choice]) => members.members[id]!.region === region && choice.split('+').includes(key)).length])),
  }));
  const sum = (given: Record<string, string>, key: string) => Object.values(given).filter((choice) => choice === key).length;
  const keys = ['for', 'against', 'abstain'];
  const result = (figures: Record<string, number>, base: number, needed: number, more: Partial<ResultView> = {}): ResultView => ({
    figures, base, needed, entitled: voting.length, verdict: (figures['for'] ?? 0) >= needed ? 'carried' : 'defeated', rule: 'two thirds', article: 'Bylaws 8.4.5', counted: 'phones', margin: (figures['for'] ?? 0) - needed, ...more,
  });
  const cities = ['Aarhus, Denmark', 'Lagos, Nigeria', 'Quito, Ecuador', 'Almaty, Kazakhstan', 'بيروت، لبنان', 'Kathmandu, Nepal', 'Porto, Portugal', 'Accra, Ghana', 'Lima, Peru', 'Sarajevo, Bosnia and Herzegovina', 'Tunis, Tunisia', 'Hanoi, Viet Nam'];
  const proposals = (count: number) => [...cities.slice(0, count).map((label, index) => ({ key: String(index + 1), label })), { key: 'against' }, { key: 'abstain' }];
  const closing = { next: { kind: 'ballot.close', body: { ballot: 'b7' }, args: T, hold: true } };
  const missing = (from: number) => ({ missing: Object.fromEntries(voting.slice(from).map((id) => [id, true])), order: voting.slice(from) });
  const onPaper = voting.slice(90, 95);
  const held = { [voting[3]!]: voting[4]!, [voting[20]!]: voting[4]! };
  const running = ['ballot.void', 'ballot.enter', 'ballot.enter-paper', 'ballot.confirm-paper', 'ballot.withdraw-paper', 'ballot.extend', 'ballot.confirm-entry'];
  const rolled = { ...ballot('open', { method: 'rollCall', closesAt: undefined }) };
  const fifty = voting.slice(0, 50);
  const scenes: Record<string, VoteScene> = {
    before: { all: { plenary: plenary('between', { number: 1 }), ballot: {} }, chair: { next: { kind: 'ballot.open', body: { method: 'phones', motion: 'm14' }, newId: 'ballot', args: T, hold: false } } },
    test: { all: { plenary: plenary('testVote', { title: 'Do the phones work?' }), ballot: { current: ballot('open', question('Do the phones work?', { number: 1, test: true, rule: rule('simple majority', 1, 2, { strict: true }) })) } }, chair: { ...closing, ...missing(90) }, chairActs: running },
    testDone: { all: { plenary: plenary('declared.test', { title: 'Do the phones work?' }), progress: progress(111), ballot: { current: ballot('declared', question('Do the phones work?', { number: 1, test: true, result: result({ for: 70, against: 30, abstain: 11 }, 100, 51) })) } } },
    timed: {
      all: {
        plenary: plenary('votingOnMotion', { ...T, number: 14 }), progress: progress(97, { onPaper }), desk: { ...desk(), papers: [{ number: 1, members: onPaper, papers: 5, by: 'x', name: 'Ivo', counts: false }, { number: 2, members: voting.slice(96, 99), papers: 3, by: 'c2', name: 'ليلى الخوري', counts: true }] },
        ballot: { current: ballot('open', { closesAt: at(48), concerned: 'm8', held, electorate: Object.fromEntries(voting.map((id) => [id, 1])) }) },
      }, chair: { ...closing, ...missing(97) }, chairActs: running,
    },
    roll: { all: { plenary: plenary('rollCallVote', { member: members.members[voting[50]!]!.shortName, title: T.title }), progress: progress(50, { called: voting, calledNow: voting[50], choices: choices(fifty) }), ballot: { current: rolled } }, chair: missing(50), chairActs: [...running, 'ballot.answer', 'ballot.pass'] },
    rollDone: { all: { plenary: plenary('votingOnMotion', { ...T, number: 14 }), progress: progress(voting.length, { called: voting, choices: named }), ballot: { current: rolled } }, chair: closing, chairActs: [...running, 'ballot.answer', 'ballot.pass'] },
    checking: {
      all: { plenary: plenary('checking', T), progress: progress(108), ballot: { current: ballot('checking', { objectionsUntil: at(9), objectionSeconds: 10 }) } },
      chair: { objections: [{ ballot: 'b7', member: 'm11', name: 'IFMSA-Spain', error: 'enteredWrongly', provenance: 'entered', at: at(-1) }, { ballot: 'b7', member: 'm14', name: 'IFMSA-Egypt', error: 'missing', at: at(-2) }, { ballot: 'b7', member: 'm10', name: 'bvmd', error: 'shownOtherwise', provenance: 'phone', at: at(-3), upheld: true }] },
      chairActs: ['ballot.settle-objection', 'ballot.void'],
    },
    counted: { all: { plenary: plenary('counted', T), progress: progress(108), ballot: { current: ballot('counted', { result: undefined }) } }, chair: { next: { kind: 'ballot.declare', body: { ballot: 'b7' }, args: T, hold: true } } },
    named: { all: { plenary: plenary('declared.carried', { ...T }), progress: progress(voting.length, { choices: named }), ballot: { current: ballot('declared', { result: result({ for: sum(named, 'for'), against: sum(named, 'against'), abstain: sum(named, 'abstain') }, voting.length - sum(named, 'abstain'), 60, { regions: regionsOf(named, keys) }) }) } } },
    short: { all: { plenary: plenary('declared.defeated', T), progress: progress(100), ballot: { current: ballot('declared', { rule: rule('absolute majority of those entitled', 1, 2, { strict: true, base: 'entitled' }), result: result({ for: 55, against: 20, abstain: 13 }, 113, 57, { rule: 'absolute majority of those entitled' }) }) } } },
    double: { all: { plenary: plenary('declared.defeated', { ...T, title: 'Change of bylaw 4.3' }), progress: progress(100), ballot: { current: ballot('declared', { title: 'Change of bylaw 4.3', result: result({ for: 70, against: 30, abstain: 13 }, 100, 67, { verdict: 'defeated', also: { figures: { for: 512, against: 610, abstain: 90 }, base: 1122, needed: 562, carried: false, rule: 'simple majority of weight', article: 'Bylaws 12.1', margin: -50 }, turnout: { given: 113, needed: 57, met: true, article: 'Bylaws 8.3', of: 113 } }) }) } } },
    turnout: { all: { plenary: plenary('declared.defeated', T), progress: progress(40), ballot: { current: ballot('declared', { result: result({ for: 30, against: 4, abstain: 6 }, 34, 23, { verdict: 'defeated', turnout: { given: 40, needed: 57, met: false, article: 'Bylaws 8.3', of: 113 } }) }) } } },
    severalOpen: { all: { plenary: plenary('voting', { number: 7, title: 'Which two cities?' }), progress: progress(80), ballot: { current: ballot('open', question('Which two cities?', { kind: 'several', seats: 2, atMost: 2, options: proposals(5), disclosure: 'totals', rule: rule('simple majority', 1, 2, { strict: true }) })) } }, chair: { ...closing, ...missing(80) }, chairActs: running },
    several: {
      all: {
        plenary: plenary('declared.chosen', { name: 'Aarhus, Denmark, Quito, Ecuador, Porto, Portugal' }), progress: progress(110),
        ballot: { current: ballot('declared', question('Which cities host the next three meetings?', { kind: 'several', seats: 3, atMost: 3, options: proposals(12), disclosure: 'totals', rule: rule('simple majority', 1, 2, { strict: true }), result: result({ 1: 74, 2: 40, 3: 66, 4: 12, 5: 30, 6: 9, 7: 58, 8: 21, 9: 3, 10: 17, 11: 0, 12: 8, against: 2, abstain: 6 }, 108, 55, { verdict: 'chosen', winners: ['1', '3', '7'], margin: 3, rule: 'simple majority', regions: members.regions.map((region) => ({ region, figures: { 1: 14 } })) }) })) },
      },
    },
    proposals: { all: { plenary: plenary('declared.chosen', { name: 'Lagos, Nigeria' }), progress: progress(110, { choices: choices(voting, (index) => String((index % 3) + 1)) }), ballot: { current: ballot('declared', question('Where do we meet?', { kind: 'versus', options: proposals(3), rule: rule('simple majority', 1, 2, { strict: true, base: 'cast' }), result: result({ 1: 31, 2: 60, 3: 14, against: 3, abstain: 4 }, 112, 57, { verdict: 'chosen', chosen: '2', margin: 3, rule: 'simple majority' }) })) } } },
    noneChosen: { all: { plenary: plenary('declared.defeated', { title: 'Where do we meet?' }), progress: progress(110), ballot: { current: ballot('declared', question('Where do we meet?', { kind: 'versus', options: proposals(2), rule: rule('most votes', 0, 1), result: result({ 1: 50, 2: 50, against: 3, abstain: 4 }, 107, 51, { verdict: 'defeated', margin: -1, rule: 'most votes' }) })) } } },
    totals: { all: { plenary: plenary('declared.carried', T), progress: progress(110), ballot: { current: ballot('declared', { disclosure: 'totals', result: result({ for: 80, against: 20, abstain: 13 }, 100, 67, { regions: [...regionsOf(named, keys).slice(0, 3), { figures: { for: 30, against: 9, abstain: 4 } }] }) }) } } },
  };
  return Object.fromEntries(Object.entries(scenes).map(([name, scene]) => [`vote-${name}`, scene]));
}
