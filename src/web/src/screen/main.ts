import '@fontsource-variable/noto-sans/wdth.css';
import debate from 'virtual:wording/debate';
import screen from 'virtual:wording/screen';
import ruling from 'virtual:wording/ruling';
import { live } from '../live/live.svelte';
import { show } from '../parts/mount';
import './screen.css';
import Screen from './Screen.svelte';

live.follow();
show(Screen, { debate, screen, ruling });
