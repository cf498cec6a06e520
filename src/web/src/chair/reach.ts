import type { ReachState } from '../contract';

/** A delegation of which nothing is known has no phone. */
export const reachOf = (reach: Readonly<Record<string, ReachState>>, id: string): ReachState => reach[id] ?? 'none';
export const reachSign = (state: ReachState): string => (state === 'heard' ? '●' : state === 'silent' ? '◌' : '✕');
export const reachWord = (state: ReachState) => (state === 'heard' ? 'chair.reachHeard' : state === 'silent' ? 'chair.reachSilent' : 'chair.reachNone') as 'chair.reachHeard';
