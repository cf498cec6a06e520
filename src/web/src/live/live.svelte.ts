import { boardNames, refused, type Answer, type BoardName, type Boards, type CommandKind, type Commands, type Refusal } from '../wire';
import { BoardShelf } from './boardShelf';
import { CastOutbox, votersOf, type CastOutcome, type Slip } from './castOutbox';
import { FloorLine, type LineState } from './connection';
import { newId } from './newId';
import { ServerClock } from './serverClock';
import { assemblyOfPage, keep, token } from './session';
import { submitUntilAnswered } from './submissions';

class Cell {
  value = $state.raw<unknown>();
}

const refusalShownFor = 12_000;

/** What this page knows and can do on one assembly's floor: its boards, its line, its acts. */
export class Live {
  readonly clock = new ServerClock();
  readonly #cells = Object.fromEntries(boardNames.map((name) => [name, new Cell()])) as Record<BoardName, Cell>;
  readonly #shelf = new BoardShelf((name, board) => {
    const cell = this.#cells[name as BoardName];
    if (cell) cell.value = board;
  });
  #line: FloorLine | undefined;
  #outbox: CastOutbox | undefined;
  #assembly = '';

  line = $state<LineState>('connecting');
  /** The last act that was refused, for the page to say why; it fades by itself. */
  refusal = $state.raw<Refusal>();
  /** How each choice of this phone stands, by whose votes it is for. */
  casts = $state.raw<Record<string, CastOutcome>>({});
  /** Kinds of acts on their way, so that a button can say so and not be pressed twice. */
  sending = $state.raw<readonly string[]>([]);

  follow(assembly: string | undefined = assemblyOfPage): void {
    if (!assembly || this.#line) return;
    this.#assembly = assembly;
    this.#line = new FloorLine(assembly, token, this.#shelf, this.clock, (state) => (this.line = state));
    this.#outbox = new CastOutbox(
      assembly,
      keep,
      ({ id, ...body }, wanted) => submitUntilAnswered(this.#line!, { id, assembly, kind: 'ballot.cast', body }, wanted),
      newId,
      (outcome) => (this.casts = { ...this.casts, [votersOf(outcome)]: outcome }),
    );
    this.#line.open();
    this.#outbox.resume();
  }

  get assembly(): string {
    return this.#assembly;
  }

  board<Name extends BoardName>(name: Name): Boards[Name] | undefined {
    return this.#cells[name].value as Boards[Name] | undefined;
  }

  version(name: BoardName): number | undefined {
    return this.#shelf.version(name);
  }

  async submit<Kind extends CommandKind>(kind: Kind, body: Commands[Kind]): Promise<Answer> {
    this.sending = [...this.sending, kind];
    try {
      const answer = (await submitUntilAnswered(this.#line!, { id: newId(), assembly: this.#assembly, kind, body }))!;
      if (refused(answer)) this.#say(answer.refusal);
      else this.refusal = undefined;
      return answer;
    } finally {
      const at = this.sending.indexOf(kind);
      this.sending = this.sending.filter((_, index) => index !== at);
    }
  }

  tell(...said: Parameters<FloorLine['tell']>): ReturnType<FloorLine['tell']> {
    return this.#line!.tell(...said);
  }

  /** The choice for one's own member alone, in most votes the only one. */
  get cast(): CastOutcome | undefined {
    return this.casts[''];
  }

  vote(ballot: { id: string; openedAt: string }, slip: Slip): void {
    this.#outbox!.cast(ballot.id, slip, this.clock.now() - Date.parse(ballot.openedAt));
  }

  #say(refusal: Refusal): void {
    this.refusal = refusal;
    setTimeout(() => {
      if (this.refusal === refusal) this.refusal = undefined;
    }, refusalShownFor);
  }
}

export const live = new Live();
