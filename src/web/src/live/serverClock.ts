const samplesKept = 8;

/** The server's time as this page can best tell it: the pulse with the shortest way there and back is the most truthful. */
export class ServerClock {
  #samples: { offset: number; trip: number }[] = [];

  learn(serverTime: string, sent: number, received: number): void {
    const at = Date.parse(serverTime);
    if (Number.isNaN(at)) return;
    this.#samples = [...this.#samples, { offset: at - (sent + received) / 2, trip: received - sent }].slice(-samplesKept);
  }

  /** Milliseconds since the epoch. */
  now(device: number = Date.now()): number {
    const best = this.#samples.reduce<{ offset: number; trip: number } | undefined>(
      (least, sample) => (least && least.trip <= sample.trip ? least : sample),
      undefined,
    );
    return device + (best?.offset ?? 0);
  }
}
