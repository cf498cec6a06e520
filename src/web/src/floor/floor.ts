import type { PendingView } from '../contract';
import { live } from '../live/live.svelte';
import { inOrder } from '../live/order';
import type { MineBoard } from '../wire';

/** Whether this person has the floor: whoever presides may end a speech as well. */
export function iSpeak(mine: MineBoard): boolean {
  const speaking = live.board('speakers')?.speaking;
  return speaking !== undefined && inOrder('speech.end') && speaking.member === mine.shortName && (speaking.name === mine.name || !mine.duties.some((duty) => ['chair', 'viceChair', 'executive'].includes(duty)));
}

/** The immediately pending question, where it is of this kind. */
export function pendingIs(kind: PendingView['kind']): PendingView | undefined {
  const first = live.board('debate')?.stack[0];
  return first?.kind === kind ? first : undefined;
}
