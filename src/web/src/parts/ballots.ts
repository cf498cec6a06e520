import type { Ballot, BallotOption, Motion, Result } from '../wire';
import { live } from '../live/live.svelte';
import { number, say, t } from '../wording/words';

const named = new Set(['for', 'against', 'abstain', 'amendment', 'original']);
const counted = new Set(['for', 'against', 'abstain']);

export const optionLabel = (option: BallotOption): string =>
  option.label ?? (named.has(option.key) ? say(`common.option.${option.key}`) : option.motion ? t('common.option.motion', { number: option.motion, title: option.title }) : option.key);

/** Where there is little room: a motion by its number alone. */
export function briefLabelOf(options: BallotOption[] | undefined, key: string): string {
  const option = options?.find((each) => each.key === key);
  return option?.motion ? t('common.motion', { number: option.motion }) : labelOf(options, key);
}

/** A ballot's options, the amendment by its number. */
export const optionsOf = (ballot: Ballot): BallotOption[] =>
  ballot.options.map((option) =>
    option.key === 'amendment' && ballot.amendmentNumber ? { ...option, label: t('common.option.amendmentNumber', { number: ballot.amendmentNumber }) } : option);

export const labelOf = (options: BallotOption[] | undefined, key: string): string =>
  optionLabel(options?.find((option) => option.key === key) ?? { key });

/** `41 for · 20 against · 13 abstain`: numbers first, as they are read out. */
export const figuresLine = (result: Result, options: BallotOption[] | undefined): string =>
  Object.entries(inOrderOf(result.figures, options))
    .map(([key, count]) =>
      counted.has(key) ? say(`common.figure.${key}`, { count }) : t('common.figureOf', { name: briefLabelOf(options, key), count }))
    .join(' · ');

/** Figures in the order of the ballot's options. */
export function inOrderOf(figures: Record<string, number>, options: BallotOption[] | undefined): Record<string, number> {
  const order = options?.map((option) => option.key) ?? ['for', 'against'];
  const last = options ? order.length : Number.MAX_SAFE_INTEGER;
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : last);
  return Object.fromEntries(Object.entries(figures).sort(([a], [b]) => place(a) - place(b)));
}

/** Whether proposals stand against each other, so that the most votes win. */
export const byPlurality = (options: BallotOption[] | undefined): boolean =>
  options?.some((option) => option.key === 'original' || option.motion !== undefined) ?? false;

export const needsLine = (result: Result, options: BallotOption[] | undefined): string =>
  byPlurality(options) ? t('common.mostVotes', { rule: result.rule }) : t('common.needs', { needed: number(result.needed), base: number(result.base), rule: result.rule });

export const verdictWord = (result: Result): string => say(`common.verdict.${result.verdict}`);

export const votes = (ballot: Ballot | undefined): ballot is Ballot => ballot?.phase === 'open';

/** The motion before the plenary; a vote on something else, taken since, leaves an older motion behind. */
export function motionNow(): Motion | undefined {
  const motions = live.board('motion');
  const ballot = live.board('ballot')?.current;
  // A vote on an amendment or on procedure leaves the motion where it is.
  const elsewhere = ballot && !ballot.amendment && !ballot.procedural && ballot.motion !== motions?.current;
  return motions?.current && !elsewhere ? motions.motions[motions.current] : undefined;
}
