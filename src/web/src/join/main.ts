import join from 'virtual:wording/join';
import { show } from '../parts/mount';
import Join from './Join.svelte';

show(Join, { join });
