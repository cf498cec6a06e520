import { refused, type DeskParticipant } from '../wire';
import { live } from '../live/live.svelte';

export interface Seat { id: string; person: DeskParticipant }

/** The people of a delegation, head first. */
export function delegationOf(member: string): Seat[] {
  const desk = live.board('desk');
  return (desk?.order ?? [])
    .map((id) => ({ id, person: desk!.participants[id]! }))
    .filter(({ person }) => person.member === member)
    .sort((a, b) => Number(b.person.head) - Number(a.person.head) || a.person.seat - b.person.seat);
}

/** Who gets the card at one key: the only phone of the delegation that shows a word, or the head's among several. */
export function candidateOf(member: string): Seat | undefined {
  if (live.board('desk')?.cards[member]) return undefined;
  const able = delegationOf(member).filter(({ person }) => person.device && person.word);
  return able.length === 1 ? able[0] : able.find(({ person }) => person.head);
}

/** Gives the card to the phone whose word the desk has just compared. */
export async function confirm(member: string): Promise<boolean> {
  const to = candidateOf(member);
  return to !== undefined && !refused(await live.submit('card.give', { member, to: to.id }));
}
