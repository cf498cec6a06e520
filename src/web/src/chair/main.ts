import chair from 'virtual:wording/chair';
import next from 'virtual:wording/next';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import Chair from './Chair.svelte';

live.follow();
show(Chair, { chair, next });
