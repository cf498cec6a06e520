import { describe, expect, it } from 'vitest';
import wording from '../../../../templates/wording/pages.en.json';
import type { BallotMethod, CountdownPurpose, PointKind, PointPhase, Provenance, RecordError, RulingBody, Side, Verdict } from '../contract';

// What the server names and the console says: a new value without a word fails here, not in the hall.
const every = <Value extends string>(values: Record<Value, true>) => Object.keys(values);
const purposes: Record<CountdownPurpose, true> = { seconders: true, negatives: true, alternatives: true, amendmentSeconders: true, proceduralSeconders: true };
const kinds: Record<PointKind, true> = { order: true, informationTo: true, informationFrom: true };
const phases: Record<Extract<PointPhase, 'raised' | 'deferred' | 'heard'>, true> = { raised: true, deferred: true, heard: true };
const bodies: Record<RulingBody, true> = { chair: true, credentials: true };
const sides: Record<Side, true> = { for: true, against: true };
const errors: Record<RecordError, true> = { notGiven: true, enteredWrongly: true, shownOtherwise: true, missing: true };
const ways: Record<Provenance, true> = { phone: true, entered: true, tablet: true, aloud: true, corrected: true };
const verdicts: Record<Verdict | 'noneChosen', true> = { carried: true, defeated: true, elected: true, noWinner: true, chosen: true, noneChosen: true };
const methods: Record<Exclude<BallotMethod, 'rollCall'> | 'rollCallVote', true> = { phones: true, placards: true, rollCallVote: true };
const sentences = ['testVote', 'rollCallVote', 'checking', 'voting', 'votingOnMotion', 'votingOnAmendment', 'closed', 'counted', 'disputed', 'void', 'declared.test', 'declared.carried', 'declared.defeated', 'declared.elected', 'declared.noWinner', 'declared.chosen'];
const steps = [
  'chair.assume', 'plenary.call-roll', 'plenary.open', 'plenary.resume', 'plenary.adjourn', 'quorum.test', 'item.next', 'item.close', 'agenda.adopt', 'motion.put', 'motion.ask-negatives', 'motion.ask-alternatives',
  'motion.nemo-contra', 'motion.fail', 'alternative.fail', 'amendment.put', 'amendment.fail', 'procedural.put', 'procedural.fail', 'procedural.decide.granted', 'procedural.decide.denied', 'speech.call-next',
  'point.hear', 'point.settle', 'ballot.open', 'ballot.open.amendment', 'ballot.open.procedural', 'ballot.close', 'ballot.declare', 'countdown.extend',
];
const details = ['motion', 'itemBefore', 'itemLast', 'list', 'ruling', 'ballot', 'paragraph', 'minutes', 'seconds', 'until', 'words'];

describe('every value has its word', () => {
  it.each([
    ['common.asking', every(purposes)], ['chair.point', every(kinds)], ['chair.pointPhase', every(phases)], ['ruling.body', every(bodies)],
    ['chair.side', every(sides)], ['screen.side', every(sides)], ['next', steps], ['chair.recordError', every(errors)], ['chair.provenance', every(ways)], ['common.verdict', every(verdicts)], ['chair', every(methods)], ['sentence', sentences], ['debate.detail', details],
  ])('%s', (section, values) => expect(values.filter((value) => !(`${section}.${value}` in wording))).toEqual([]));
});
