import tablet from 'virtual:wording/tablet';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import Tablet from './Tablet.svelte';

live.follow();
show(Tablet, { tablet });
