import { createSubscriber } from 'svelte/reactivity';
import { live } from './live.svelte';

const tick = createSubscriber((update) => {
  const timer = setInterval(update, 250);
  return () => clearInterval(timer);
});

/** The server's time, in milliseconds; what reads it in a template is drawn again four times a second. */
export function now(): number {
  tick();
  return live.clock.now();
}
