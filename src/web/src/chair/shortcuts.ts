import { live } from '../live/live.svelte';
import { inOrder } from '../live/order';
import { placardActs } from './acts';
import { ask } from './asking.svelte';

const send = (kind: 'speech.call-next' | 'speech.pause' | 'speech.continue') => void live.submit(kind, {});

/** One letter for what the chair does most in a debate. True when it did something: the letter must not be typed into a dialog it opens. */
export function shortcut(key: string): boolean {
  switch (key.toLowerCase()) {
    case 'n':
      if (!inOrder('speech.call-next')) return false;
      send('speech.call-next');
      return true;
    case 'p':
      if (!inOrder('speech.pause') && !inOrder('speech.continue')) return false;
      send(inOrder('speech.continue') ? 'speech.continue' : 'speech.pause');
      return true;
    case 'd':
      if (!placardActs.some(inOrder)) return false;
      ask('forDelegation');
      return true;
    case 'r':
      if (!inOrder('ruling.make')) return false;
      ask('ruling');
      return true;
    default:
      return false;
  }
}
