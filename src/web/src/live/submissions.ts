import { refused, type Answer } from '../wire';

export interface Submission { id: string; assembly: string; kind: string; body: unknown }

/** The way to the floor: sends once, or throws when no answer came. */
export interface Floor {
  send(submission: Submission): Promise<Answer>;
  /** Resolves when connected; at once if it is so now. */
  live(): Promise<void>;
  pause(milliseconds: number): Promise<void>;
}

/**
 * Sends a command until it is answered, under the same id each time, so that a lost acknowledgement cannot double an act.
 * `wanted` turning false (a newer choice stands in its place) ends the attempt without an answer.
 */
export async function submitUntilAnswered(
  floor: Floor,
  submission: Submission,
  wanted: () => boolean = () => true,
  random: () => number = Math.random,
): Promise<Answer | undefined> {
  for (let failures = 0; wanted(); ) {
    await floor.live();
    if (!wanted()) break;
    try {
      const answer = await floor.send(submission);
      if (!refused(answer) || answer.refusal.code !== 'floor.busy') return answer;
      await floor.pause(200 + 800 * random());
    } catch {
      // Usually the connection went, and live() waits for the next; a server's fault on a living connection must not become a storm.
      failures++;
      await floor.pause(Math.min(3000, 200 * failures) * (0.5 + random() / 2));
    }
  }
  return undefined;
}
