import type { SpeakingView } from '../contract';

type Clock = Pick<SpeakingView, 'since' | 'spoken' | 'paused' | 'limit' | 'endsAt'>;

/** How long somebody has spoken, in milliseconds; pauses do not count. */
export const spokenFor = (speaking: Clock, now: number): number =>
  speaking.spoken * 1000 + (speaking.paused ? 0 : Math.max(0, now - Date.parse(speaking.since)));

/** What is left of the limit, in milliseconds, below nought when over it; absent without a limit. */
export function timeLeft(speaking: Clock, now: number): number | undefined {
  if (speaking.limit === undefined) return undefined;
  return !speaking.paused && speaking.endsAt ? Date.parse(speaking.endsAt) - now : speaking.limit * 1000 - spokenFor(speaking, now);
}
