/** Minutes as a form has them, `2`, `1.5`, or `1:30`, in seconds; nothing is no limit. */
export function seconds(minutes: string): number {
  const [whole = '', part] = minutes.trim().split(':');
  const value = part === undefined ? Number(whole.replace(',', '.')) * 60 : Number(whole) * 60 + Number(part);
  return Number.isFinite(value) ? Math.max(0, Math.round(value)) : 0;
}

/** Seconds as a form has them: `2:00`; nothing where there is no limit. */
export const minutes = (limit: number): string => (limit > 0 ? `${Math.floor(limit / 60)}:${String(limit % 60).padStart(2, '0')}` : '');
