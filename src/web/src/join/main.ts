import { join } from '$wording/pages.en.json';
import { show } from '../parts/mount';
import Join from './Join.svelte';

show(Join, { join });
