import type { Component } from 'svelte';
import debate from 'virtual:wording/debate';
import sheet from 'virtual:wording/sheet';
import { speak } from '../../wording/words';
import type { SheetName } from '../opened.svelte';
import Alternative from './Alternative.svelte';
import Amend from './Amend.svelte';
import Amendments from './Amendments.svelte';
import Divide from './Divide.svelte';
import HandOn from './HandOn.svelte';
import Mandates from './Mandates.svelte';
import Motions from './Motions.svelte';
import Procedurals from './Procedurals.svelte';
import Voters from './Voters.svelte';
import Yield from './Yield.svelte';

speak({ debate, sheet });

export const sheets: Record<SheetName, Component<{ subject?: string; onclose: () => void }>> = {
  alternative: Alternative, amend: Amend, amendments: Amendments, divide: Divide, handOn: HandOn, mandates: Mandates, motions: Motions, procedurals: Procedurals, voters: Voters, yield: Yield,
};
