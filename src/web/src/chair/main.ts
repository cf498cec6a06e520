import { chair, next } from '$wording/pages.en.json';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import Chair from './Chair.svelte';

live.follow();
show(Chair, { chair, next });
