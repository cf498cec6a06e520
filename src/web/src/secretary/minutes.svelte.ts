import type { MinutesRow, MinutingRow } from '../contract';
import { live } from '../live/live.svelte';
import { getJson } from '../live/session';

/** The draft of a plenary that the board does not show, and what is kept of any. */
export interface MinutesView {
  entries: Record<string, MinutesRow>;
  order: string[];
  items: Record<string, string>;
  warnings: Record<string, string>;
  kept?: Record<string, string>;
}

class Chosen {
  /** The plenary somebody has picked; the one that sits, or sat last, otherwise. */
  picked = $state<string>();
  view = $state.raw<MinutesView>();
  #of?: string;

  get plenary(): string | undefined {
    return this.picked ?? live.board('plenary')?.current ?? live.board('minuting')?.order.at(-1);
  }

  get row(): MinutingRow | undefined {
    return this.plenary ? live.board('minuting')?.plenaries[this.plenary] : undefined;
  }

  /** Fetches what no board carries; an answer that comes late for another plenary is dropped. */
  async fetch(): Promise<void> {
    const plenary = this.plenary;
    if (!plenary) return;
    if (this.#of !== plenary) this.view = undefined;
    this.#of = plenary;
    try {
      const view = await getJson<MinutesView>(`/a/${live.assembly}/minutes/${plenary}/view`);
      if (this.plenary === plenary) this.view = view;
    } catch {
      // The board shows the current plenary without it; the next change asks again.
    }
  }
}

export const chosen = new Chosen();
