import common from 'virtual:wording/common';
import done from 'virtual:wording/done';
import language from 'virtual:wording/language';
import sentence from 'virtual:wording/sentence';
import type all from '$wording/pages.en.json';
import { live } from '../live/live.svelte';
import { now } from '../live/ticking.svelte';
import { phrase, type Given } from './phrase';
import { clockSeconds, clockTime, clockTimeFrom, day } from './time';

/** Every text's name: section and key, `floor.askToSpeak`. */
export type Key = keyof typeof all;

const texts = new Map<string, string>();

/** A page brings its own section, so that a phone does not load the console's words. */
export function speak(sections: Record<string, Record<string, string>>): void {
  for (const [section, entries] of Object.entries(sections))
    for (const [key, text] of Object.entries(entries)) texts.set(`${section}.${key}`, text);
}
speak({ common, done, sentence });
document.documentElement.lang = language.tag;
document.documentElement.dir = language.direction;

export const zone = (): string => live.board('plenary')?.zone ?? 'UTC';

function format(value: unknown, name: string): string {
  if (name === 'time') return atTime(String(value));
  // With its date, where that is another day.
  if (name === 'timeToday') return atTimeToday(String(value));
  // `{verdict:common.verdict}`: the word for one of a few values.
  return say(`${name}.${String(value)}`);
}

/** The text of a key the code knows. */
export const t = (key: Key, given: Given = {}): string => say(key, given);

/** The text of a key the server names; an unknown one shows itself, which is ugly but never blank. */
export const say = (key: string, given: Given = {}): string => phrase(texts.get(key) ?? key, given, language.tag, format);

export const has = (key: string): boolean => texts.has(key);

export const atTime = (at: string | number): string => clockTime(at, language.tag, zone());
export const atTimeToday = (at: string | number): string => clockTimeFrom(at, now(), language.tag, zone());
export const atSeconds = (at: string | number): string => clockSeconds(at, language.tag, zone());
export const onDay = (at: string | number): string => day(at, language.tag, zone());
export const number = (value: number): string => value.toLocaleString(language.tag);
export const tag = language.tag;
