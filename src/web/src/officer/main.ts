import words from 'virtual:wording/console';
import officer from 'virtual:wording/officer';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import Officer from './Officer.svelte';

live.follow();
show(Officer, { console: words, officer });
