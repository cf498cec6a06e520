import chair from 'virtual:wording/chair';
import words from 'virtual:wording/console';
import debate from 'virtual:wording/debate';
import next from 'virtual:wording/next';
import ruling from 'virtual:wording/ruling';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import Chair from './Chair.svelte';

live.follow();
show(Chair, { console: words, chair, debate, next, ruling });
