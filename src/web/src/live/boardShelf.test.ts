import { beforeEach, describe, expect, it } from 'vitest';
import { BoardShelf } from './boardShelf';

describe('the board shelf', () => {
  let shown: Record<string, unknown>;
  let shelf: BoardShelf;
  beforeEach(() => {
    shown = {};
    shelf = new BoardShelf((name, board) => (shown[name] = board));
    shelf.receive({ name: 'agenda', version: 5, whole: { current: 'a' } });
  });

  it('shows a whole board, and a patch upon it', () => {
    expect(shelf.receive({ name: 'agenda', version: 7, from: 5, patch: { current: 'b' } })).toBe('changed');
    expect(shown['agenda']).toEqual({ current: 'b' });
    expect(shelf.versions()).toEqual({ agenda: 7 });
  });
  it('ignores a patch it knows and an older one', () => {
    expect(shelf.receive({ name: 'agenda', version: 5, from: 4, patch: { current: 'x' } })).toBe('known');
    expect(shelf.receive({ name: 'agenda', version: 3, from: 2, patch: { current: 'x' } })).toBe('known');
    expect(shown['agenda']).toEqual({ current: 'a' });
  });
  it('sees a gap, and goes on showing what it had', () => {
    expect(shelf.receive({ name: 'agenda', version: 9, from: 7, patch: { current: 'x' } })).toBe('gap');
    expect(shelf.receive({ name: 'ballot', version: 9, from: 7, patch: {} })).toBe('gap');
    expect(shown['agenda']).toEqual({ current: 'a' });
  });
  it('asks whole without a version, and takes the answer', () => {
    shelf.askWhole('agenda');
    expect(shelf.versions()).toEqual({});
    expect(shelf.receive({ name: 'agenda', version: 9, whole: { current: 'c' } })).toBe('changed');
    expect(shown['agenda']).toEqual({ current: 'c' });
  });
  it('believes a whole board whatever its version, for it may be that of other people, or of a server begun anew', () => {
    expect(shelf.receive({ name: 'agenda', version: 4, whole: { current: 'o' } })).toBe('changed');
    expect(shelf.version('agenda')).toBe(4);
    expect(shelf.receive({ name: 'agenda', version: 6, from: 4, patch: { current: 'p' } })).toBe('changed');
    expect(shown['agenda']).toEqual({ current: 'p' });
  });
  it('does not offer the version of the reach board after a reconnect: it counts in memory', () => {
    shelf.receive({ name: 'reach', version: 120, whole: {} });
    shelf.reconnected();
    expect(shelf.versions()).toEqual({ agenda: 5 });
  });
  it('drops boards that are no longer this person’s', () => {
    shelf.receive({ name: 'chair', version: 5, whole: {} });
    shelf.keepOnly(['agenda']);
    expect(shown['chair']).toBeUndefined();
    expect(shelf.versions()).toEqual({ agenda: 5 });
  });
});
