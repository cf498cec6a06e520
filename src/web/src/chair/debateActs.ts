import { live } from '../live/live.svelte';
import { say, t } from '../wording/words';
import type { Adding } from './acts';
import { ask } from './asking.svelte';

/** The chair's acts on the debate: speakers, points, rulings, doors. They have their places on the console and stand in the palette too. */
export function debateActs({ add, send }: Adding): void {
  const speakers = live.board('speakers');
  const debate = live.board('debate');
  const list = speakers?.current ? speakers.lists[speakers.current] : undefined;

  add('speech.call-next', t('chair.callNext'), () => live.submit('speech.call-next', {}));
  send('speech.pause', t('chair.pauseSpeech'), {});
  send('speech.continue', t('chair.continueSpeech'), {});
  send('speech.extend', t('chair.extendSpeech', { seconds: 30 }), { seconds: 30 });
  send('speech.end', t('chair.endTheSpeech'), {});
  add('speakers.open', t('chair.openList'), () => ask('openList'));
  if (speakers?.current && list) {
    add('speakers.limit', t('chair.changeLimits'), () => ask('limits', speakers.current));
    if (list.phase === 'open') send('speakers.close', t('chair.closeTheList', { number: list.number }), { list: speakers.current });
  }
  for (const intake of ['phones', 'placards'] as const)
    if (debate && debate.intake !== intake) send('intake.set', t(`chair.askBy.${intake}`), { intake });
  for (const id of debate?.pointOrder ?? []) {
    const args = { kind: say(`chair.point.${debate!.points[id]!.kind}`), member: debate!.points[id]!.member ?? '' };
    if (debate!.points[id]!.phase === 'heard') add('point.settle', t('chair.settleThe', args), () => live.submit('point.settle', { point: id }), false, id);
    else add('point.hear', t('chair.hearThe', args), () => live.submit('point.hear', { point: id }), false, id);
  }
  for (const id of debate?.order ?? [])
    if (debate!.procedurals[id]!.phase === 'waiting')
      add('procedural.put', t('chair.takeUpThe', { title: debate!.procedurals[id]!.title }), () => live.submit('procedural.put', { procedural: id }), false, id);
  add('ruling.make', t('chair.makeRuling'), () => ask('ruling'));
  add('ruling.make', t('chair.allowAllTheSame'), () => ask('allow'), false, 'allow');
  add('warning.give', t('chair.warn'), () => ask('warning'));
  add('motion.put-en-bloc', t('chair.putEnBloc'), () => ask('putEnBloc'));
  add('motion.announce', t('chair.announce'), () => ask('announce'));
  add('submission.set-deadline', t('chair.setDeadline'), () => ask('deadline'));
  send('observers.readmit', t('chair.readmitObservers'), {});
  send('candidates.readmit', t('chair.readmitCandidates'), {});
  send('record.resume', t('chair.resumeRecord'), {});
}
