export type SheetName = 'amend' | 'amendments' | 'alternative' | 'divide' | 'handOn' | 'mandates' | 'procedurals' | 'motions' | 'voters' | 'yield';

class Opened {
  name = $state<SheetName>();
  /** What it is about, where it could be about several. */
  subject = $state<string>();
}

/** The sheet over the page: a form, or a list to read. */
export const sheet = new Opened();

export function openSheet(name: SheetName, subject?: string): void {
  sheet.name = name;
  sheet.subject = subject;
}

export const closeSheet = (): void => void (sheet.name = undefined);

/** Sheets come after the page, all at once: one that is wanted later opens without the network. */
export const loadSheets = () => import('./sheets/all');

/** The rest of what a debate may bring, fetched while nothing is asked of anybody. */
export function loadRest(): void {
  for (const load of [() => import('./debate/Debate.svelte'), () => import('./sheets/Rest.svelte'), () => import('../parts/texts/Difference.svelte'), () => import('./room/Room.svelte')]) load().catch(() => {});
}
