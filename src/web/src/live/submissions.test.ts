import { describe, expect, it } from 'vitest';
import type { Answer } from '../wire';
import { submitUntilAnswered, type Floor, type Submission } from './submissions';

const second: Submission = { id: 'c1', assembly: 'a', kind: 'motion.second', body: { motion: 'm' } };
const receipt: Answer = { sequence: 7, head: 'a3f9' };
const busy: Answer = { refusal: { code: 'floor.busy', text: 'The floor is busy.' } };

function floorAnswering(...answers: (Answer | Error)[]) {
  const sent: Submission[] = [];
  const paused: number[] = [];
  const floor: Floor = {
    send(submission) {
      sent.push(submission);
      const answer = answers.shift()!;
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
    live: () => Promise.resolve(),
    pause: (milliseconds) => (paused.push(milliseconds), Promise.resolve()),
  };
  return { floor, sent, paused };
}

describe('submitting', () => {
  it('gives the answer', async () => {
    const { floor, sent } = floorAnswering(receipt);
    expect(await submitUntilAnswered(floor, second)).toBe(receipt);
    expect(sent).toHaveLength(1);
  });
  it('sends again under the same id when the acknowledgement is lost', async () => {
    const { floor, sent } = floorAnswering(new Error('closed'), new Error('closed'), receipt);
    expect(await submitUntilAnswered(floor, second)).toBe(receipt);
    expect(sent.map((each) => each.id)).toEqual(['c1', 'c1', 'c1']);
  });
  it('tries again with jitter when the floor is busy', async () => {
    const { floor, paused } = floorAnswering(busy, receipt);
    expect(await submitUntilAnswered(floor, second, undefined, () => 0.5)).toBe(receipt);
    expect(paused).toEqual([600]);
  });
  it('gives a refusal as the answer it is', async () => {
    const refusal: Answer = { refusal: { code: 'motion.unknown', text: 'There is no such motion.' } };
    const { floor, sent } = floorAnswering(refusal);
    expect(await submitUntilAnswered(floor, second)).toBe(refusal);
    expect(sent).toHaveLength(1);
  });
  it('stops when it is no longer wanted', async () => {
    let wanted = true;
    const { floor, sent } = floorAnswering(new Error('closed'), receipt);
    const before = floor.pause;
    floor.pause = (milliseconds) => ((wanted = false), before(milliseconds));
    expect(await submitUntilAnswered(floor, second, () => wanted)).toBeUndefined();
    expect(sent).toHaveLength(1);
  });
});
