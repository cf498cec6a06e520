import type { ActRule, PendingView, Sentence } from '../../contract';
import { live } from '../../live/live.svelte';
import { say, t } from '../../wording/words';

/** `needs a seconder · no debate · two thirds · Bylaws 8.4.8`. */
export const needsOf = (rule: ActRule): string =>
  [
    t(rule.second ? 'debate.second' : 'debate.noSecond'),
    t(rule.debate ? 'debate.debate' : 'debate.noDebate'),
    rule.decidedBy === 'vote' ? rule.majority : t(rule.decidedBy === 'chair' ? 'debate.byChair' : 'debate.byDemand'),
    rule.article,
  ].filter(Boolean).join(' · ');

/** What a procedural motion is about. */
export const detailOf = (detail: Sentence | undefined): string => (detail ? say(`debate.detail.${detail.key}`, detail.args) : '');

/** An amendment by its number and what it changes. */
export function amendmentName(id: string): string {
  const amendment = live.board('amendments')?.amendments[id];
  const motion = amendment?.motion ? live.board('motion')?.motions[amendment.motion] : undefined;
  const procedural = amendment?.procedural ? live.board('debate')?.procedurals[amendment.procedural] : undefined;
  const number = amendment?.number ?? 0;
  return motion ? t('debate.amendmentTo', { number, motion: motion.number }) : procedural ? t('debate.amendmentOf', { number, title: procedural.title }) : t('debate.amendment', { number });
}

export const pendingName = (pending: PendingView): string =>
  pending.kind === 'amendment' ? amendmentName(pending.id) : pending.kind === 'motion' ? t('common.option.motion', { ...pending }) : pending.title;

/** The amendments of a motion, in the order of their numbers. */
export const amendmentsOf = (motion: string | undefined) => {
  const board = live.board('amendments');
  return (board?.order ?? []).filter((id) => motion !== undefined && board!.amendments[id]!.motion === motion).map((id) => ({ id, ...board!.amendments[id]! }));
};
