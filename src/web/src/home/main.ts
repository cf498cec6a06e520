import { home } from '$wording/pages.en.json';
import { show } from '../parts/mount';
import Home from './Home.svelte';

show(Home, { home });
