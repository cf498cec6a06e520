import type { BallotBoard, MineBoard, MotionBoard, ResultsBoard, RoomBoard } from '../../contract';
import type { Keep } from '../../live/castOutbox';
import type { Refusal } from '../../wire';

export interface Advised { ballot: string; options: string[]; note?: string }
/** `gavels`: how many votes on the motion were over when it was noted; one more, and the mandate is over too. */
export interface Noted { motion?: string; ballot?: string; option: string; note?: string; gavels: number; prevailed: boolean }
interface Kept { by: string; advice?: Advised; mandates: Noted[] }

/** The boards by which a phone tells what is still open; `room`, as the server sent it over this very connection. */
export interface Known {
  mine?: Pick<MineBoard, 'participant'>;
  ballot?: { current?: Pick<NonNullable<BallotBoard['current']>, 'id' | 'phase'> };
  motion?: { motions: Record<string, Pick<MotionBoard['motions'][string], 'phase'>> };
  results?: { ballots: Record<string, Pick<ResultsBoard['ballots'][string], 'motion' | 'phase'>> };
  room?: RoomBoard;
}
export type Told = { refusal?: Refusal } | undefined;
export type Tell = (method: 'Advise' | 'Mandate', body: object) => Promise<Told>;
export type Subject = { motion: string } | { ballot: string };

/** Between one word that is said again and the next: a vote must not wait for the server's patience with this phone. */
const again = 250;

const settled = new Set(['carried', 'defeated', 'dropped', 'divided', 'unseconded', 'withdrawn']);

/** How many votes on a motion are over; a void one is not, while it is taken again. */
export function gavels(results: Known['results'], motion: string): number {
  const phases = Object.values(results?.ballots ?? {}).filter((row) => row.motion === motion).map((row) => row.phase);
  const over = phases.filter((phase) => phase === 'declared').length;
  const isVoid = phases.filter((phase) => phase === 'void').length;
  return phases.length > over + isVoid ? over : over + isVoid;
}

const keyOf = (subject: { motion?: string; ballot?: string }): string => subject.motion ?? subject.ballot ?? '';

/**
 * What this phone has told its own delegation, until the gavel. The server has it in memory alone: the phone keeps what its owner wrote, and says it
 * again when a connection comes back to a server that lacks it.
 */
export class RoomBox {
  /** Whether the room on this connection has not been looked at yet. */
  #isFresh = true;
  /** Said over this connection, and not on the board yet. */
  readonly #saying = new Set<string>();
  /** What is still to be said again. */
  readonly #again = new Map<string, () => Promise<Told>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly place: string,
    private readonly keep: Keep,
    private readonly tell: Tell,
    private readonly pause: (milliseconds: number) => Promise<void> = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
  ) {}

  /** The connection is gone; over the next one it looks again at what the server has. */
  lost(): void {
    this.#isFresh = true;
    this.#saying.clear();
    this.#again.clear();
  }

  /** Forgets what is over, and says again what the server has lost. */
  look(known: Known): void {
    const me = known.mine?.participant;
    if (!me || !known.ballot || !known.motion || !known.results || !known.room) return;
    const kept = this.#read();
    const fresh = this.#isFresh;
    this.#isFresh = false;
    if (!kept) return;
    // The phone is another person's now.
    if (kept.by !== me) return this.#write(undefined);
    const { room } = known;
    // What was there and is no more was taken back elsewhere, or fell with the gavel.
    const stands = (key: string, isThere: boolean) => (isThere && this.#saying.delete(key), isThere || fresh || this.#saying.has(key));
    const hasAdvice = room.ballot === kept.advice?.ballot && me in room.advice;
    const advice = kept.advice && this.#isOpen(kept.advice.ballot, known) && stands('advice', hasAdvice) ? kept.advice : undefined;
    const has = (each: Noted) => (each.motion ? each.motion in room.mandates : room.ballot === each.ballot && room.mandate !== undefined);
    const mandates = kept.mandates.filter((each) => !this.#isOver(each, known) && stands(keyOf(each), has(each)));
    this.#write({ by: me, advice, mandates });
    if (!fresh) return;
    if (advice && !hasAdvice) this.#later('Advise', 'advice', advice);
    for (const { gavels: _, prevailed: __, ...each } of mandates.filter((each) => !has(each))) this.#later('Mandate', keyOf(each), each);
    void this.#sayAgain();
  }

  /** Advises; without an option, takes the advice back. Undefined where the line is lost: it goes out when that is back. */
  advise(known: Known, ballot: string, options: string[], note?: string): Promise<Told> {
    const advice = { ballot, options, ...(note ? { note } : {}) };
    this.#change(known, (kept) => ({ ...kept, advice: options.length > 0 ? advice : undefined }));
    return this.#say('Advise', 'advice', advice);
  }

  /** Notes the mandate from home; without an option, takes it back. */
  note(known: Known, subject: Subject, option?: string, note?: string): Promise<Told> {
    const said = { ...subject, ...(option ? { option } : {}), ...(option && note ? { note } : {}) };
    const motion = 'motion' in subject ? subject.motion : undefined;
    const noted = option && { ...said, option, gavels: motion ? gavels(known.results, motion) : 0, prevailed: motion !== undefined && known.motion?.motions[motion]?.phase === 'prevailed' };
    this.#change(known, (kept) => ({ ...kept, mandates: [...kept.mandates.filter((each) => keyOf(each) !== keyOf(subject)), ...(noted ? [noted] : [])] }));
    return this.#say('Mandate', keyOf(subject), said);
  }

  #later(method: 'Advise' | 'Mandate', key: string, body: object): void {
    this.#saying.add(key);
    this.#again.set(key, () => this.#say(method, key, body));
  }

  async #sayAgain(): Promise<void> {
    for (const [key, say] of this.#again) {
      this.#again.delete(key);
      await say();
      await this.pause(again);
    }
  }

  /** One after the other, so that the newest is the last to arrive. */
  #say(method: 'Advise' | 'Mandate', key: string, body: object): Promise<Told> {
    this.#saying.add(key);
    // Newer words take the place of what was to be said again.
    this.#again.delete(key);
    const said = this.#last.then(() => this.tell(method, body)).catch(() => undefined);
    this.#last = said;
    return said.then((answer) => {
      if (answer?.refusal && answer.refusal.code !== 'command.too-many') this.#forget(key);
      return answer;
    });
  }

  #isOpen(ballot: string, known: Known): boolean {
    return known.ballot?.current?.id === ballot && known.ballot.current.phase === 'open';
  }

  #isOver(noted: Noted, known: Known): boolean {
    if (!noted.motion) return !this.#isOpen(noted.ballot ?? '', known);
    const phase = known.motion?.motions[noted.motion]?.phase;
    return phase === undefined || settled.has(phase) || (phase === 'prevailed' && !noted.prevailed) || gavels(known.results, noted.motion) > noted.gavels;
  }

  #forget(key: string): void {
    this.#saying.delete(key);
    const kept = this.#read();
    if (kept) this.#write({ by: kept.by, advice: key === 'advice' ? undefined : kept.advice, mandates: kept.mandates.filter((each) => keyOf(each) !== key) });
  }

  #change(known: Known, change: (kept: Kept) => Kept): void {
    const by = known.mine?.participant ?? '';
    const kept = this.#read();
    this.#write(change(kept?.by === by ? kept : { by, mandates: [] }));
  }

  #read(): Kept | undefined {
    try {
      const kept = JSON.parse(this.keep.getItem(this.place) ?? 'null') as Kept | null;
      return kept && Array.isArray(kept.mandates) ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  #write(kept: Kept | undefined): void {
    try {
      if (kept && (kept.advice || kept.mandates.length > 0)) this.keep.setItem(this.place, JSON.stringify(kept));
      else this.keep.removeItem(this.place);
    } catch {
      // Storage full or forbidden: it is said all the same, it only would not survive a restart of the server.
    }
  }
}
