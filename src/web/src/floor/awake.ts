/** Keeps the phone's screen lit while the page is seen, where the browser can; it lets go by itself when hidden. */
export function stayAwake(): void {
  const ask = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);
  // Some browsers grant it only after a touch.
  addEventListener('pointerup', ask, { once: true });
  ask();
}
