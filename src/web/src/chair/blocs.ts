import type { MotionBoard } from '../contract';

/** Motions handed in that can be put together: of one kind, none of them pulled out before; kinds with one motion alone are no bloc. */
export function blocsOf(board: Pick<MotionBoard, 'motions' | 'order'> | undefined): Map<string, string[]> {
  const kinds = new Map<string, string[]>();
  for (const id of board?.order ?? []) {
    const motion = board!.motions[id]!;
    if (motion.phase === 'submitted' && !motion.pulled) kinds.set(motion.decision, [...(kinds.get(motion.decision) ?? []), id]);
  }
  return new Map([...kinds].filter(([, motions]) => motions.length > 1));
}

/** Motions handed in, those of the open item first. */
export const handedIn = (board: Pick<MotionBoard, 'motions' | 'order'> | undefined, item: string | undefined): string[] =>
  (board?.order ?? [])
    .filter((id) => board!.motions[id]!.phase === 'submitted')
    .sort((a, b) => Number(board!.motions[b]!.item === item) - Number(board!.motions[a]!.item === item));
