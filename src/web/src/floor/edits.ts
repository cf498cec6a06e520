import type { Edit } from '../parts/texts/difference';

export interface Paragraph { start: number; end: number; text: string }

/** What somebody wants of one paragraph: other words, none, or new ones after it. */
export interface Change { text?: string; gone?: boolean; after?: string }

const apart = '\n\n';

/** A motion's paragraphs, from where each begins. */
export const paragraphsOf = (text: string, starts: readonly number[]): Paragraph[] =>
  starts.map((start, place) => {
    const words = text.slice(start, starts[place + 1] ?? text.length).trimEnd();
    return { start, end: start + words.length, text: words };
  });

/** The changes as edits of the text: in order, none touching another, one for each paragraph where they can stand apart. */
export function editsOf(text: string, starts: readonly number[], changes: Readonly<Record<number, Change>>): Edit[] {
  const paragraphs = paragraphsOf(text, starts);
  const edits: Edit[] = [];
  const add = (start: number, end: number, words: string) => {
    const last = edits.at(-1);
    if (last && start <= last.start + last.length) {
      last.text += words;
      last.length = end - last.start;
    } else edits.push({ start, length: end - start, text: words });
  };
  const goes = (place: number) => changes[place]?.gone === true || changes[place]?.text?.trim() === '';
  const added = (place: number) => changes[place]?.after?.trim() ?? '';
  const kept = paragraphs.findIndex((_, place) => !goes(place));
  const leading = kept === -1 ? paragraphs.length : kept;
  if (leading > 0) {
    const words = paragraphs.slice(0, leading).map((_, place) => added(place)).filter(Boolean);
    // What goes at the beginning takes the empty line after it along; elsewhere the one before.
    if (kept === -1) add(paragraphs[0]!.start, paragraphs.at(-1)!.end, words.join(apart));
    else add(paragraphs[0]!.start, paragraphs[kept]!.start, words.map((each) => each + apart).join(''));
  }
  paragraphs.forEach(({ start, end, text: old }, place) => {
    const after = added(place) && apart + added(place);
    const words = changes[place]?.text?.trim() ?? old;
    if (place < leading) return;
    if (goes(place)) add(paragraphs[place - 1]!.end, end, after);
    else if (words !== old) add(start, end, words + after);
    else if (after) add(end, end, after);
  });
  return edits.filter((edit) => text.slice(edit.start, edit.start + edit.length) !== edit.text);
}

export const apply = (text: string, edits: readonly Edit[]): string =>
  edits.reduceRight((whole, edit) => whole.slice(0, edit.start) + edit.text + whole.slice(edit.start + edit.length), text);

export const says = (change: Change | undefined): boolean => change !== undefined && (change.gone === true || change.text !== undefined || (change.after ?? '') !== '');

/** Changes of a text that has changed meanwhile: kept where their paragraph is still there, word for word. */
export function carried(changes: Readonly<Record<number, Change>>, were: readonly string[], are: readonly string[]): { changes: Record<number, Change>; lost: number } {
  const kept: Record<number, Change> = {};
  let lost = 0;
  were.forEach((text, place) => {
    const change = changes[place];
    if (!change || !says(change)) return;
    // The same words can stand twice; then the same place is the likelier.
    const now = are[place] === text ? place : are.indexOf(text);
    if (now === -1 || kept[now]) lost++;
    else kept[now] = change;
  });
  return { changes: kept, lost };
}
