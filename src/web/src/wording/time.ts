const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, zone, options]);
  let made = formats.get(key);
  if (!made) {
    try {
      made = new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
    } catch {
      // A zone this browser does not know yet.
      made = new Intl.DateTimeFormat(language, { timeZone: 'UTC', timeZoneName: 'short', ...options });
    }
    formats.set(key, made);
  }
  return made;
}

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** 23:41, in the assembly's zone. */
export const clockTime = (at: string | number, language: string, zone: string): string =>
  format(language, zone, clock).format(new Date(at));

/** 23:41:07, in the assembly's zone. */
export const clockSeconds = (at: string | number, language: string, zone: string): string =>
  format(language, zone, { ...clock, second: '2-digit' }).format(new Date(at));

export const day = (at: string | number, language: string, zone: string): string =>
  format(language, zone, { weekday: 'long', day: 'numeric', month: 'long' }).format(new Date(at));

/** A plenary that runs past midnight: a time on another day than `today` carries its date. */
export const clockTimeFrom = (at: string | number, today: string | number, language: string, zone: string): string =>
  day(at, language, zone) === day(today, language, zone)
    ? clockTime(at, language, zone)
    : `${clockTime(at, language, zone)} (${format(language, zone, { day: 'numeric', month: 'short' }).format(new Date(at))})`;

/** 1:12, 12:05, 1:02:09; never below zero. */
export function minutesSeconds(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** What a form's date and time mean in the assembly's zone, as an instant. */
export function instantIn(zone: string, local: string): string {
  const asUtc = Date.parse(`${local}Z`);
  let instant = asUtc;
  // Twice: the first step may land on the other side of a change of clocks.
  for (let step = 0; step < 2; step++) instant = asUtc - offsetAt(zone, instant);
  return new Date(instant).toISOString();
}

/** An instant as a form's date and time in the assembly's zone: 2026-03-05T09:30. */
export function localIn(zone: string, instant: string | number): string {
  const at = new Date(instant).getTime();
  return new Date(at + offsetAt(zone, at)).toISOString().slice(0, 16);
}

function offsetAt(zone: string, instant: number): number {
  const parts = format('en-GB', zone, {
    year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(instant / 1000) * 1000;
}
