import { live } from '../live/live.svelte';
import { inOrder } from '../live/order';

// A second press, meant for the member before, must not answer for the one called after.
const restsFor = 400;
let answeredAt = 0;

/** Who is called now, in a vote by roll call that is open. */
export function called(): { ballot: string; member: string; options: string[] } | undefined {
  const ballot = live.board('ballot')?.current;
  const progress = live.board('progress');
  return ballot?.phase === 'open' && ballot.method === 'rollCall' && progress?.ballot === ballot.id && progress.calledNow
    ? { ballot: ballot.id, member: progress.calledNow, options: ballot.options.map((option) => option.key) } : undefined;
}

const resting = (): boolean => Date.now() - answeredAt < restsFor || live.sending.includes('ballot.answer') || live.sending.includes('ballot.pass');

/** Enters an answer; of a member that has answered already, it corrects it. */
export async function answer(ballot: string, member: string, option: string): Promise<void> {
  if (resting()) return;
  await live.submit('ballot.answer', { ballot, member, option });
  answeredAt = Date.now();
}

export async function pass(ballot: string, member: string): Promise<void> {
  if (resting()) return;
  await live.submit('ballot.pass', { ballot, member });
  answeredAt = Date.now();
}

/** The console's keys while members are called: a figure for the option, P for a member that passes. True when one was taken. */
export function rollCallKey(key: string): boolean {
  const now = called();
  if (!now) return false;
  const option = now.options[Number(key) - 1];
  if (option !== undefined && inOrder('ballot.answer')) {
    void answer(now.ballot, now.member, option);
    return true;
  }
  if (key.toLowerCase() !== 'p' || !inOrder('ballot.pass')) return false;
  void pass(now.ballot, now.member);
  return true;
}
