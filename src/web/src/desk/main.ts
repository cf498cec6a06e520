import words from 'virtual:wording/console';
import desk from 'virtual:wording/desk';
import ruling from 'virtual:wording/ruling';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import Desk from './Desk.svelte';

live.follow();
show(Desk, { console: words, desk, ruling });
