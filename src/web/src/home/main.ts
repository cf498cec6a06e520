import home from 'virtual:wording/home';
import { show } from '../parts/mount';
import Home from './Home.svelte';

show(Home, { home });
