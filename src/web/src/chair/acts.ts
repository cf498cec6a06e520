import type { CommandKind, Commands, NextStep } from '../wire';
import { live } from '../live/live.svelte';
import { newId } from '../live/newId';
import { order } from '../live/order';
import { say, t } from '../wording/words';
import { ask } from './asking.svelte';
import { debateActs } from './debateActs';
import { stepName } from './steps';

/** One thing the chair can do now, for the row under the next step and for the palette. */
/** `elsewhere`: it has its own place on the console and stands only in the palette. `article`: the rule that bars it, which the chair can rule otherwise on. */
export interface Act { key: string; kind: CommandKind; label: string; hold?: boolean; elsewhere?: boolean; why?: string; article?: string; run: () => unknown }

/** Takes an act up into the list, where the order board knows it. */
export interface Adding {
  add: (kind: CommandKind, label: string, run: () => unknown, hold?: boolean, key?: string) => void;
  send: <Kind extends CommandKind>(kind: Kind, label: string, body: Commands[Kind], hold?: boolean) => void;
}

/** What keeps its place under the next step; all else has one of its own. */
const beneath = new Set<CommandKind>([
  'chair.assume', 'plenary.open', 'plenary.call-roll', 'item.next', 'motion.put', 'motion.ask-negatives', 'motion.ask-alternatives', 'motion.nemo-contra', 'motion.fail',
  'motion.reverse-nemo-contra', 'countdown.extend', 'ballot.open', 'ballot.close', 'ballot.declare', 'ballot.void', 'ballot.enter', 'ballot.enter-paper', 'agenda.adopt', 'election.open',
  'quorum.test', 'hall.call', 'plenary.recess', 'plenary.resume', 'chair.offer', 'plenary.adjourn',
]);

/** What a raised placard can mean. */
export const placardActs: readonly CommandKind[] = [
  'motion.second', 'motion.object', 'alternative.second', 'amendment.accept', 'amendment.refuse', 'amendment.second', 'procedural.second', 'procedural.move', 'point.raise', 'speech.request',
  'motion.pull-out', 'motion.submit', 'quorum.call',
];

export const stepLabel = (step: NextStep): string => say(`next.${stepName(step)}`, step.args);

/** Sends a step the board proposes; ids of new things are made by the one who acts. */
export function take(step: NextStep): void {
  const made = step.newId ? { ...step.body, [step.newId]: newId() } : step.body;
  const body = step.kind === 'agenda.adopt' ? { ...made, ...agendaAsMotion() } : made;
  void live.submit(step.kind as CommandKind, body as Commands[CommandKind]);
}

/** The motion that adopts the agenda says what it adopts. */
function agendaAsMotion(): { title: string; text: string } {
  const agenda = live.board('agenda');
  const plenary = live.board('plenary')?.current;
  const lines = (agenda?.order ?? [])
    .map((id) => agenda!.items[id]!)
    .filter((item) => item.plenary === plenary)
    .map((item) => `${item.number} ${item.title}`);
  return { title: t('chair.agendaMotion'), text: lines.join('\n') || t('chair.agendaMotion') };
}

/** All of the chair's acts, with a reason where one is not in order; those that need more first open their dialog. */
export function chairActs(): Act[] {
  const acts: Act[] = [];
  const plenary = live.board('plenary');
  const motions = live.board('motion');
  const ballot = live.board('ballot')?.current;
  const agenda = live.board('agenda');
  const motion = motions?.current;
  const about = motion ? motions?.motions[motion] : undefined;

  const add: Adding['add'] = (kind, label, run, hold = false, key = kind) => {
    const now = order(kind);
    if (!now) return;
    acts.push({ key, kind, label, hold, run, elsewhere: !beneath.has(kind) && key !== 'forDelegation', ...(now.inOrder ? {} : { why: now.why, article: now.article }) });
  };
  const send: Adding['send'] = (kind, label, body, hold = false) => add(kind, label, () => live.submit(kind, body), hold);

  send('chair.assume', t('chair.assume'), {});
  send('plenary.open', t('chair.openPlenary'), {});
  const planned = plenary?.order.find((id) => plenary.plenaries[id]?.phase === 'planned');
  if (planned) send('plenary.call-roll', t('chair.callRoll', { number: plenary!.plenaries[planned]!.number }), { plenary: planned });
  send('item.next', t('chair.nextItem'), {});
  if (agenda?.current) {
    send('item.close', t('chair.closeItem', { number: agenda.items[agenda.current]!.number }), { item: agenda.current });
    send('item.postpone', t('chair.postponeItem', { number: agenda.items[agenda.current]!.number }), { item: agenda.current });
  }
  if (Object.values(motions?.motions ?? {}).some((each) => each.phase === 'submitted')) add('motion.put', t('chair.putMotion'), () => ask('putMotion'));
  if (motion && about) {
    const number = about.number;
    send('motion.ask-negatives', t('chair.askNegatives', { number }), { motion });
    send('motion.ask-alternatives', t('chair.askAlternatives', { number }), { motion });
    send('motion.nemo-contra', t('chair.nemoContra', { number }), { motion });
    send('motion.fail', t('chair.failMotion', { number }), { motion });
    send('motion.reverse-nemo-contra', t('chair.reverseNemoContra', { number }), { motion });
  }
  if (plenary?.countdown) send('countdown.extend', t('chair.extend', { seconds: 10 }), { seconds: 10 });
  add('ballot.open', t(live.board('chair')?.next?.kind === 'ballot.open' ? 'chair.voteOtherwise' : 'chair.newVote'), () => ask('vote'));
  add('ballot.open-test', t('chair.openTest'), () => live.submit('ballot.open-test', { ballot: newId(), method: 'phones', title: t('chair.testTitle') }));
  if (ballot) {
    send('ballot.close', t('chair.closeVote', { number: ballot.number }), { ballot: ballot.id }, true);
    send('ballot.declare', t('chair.declareVote', { number: ballot.number }), { ballot: ballot.id }, true);
    add('ballot.void', t('chair.voidVote', { number: ballot.number }), () => ask('void'));
    add('ballot.enter', t('chair.enterPlacard'), () => ask('placard'));
    add('ballot.enter-paper', t('chair.enterPaper'), () => ask('paper'));
    if (ballot.closesAt) send('ballot.extend', t('chair.extendVoteLong', { seconds: 30 }), { ballot: ballot.id, seconds: 30 });
  }
  add('agenda.adopt', t('chair.adoptAgenda'), () => take({ kind: 'agenda.adopt', body: {}, newId: 'motion', args: {}, hold: false }));
  add('election.open', t('chair.election'), () => ask('election'));
  add(placardActs.find((kind) => order(kind)?.inOrder) ?? 'motion.second', t('chair.forDelegation'), () => ask('forDelegation'), false, 'forDelegation');
  send('quorum.test', t('chair.testQuorum'), {});
  send('hall.call', t('chair.hallCall', { minutes: 2 }), { minutes: 2 });
  add('plenary.recess', t('chair.recess'), () => ask('recess'));
  send('plenary.resume', t('chair.resume'), {});
  add('chair.offer', t('chair.offerChair'), () => ask('offerChair'));
  add('act.correct', t('chair.correct'), () => ask('correct'));
  add('agenda.add', t('chair.addItem'), () => ask('addItem'));
  send('plenary.adjourn', t('chair.adjourn'), {}, true);
  debateActs({ add, send });
  return acts;
}
