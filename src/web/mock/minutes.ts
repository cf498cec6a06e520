import type { Boards, MinutesPhase, MinutesRow } from '../src/contract';

/** Minutes in each of their states: scenes `minutes-draft`, `-reviewed`, `-circulated`, `-put`, `-published`. */
const hash = '9f2c8e5a77d1b6034cc1f0a2e4488b7719d3a65be0c2f14d8a90e6b3517c2d40';
const row = (at: string, text: string, more: Partial<MinutesRow> = {}): MinutesRow => ({ at, kind: 'plenary', text, sentence: text, remarks: {}, corrected: false, by: 'ليلى الخوري', ...more });
const from = (minutes: number) => new Date(Date.UTC(2026, 7, 2, 16, minutes)).toISOString();

const opening = 'Plenary 1 was opened: 74 of 112 members entitled to vote were present, and 38 were needed.';
const entries: Record<string, MinutesRow> = {
  700: { ...row(from(2), opening, { kind: 'rollCall', article: 'Bylaws 8.1.8' }), sentence: undefined as never },
  705: row(from(4), 'The chair thanked the Organising Committee of IFMSA-Denmark.', { item: 'i1', itemNumber: '1', kind: 'speech', own: 'ليلى الخوري spoke.', revision: 2 }),
  712: { ...row(from(31), 'Election of the chair: ليلى الخوري was elected. 47 for ليلى الخوري · 21 for Ana María Fernández de la Vega — needs 37 (absolute majority of 72)', { item: 'i2', itemNumber: '2', kind: 'election', article: 'Bylaws 8.4.5', figures: { 'ليلى الخوري': 47, 'Ana María Fernández de la Vega': 21, abstain: 4 }, remarks: { r1: 'The candidates left the hall during the vote.' } }), sentence: undefined as never },
  800: row(from(48), 'Motion 14, proposed by bvmd, was read and seconded by Nepal.', { item: 'i6', itemNumber: '6', kind: 'motion' }),
  805: row(from(51), 'Head of AzerMDS spoke for 2 minutes.', { item: 'i6', itemNumber: '6', kind: 'speech' }),
  812: { ...row(from(58), 'Motion 14 was carried. 41 for · 20 against · 13 abstain — needs 41 (two thirds of 61)', { item: 'i6', itemNumber: '6', kind: 'vote', article: 'Bylaws 8.4.5', figures: { for: 41, against: 20, abstain: 13 } }), sentence: undefined as never },
};
for (const entry of Object.values(entries)) if (entry.sentence === undefined) delete entry.sentence;

export const minutesView = {
  entries, order: Object.keys(entries), items: { i1: 'Opening', i2: 'Election of the chair and the vice-chair', i6: 'Adoption of the agenda' },
  warnings: { 'motion:15': 'Motion 15, “Fees of candidate members”, has no outcome: it is seconded.', 'name:9': 'Delegate 2 of AzerMDS appears in the minutes and has no name on record.' },
  kept: Object.fromEntries(Object.entries(entries).map(([sequence, entry]) => [sequence, entry.sentence ?? entry.text])),
};

export function minutesBoards(scene: string): Partial<Boards> {
  const phase = (/^minutes-(\w+)/.exec(scene)?.[1] ?? 'draft') as MinutesPhase;
  const over = scene.startsWith('minutes-');
  const corrections: Boards['minuting']['plenaries'][string]['corrections'] = phase === 'circulated' ? {
    k1: { number: 1, sequence: 705, kind: 'wording', phase: 'proposed', member: 'IMCC Denmark', text: 'The chair thanked the Organising Committee of IMCC Denmark and its volunteers.', at: from(300) },
    k2: { number: 2, sequence: 812, kind: 'remark', phase: 'takenUp', member: 'SISM', text: 'SISM asks to have it noted that its card was given back after this vote.', at: from(310) },
    k3: { number: 3, sequence: 800, kind: 'wording', phase: 'left', text: 'Motion 14, proposed by bvmd, was read, and Nepal seconded it.', at: from(320) },
  } : {};
  const cited = { assembly: scene, name: 'August Meeting 2026', plenary: 'p1', number: 1, sha256: hash };
  return {
    minuting: {
      plenaries: {
        p1: {
          number: 1, phase, adjourned: over, editedAt: 705, corrections, order: Object.keys(corrections),
          ...(['circulated', 'put', 'adopted', 'published'].includes(phase) ? { sha256: hash, circulatedAt: from(240) } : {}),
          ...(phase === 'put' ? { citation: JSON.stringify(cited) } : {}),
          ...(['adopted', 'published'].includes(phase) ? { adopted: 'By plenary 2, 4 August 2026, 09:12, in ballot 14' } : {}),
        },
        ...(over ? { p2: { number: 2, phase: 'draft' as const, adjourned: true, editedAt: 0, corrections: {}, order: [] } } : {}),
      },
      order: over ? ['p1', 'p2'] : ['p1'], others: [],
    },
    ...(over ? { minutes: { plenary: 'p1', entries, order: Object.keys(entries), unresolved: { u2: 'The secretary has not signed.' } } } : {}),
  };
}
