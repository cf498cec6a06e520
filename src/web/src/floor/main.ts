import floor from 'virtual:wording/floor';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import { stayAwake } from './awake';
import Floor from './Floor.svelte';

live.follow();
stayAwake();
show(Floor, { floor });
