import { refused, type Answer, type Receipt, type Refusal } from '../wire';
import type { Share } from '../contract';

/** What is chosen: one option with all votes, or shares; for one's own member, or for those named. */
export interface Slip { option: string; shares?: Share[]; members?: string[] }
export interface PendingCast extends Slip { id: string; ballot: string; number: number }
export interface CastOutcome extends Slip {
  ballot: string;
  state: 'sending' | 'counted' | 'refused';
  receipt?: Receipt; refusal?: Refusal;
}
/** What survives a reload or a locked phone: localStorage, or a tab's own in the demo. */
export interface Keep { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }

export type SendCast = (cast: PendingCast, wanted: () => boolean) => Promise<Answer | undefined>;

/** Whose votes a slip is for: choices for the same votes take each other's place. */
export const votersOf = (slip: Pick<Slip, 'members'>): string => [...(slip.members ?? [])].sort().join(' ');

/** Whether a later slip is for all the votes of an earlier one. */
const covers = (later: Slip, earlier: Slip): boolean =>
  later.members === undefined || earlier.members === undefined
    ? later.members === earlier.members
    : earlier.members.every((member) => later.members!.includes(member));

/** Holds each choice until the floor has answered it. A later choice for the same votes takes the place of a pending one. */
export class CastOutbox {
  #pending: PendingCast[] = [];

  constructor(
    private readonly assembly: string,
    private readonly keep: Keep,
    private readonly send: SendCast,
    private readonly newId: () => string,
    private readonly changed: (outcome: CastOutcome) => void,
  ) {}

  /** `sinceOpening`: milliseconds since the ballot opened; it keeps the number rising even where nothing can be kept. */
  cast(ballot: string, slip: Slip, sinceOpening: number): void {
    const number = Math.max(this.#lastNumber(ballot) + 1, Math.floor(sinceOpening), 1);
    this.#write(this.#key('number'), { ballot, number });
    this.#begin({ id: this.newId(), ballot, ...slip, number });
  }

  /** After a reload: what was not answered goes out again, under its own id. */
  resume(): void {
    const left = this.#read<PendingCast | PendingCast[]>(this.#key('pending'));
    for (const cast of Array.isArray(left) ? left : left ? [left] : []) {
      if (typeof cast.id === 'string' && typeof cast.ballot === 'string') this.#begin(cast);
    }
  }

  #begin(cast: PendingCast): void {
    this.#pending = [...this.#pending.filter((earlier) => earlier.ballot === cast.ballot && !covers(cast, earlier)), cast];
    this.#write(this.#key('pending'), this.#pending);
    const { id: _, number: __, ...said } = cast;
    this.changed({ ...said, state: 'sending' });
    const wanted = () => this.#pending.includes(cast);
    void this.send(cast, wanted).then((answer) => {
      if (!answer || !wanted()) return;
      this.#pending = this.#pending.filter((each) => each !== cast);
      if (this.#pending.length > 0) this.#write(this.#key('pending'), this.#pending);
      else this.keep.removeItem(this.#key('pending'));
      this.changed(refused(answer) ? { ...said, state: 'refused', refusal: answer.refusal } : { ...said, state: 'counted', receipt: answer });
    });
  }

  #lastNumber(ballot: string): number {
    const last = this.#read<{ ballot: string; number: number }>(this.#key('number'));
    return last?.ballot === ballot ? last.number : 0;
  }

  #key(what: string): string {
    return `cast.${what}:${this.assembly}`;
  }

  #read<T>(key: string): T | undefined {
    try {
      return JSON.parse(this.keep.getItem(key) ?? 'null') ?? undefined;
    } catch {
      return undefined;
    }
  }

  #write(key: string, value: unknown): void {
    try {
      this.keep.setItem(key, JSON.stringify(value));
    } catch {
      // Storage full or forbidden: the vote still goes out, it only would not survive a reload.
    }
  }
}
