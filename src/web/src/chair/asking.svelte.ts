/** What needs a dialog before it can be sent. */
export type Asked =
  | 'vote' | 'election' | 'recess' | 'void' | 'forDelegation' | 'placard' | 'paper' | 'offerChair' | 'putMotion' | 'correct' | 'addItem'
  | 'ruling' | 'allow' | 'ruleOutProcedural' | 'ruleOutAmendment' | 'putEnBloc' | 'announce' | 'deadline' | 'openList' | 'limits' | 'warning' | 'keys' | 'palette';

/** Which dialog of the console is open, and what it is about. */
class Asking {
  what = $state<Asked>();
  about = $state<string>();
}
export const asking = new Asking();

export function ask(what: Asked | undefined, about?: string): void {
  asking.what = what;
  asking.about = about;
}
export const leave = (): void => ask(undefined);
/** The palette closes after the act chosen in it may have opened a dialog of its own. */
export const leavePalette = (): void => {
  if (asking.what === 'palette') leave();
};
