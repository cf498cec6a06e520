import { diffWordsWithSpace } from 'diff';
import type { TextEdit } from '../../contract';

export type Edit = Pick<TextEdit, 'start' | 'length' | 'text'>;
export interface Segment { kind: 'same' | 'gone' | 'new'; text: string }

const slowest = 300;

/** What the edits make of a text: what stays, what goes, what comes, in the order of reading. */
export function segmentsOf(before: string, edits: readonly Edit[]): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const edit of edits) {
    add(segments, 'same', before.slice(from, edit.start));
    for (const segment of between(before.slice(edit.start, edit.start + edit.length), edit.text)) add(segments, segment.kind, segment.text);
    from = edit.start + edit.length;
  }
  add(segments, 'same', before.slice(from));
  return segments;
}

/** The same, where only the two texts are known. */
export function between(before: string, after: string): Segment[] {
  const changes = before && after ? diffWordsWithSpace(before, after, { timeout: slowest }) : undefined;
  const segments: Segment[] = [];
  if (!changes) return add(add(segments, 'gone', before), 'new', after);
  let [gone, young] = ['', ''];
  const settle = () => {
    add(add(segments, 'gone', gone), 'new', young);
    gone = young = '';
  };
  changes.forEach(({ added, removed, value }, place) => {
    // One or two words that happen to stay between others that go would only be hard to read.
    const island = !added && !removed && (gone || young) && place < changes.length - 1 && value.trim().split(/\s+/).length <= 2;
    if (added || island) young += value;
    if (removed || island) gone += value;
    if (added || removed || island) return;
    settle();
    add(segments, 'same', value);
  });
  settle();
  return segments;
}

export interface Shown extends Segment {
  /** Unchanged text was left out here. */
  cut?: 'start' | 'middle' | 'end';
  tail?: string;
}

const context = 80;

/** The changes with what stands around them; long stretches that stay give way to an ellipsis. */
export function inContext(segments: readonly Segment[], around: number = context): Shown[] {
  return segments.map((segment, place) => {
    const [first, last] = [place === 0, place === segments.length - 1];
    const room = around * (first || last ? 1 : 2);
    if (segment.kind !== 'same' || segment.text.length <= room + 20 || (first && last)) return segment;
    const head = first ? '' : upToWord(segment.text.slice(0, around)).trimEnd();
    const tail = last ? '' : fromWord(segment.text.slice(-around)).trimStart();
    return { kind: 'same', text: head, tail, cut: first ? 'start' : last ? 'end' : 'middle' };
  });
}

function add(segments: Segment[], kind: Segment['kind'], text: string): Segment[] {
  const last = segments.at(-1);
  if (text === '') return segments;
  if (last?.kind === kind) last.text += text;
  else segments.push({ kind, text });
  return segments;
}

const upToWord = (text: string) => text.replace(/\S*$/, '') || text;
const fromWord = (text: string) => text.replace(/^\S*/, '') || text;
