import { HubConnectionState, type HubConnection } from '@microsoft/signalr';
import type { Answer, BoardMessage, FollowAnswer, PulseAnswer, Refusal } from '../wire';
import type { BoardShelf } from './boardShelf';
import { hallHub, NoPlace } from './hallSocket';
import type { ServerClock } from './serverClock';
import type { Floor, Submission } from './submissions';

/** *shut*: the floor does not know this device or person; it is tried on, slowly, but the page must say so. */
export type LineState = 'connecting' | 'live' | 'lost' | 'shut';

const pulseEvery = 2000;
const pulseWaitsAtMost = 4000;
const wokenPulseWaitsAtMost = 2000;
const startWaitsAtMost = 8000;

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** The first new try comes within a second, later ones within three; jitter keeps a thousand phones from coming at once. */
export const retryAfter = (failures: number, random: () => number = Math.random): number =>
  failures === 0 ? 100 + 800 * random() : 1000 + 1900 * random();

/** The one line to the floor. It comes back for ever, follows the assembly, and notices when a phone has slept. */
export class FloorLine implements Floor {
  #hub: HubConnection | undefined;
  #state: LineState = 'connecting';
  #waiting: (() => void)[] = [];
  #hurry: (() => void) | undefined;
  #checking = false;
  #asked = new Set<string>();
  #askSoon: ReturnType<typeof setTimeout> | undefined;
  readonly pause = pause;

  constructor(
    private readonly assembly: string,
    private readonly token: string | undefined,
    private readonly shelf: BoardShelf,
    private readonly clock: ServerClock,
    private readonly changed: (state: LineState) => void,
  ) {}

  open(): void {
    void this.#keepOpen();
    const woken = () => {
      if (document.visibilityState === 'visible') void this.#check(wokenPulseWaitsAtMost);
    };
    document.addEventListener('visibilitychange', woken);
    addEventListener('online', woken);
    addEventListener('pageshow', woken);
    setInterval(() => void this.#check(pulseWaitsAtMost), pulseEvery);
  }

  live(): Promise<void> {
    return this.#state === 'live' ? Promise.resolve() : new Promise((done) => this.#waiting.push(done));
  }

  send(submission: Submission): Promise<Answer> {
    if (!this.#hub) return Promise.reject(new Error('not connected'));
    return this.#hub.invoke<Answer>('Submit', submission);
  }

  /** To one's own delegation, past the journal; sent once. */
  tell(method: 'Advise' | 'Mandate', body: object): Promise<{ refusal?: Refusal }> {
    return this.#hub?.invoke(method, { assembly: this.assembly, body }) ?? Promise.reject();
  }

  async #keepOpen(): Promise<never> {
    for (let failures = 0; ; ) {
      let shut = false;
      try {
        await this.#connected(() => (failures = 0));
      } catch (error) {
        shut = error instanceof NoPlace;
      }
      this.#to(shut ? 'shut' : 'lost');
      await Promise.race([pause(retryAfter(failures++)), new Promise<void>((hurry) => (this.#hurry = hurry))]);
      this.#hurry = undefined;
    }
  }

  /** Connects, follows, and lasts until the connection ends. */
  async #connected(followed: () => void): Promise<void> {
    const hub = hallHub('/floor', this.token);
    // The pulse is the judge of a dead line, and quicker.
    hub.serverTimeoutInMilliseconds = 60_000;
    hub.on('Board', (message: BoardMessage) => {
      if (this.shelf.receive(message) === 'gap') this.#askWhole(message.name);
    });
    const ended = new Promise<void>((end) => hub.onclose(() => end()));
    this.#hub = hub;
    try {
      await within(startWaitsAtMost, hub.start());
      this.shelf.reconnected();
      await within(startWaitsAtMost, this.#follow());
      followed();
      this.#to('live');
      await ended;
    } finally {
      this.#hub = undefined;
      await within(1000, hub.stop()).catch(() => {});
    }
  }

  async #follow(): Promise<void> {
    const sent = Date.now();
    const answer = await this.#hub!.invoke<FollowAnswer>('Follow', { assembly: this.assembly, have: this.shelf.versions() });
    if (answer.refusal) throw new NoPlace();
    if (answer.now) this.clock.learn(answer.now, sent, Date.now());
    if (answer.boards) this.shelf.keepOnly(answer.boards);
  }

  /** Several boards can miss a patch at once; they are asked for together. */
  #askWhole(name: string): void {
    this.shelf.askWhole(name);
    if (this.#asked.has(name)) return;
    this.#asked.add(name);
    this.#askSoon ??= setTimeout(() => {
      this.#askSoon = undefined;
      this.#asked.clear();
      if (this.#hub?.state === HubConnectionState.Connected) void this.#follow().catch(() => {});
    }, 50);
  }

  async #check(waitAtMost: number): Promise<void> {
    const hub = this.#hub;
    if (!hub || hub.state !== HubConnectionState.Connected) return this.#hurry?.();
    if (this.#checking && waitAtMost === pulseWaitsAtMost) return;
    this.#checking = true;
    try {
      const sent = Date.now();
      const { now } = await within(waitAtMost, hub.invoke<PulseAnswer>('Pulse', { have: this.shelf.versions() }));
      this.clock.learn(now, sent, Date.now());
    } catch {
      if (this.#hub === hub) void hub.stop().catch(() => {});
    } finally {
      this.#checking = false;
    }
  }

  #to(state: LineState): void {
    if (state !== this.#state) this.changed((this.#state = state));
    if (state === 'live') for (const go of this.#waiting.splice(0)) go();
  }
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Error('no answer in time')), milliseconds)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
