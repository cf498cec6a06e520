import type { Ballot, BallotOption, Member, Result } from '../wire';
import type { BallotRuleView } from '../contract';

/** What belongs to every vote and is no proposal. */
const standing = new Set(['for', 'against', 'abstain', 'amendment', 'original']);
export const isProposal = (key: string): boolean => !['for', 'against', 'abstain'].includes(key);

/** Whether the most votes win, so that there is no line to reach. Without the rule, what stands against each other tells. */
export const byPlurality = (options: readonly BallotOption[] | undefined, rule?: Pick<BallotRuleView, 'numerator'>): boolean =>
  rule?.numerator !== undefined ? rule.numerator === 0 : options?.some((option) => option.key === 'original' || option.motion !== undefined) ?? false;

export const between = (options: readonly BallotOption[] | undefined): boolean => options?.some((option) => !standing.has(option.key)) ?? false;

/** Those elected or chosen: several, one, or none. */
export function chosenKeys(result: Pick<Result, 'winners' | 'chosen' | 'winner'>, options?: readonly BallotOption[]): string[] {
  if (result.winners) return result.winners;
  // Who is elected travels by name.
  const elected = result.winner === undefined ? undefined : options?.find((option) => option.label === result.winner)?.key;
  return [result.chosen ?? elected].filter((key) => key !== undefined);
}

/** A verdict's word: of proposals none is defeated, one only is not chosen. */
export const verdictKey = (result: Pick<Result, 'verdict'>, options: readonly BallotOption[] | undefined): string =>
  result.verdict === 'defeated' && between(options) ? 'noneChosen' : result.verdict;

export interface Bar { key: string; count: number; chosen: boolean; lined: boolean }

/** Bars in the order of the ballot; of several proposals, the most votes first and what is for none last. */
export function barsOf(figures: Readonly<Record<string, number>>, options: readonly BallotOption[] | undefined, chosen: readonly string[], ranked: boolean): Bar[] {
  const order = options?.map((option) => option.key) ?? ['for', 'against'];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const bars = Object.entries(figures)
    .sort(([a], [b]) => place(a) - place(b))
    .map(([key, count]) => ({ key, count, chosen: chosen.includes(key), lined: isProposal(key) || key === 'for' }));
  return ranked ? bars.sort((a, b) => Number(isProposal(b.key)) - Number(isProposal(a.key)) || (isProposal(a.key) ? Number(b.chosen) - Number(a.chosen) || b.count - a.count : 0)) : bars;
}

/** What a whole bar stands for: the base, so that the line stands where the share is; more where a figure or the line lies beyond. */
export const scaleOf = (figures: Readonly<Record<string, number>>, base: number, needed: number, plural: boolean): number =>
  plural ? Math.max(1, ...Object.values(figures)) * 1.06 : Math.max(1, base, needed * 1.02, ...Object.values(figures));

/** By how much what is needed is reached or missed, as one says it. */
export function marginKey(margin: number): { key: 'common.moreThanNeeded' | 'common.exactlyNeeded' | 'common.short'; count: number } {
  return margin > 0 ? { key: 'common.moreThanNeeded', count: margin } : margin === 0 ? { key: 'common.exactlyNeeded', count: 0 } : { key: 'common.short', count: -margin };
}

/** What a member chose, from the board's `for,abstain` of a split and `1+3` of several marks. */
export const choicesIn = (choice: string): { keys: string[]; split: boolean } => ({
  keys: [...new Set(choice.split(/[,+]/).filter(Boolean))],
  split: choice.includes(','),
});

/** How each option was chosen and by whom, members in the board's order; a member that split stands under each. */
export function byChoice(choices: Readonly<Record<string, string>>, options: readonly BallotOption[], order: readonly string[]): { key: string; members: string[] }[] {
  const of = (key: string) => order.filter((id) => choices[id] !== undefined && choicesIn(choices[id]!).keys.includes(key));
  return options.map((option) => ({ key: option.key, members: of(option.key) })).filter((group) => group.members.length > 0);
}

export type TileState = 'voted' | 'waiting' | 'paper' | 'proxy' | 'concerned';
type Seen = Pick<Ballot, 'electorate' | 'concerned' | 'held'>;

/** Where a member stands in a vote; undefined where it has none and is not the one concerned. */
export function tileState(id: string, ballot: Seen, voted: Readonly<Record<string, boolean>>, onPaper: readonly string[] = []): TileState | undefined {
  if (id === ballot.concerned) return 'concerned';
  if (!(id in ballot.electorate)) return undefined;
  if (onPaper.includes(id)) return 'paper';
  if (!voted[id]) return 'waiting';
  return ballot.held?.[id] ? 'proxy' : 'voted';
}

/** Members by region in the rulebook's order; those of no region the rulebook knows come last, never lost. */
export function byRegion(members: Readonly<Record<string, Pick<Member, 'region'>>>, order: readonly string[], regions: readonly string[]): { region: string; ids: string[] }[] {
  const known = order.filter((id) => members[id]);
  const others = [...new Set(known.map((id) => members[id]!.region).filter((region) => !regions.includes(region)))];
  return [...regions, ...others].map((region) => ({ region, ids: known.filter((id) => members[id]!.region === region) })).filter((group) => group.ids.length > 0);
}

/** What is wrong with a count of papers, as the server would say; undefined where nothing is. */
export function paperFault(members: number, papers: number, figures: readonly number[], atMost: number): 'tooMany' | 'sum' | undefined {
  const marks = figures.reduce((total, figure) => total + figure, 0);
  if (papers > members || figures.some((figure) => figure > papers)) return 'tooMany';
  return (atMost === 1 ? marks !== papers : marks < papers || marks > papers * atMost) ? 'sum' : undefined;
}
