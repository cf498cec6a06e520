import type { BoardMessage } from '../wire';
import { mergePatch } from './mergePatch';

/** What became of a message: shown, already known, or a gap, so that the board must be asked whole. */
export type Shelved = 'changed' | 'known' | 'gap';

// Their versions count in the server's memory and begin anew with the server.
const unkept = new Set(['reach', 'room']);

/** The boards this page holds, each at a version, and what to ask for after a loss. */
export class BoardShelf {
  readonly #boards = new Map<string, { version: number; board: unknown }>();
  readonly #changed: (name: string, board: unknown) => void;

  constructor(changed: (name: string, board: unknown) => void) {
    this.#changed = changed;
  }

  version(name: string): number | undefined {
    return this.#boards.get(name)?.version;
  }

  reconnected(): void {
    for (const name of unkept) this.#boards.delete(name);
  }

  versions(): Record<string, number> {
    return Object.fromEntries([...this.#boards].map(([name, { version }]) => [name, version]));
  }

  /** Forgets a board's version, not what it shows: the server then sends it whole. */
  askWhole(name: string): void {
    const held = this.#boards.get(name);
    if (held) this.#boards.delete(name);
  }

  keepOnly(names: readonly string[]): void {
    for (const name of [...this.#boards.keys()])
      if (!names.includes(name)) {
        this.#boards.delete(name);
        this.#changed(name, undefined);
      }
  }

  receive(message: BoardMessage): Shelved {
    const held = this.#boards.get(message.name);
    // A whole board is believed whatever its version: the server may have begun anew, or whoever gets a card or a duty
    // gets the board of other people, which changed last before their own did.
    if ('whole' in message) return this.#keep(message.name, message.version, message.whole);
    if (held && message.version <= held.version) return 'known';
    if (!held || message.from !== held.version) return 'gap';
    return this.#keep(message.name, message.version, mergePatch(held.board, message.patch));
  }

  #keep(name: string, version: number, board: unknown): Shelved {
    this.#boards.set(name, { version, board });
    this.#changed(name, board);
    return 'changed';
  }
}
