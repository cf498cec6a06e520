import secretary from 'virtual:wording/secretary';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import Secretary from './Secretary.svelte';

live.follow();
show(Secretary, { secretary });
