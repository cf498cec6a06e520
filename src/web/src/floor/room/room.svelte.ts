import words from 'virtual:wording/room';
import { live } from '../../live/live.svelte';
import { keep } from '../../live/session';
import { speak, t } from '../../wording/words';
import { RoomBox, type Known, type Subject, type Told } from './roomBox';

speak({ room: words });

const known = (): Known => ({ mine: live.board('mine'), ballot: live.board('ballot'), motion: live.board('motion'), results: live.board('results'), room: live.board('room') });

/** The private room of this person's delegation, as the page acts in it. It lives as long as the page. */
class Room {
  /** Why the last word did not get there. */
  problem = $state('');
  readonly #box = new RoomBox(`room:${live.assembly}`, keep, (method, body) => live.tell(method, body));

  constructor() {
    $effect.root(() => {
      $effect(() => {
        const now = known();
        if (live.line !== 'live') this.#box.lost();
        // What an earlier connection brought says nothing about what the server has.
        else if (live.version('room') !== undefined) this.#box.look(now);
      });
    });
  }

  advise = (ballot: string, options: string[], note?: string): Promise<void> => this.#wait(this.#box.advise(known(), ballot, options, note));

  note = (subject: Subject, option?: string, note?: string): Promise<void> => this.#wait(this.#box.note(known(), subject, option, note));

  async #wait(telling: Promise<Told>): Promise<void> {
    const told = await telling;
    this.problem = told ? (told.refusal?.text ?? '') : t('room.later');
  }
}

export const room = new Room();
