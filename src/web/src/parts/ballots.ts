import type { Ballot, BallotOption, Motion, Result } from '../wire';
import type { BallotRuleView, Share } from '../contract';
import { live } from '../live/live.svelte';
import { number, say, t } from '../wording/words';
import { byPlurality, marginKey, verdictKey } from './tally';

export { byPlurality } from './tally';

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

/** What a slip says in words: one option, several, or the parts of a split with their votes. */
export function slipLabel(options: BallotOption[] | undefined, slip: { option?: string; shares?: readonly Share[] }): string {
  if (!slip.shares) return labelOf(options, slip.option ?? '');
  return slip.shares
    .map((share) => {
      const marked = share.options.map((key) => briefLabelOf(options, key)).join(', ');
      return slip.shares!.length > 1 ? t('common.shareOf', { option: marked, votes: number(share.votes) }) : marked;
    })
    .join(' · ');
}

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

export const needsLine = (result: Result, options: BallotOption[] | undefined, rule?: BallotRuleView): string =>
  byPlurality(options, rule) ? t('common.mostVotes', { rule: result.rule }) : t('common.needs', { needed: number(result.needed), base: number(result.base), rule: result.rule });

export const verdictWord = (result: Result, options?: BallotOption[]): string => say(`common.verdict.${verdictKey(result, options)}`);

export function marginLine(margin: number): string {
  const { key, count } = marginKey(margin);
  return t(key, { count: number(count) });
}

/** How votes were given. */
export const countedLine = (result: Result): string =>
  t(result.counted === 'placards' ? 'common.countedByPlacards' : result.counted === 'rollCall' ? 'common.countedByRollCall' : 'common.countedByPhones');

/** Whether delegations vote, or check what is recorded of them. */
export const votes = (ballot: Ballot | undefined): ballot is Ballot => ballot?.phase === 'open' || ballot?.phase === 'checking';

/** The motion before the plenary; a vote on something else, taken since, leaves an older motion behind. */
export function motionNow(): Motion | undefined {
  const motions = live.board('motion');
  const ballot = live.board('ballot')?.current;
  // A vote on an amendment or on procedure leaves the motion where it is.
  const elsewhere = ballot && !ballot.amendment && !ballot.procedural && ballot.motion !== motions?.current;
  return motions?.current && !elsewhere ? motions.motions[motions.current] : undefined;
}
