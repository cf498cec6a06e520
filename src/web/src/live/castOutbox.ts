import { refused, type Answer, type Receipt, type Refusal } from '../wire';

export interface PendingCast { id: string; ballot: string; option: string; number: number }
export interface CastOutcome {
  ballot: string; option: string;
  state: 'sending' | 'counted' | 'refused';
  receipt?: Receipt; refusal?: Refusal;
}
/** What survives a reload or a locked phone: localStorage, or a tab's own in the demo. */
export interface Keep { getItem(key: string): string | null; setItem(key: string, value: string): void; removeItem(key: string): void }

export type SendCast = (cast: PendingCast, wanted: () => boolean) => Promise<Answer | undefined>;

/** Holds one choice at a time until the floor has answered it. A later choice takes the place of a pending one. */
export class CastOutbox {
  #pending: PendingCast | undefined;

  constructor(
    private readonly assembly: string,
    private readonly keep: Keep,
    private readonly send: SendCast,
    private readonly newId: () => string,
    private readonly changed: (outcome: CastOutcome) => void,
  ) {}

  /** `sinceOpening`: milliseconds since the ballot opened; it keeps the number rising even where nothing can be kept. */
  cast(ballot: string, option: string, sinceOpening: number): void {
    const number = Math.max(this.#lastNumber(ballot) + 1, Math.floor(sinceOpening), 1);
    this.#write(this.#key('number'), { ballot, number });
    this.#begin({ id: this.newId(), ballot, option, number });
  }

  /** After a reload: what was not answered goes out again, under its own id. */
  resume(): void {
    const left = this.#read<PendingCast>(this.#key('pending'));
    if (left && typeof left.id === 'string' && typeof left.ballot === 'string') this.#begin(left);
  }

  #begin(cast: PendingCast): void {
    this.#pending = cast;
    this.#write(this.#key('pending'), cast);
    const { ballot, option } = cast;
    this.changed({ ballot, option, state: 'sending' });
    const wanted = () => this.#pending === cast;
    void this.send(cast, wanted).then((answer) => {
      if (!answer || !wanted()) return;
      this.#pending = undefined;
      this.keep.removeItem(this.#key('pending'));
      this.changed(
        refused(answer)
          ? { ballot, option, state: 'refused', refusal: answer.refusal }
          : { ballot, option, state: 'counted', receipt: answer },
      );
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
