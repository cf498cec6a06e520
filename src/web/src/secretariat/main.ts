import chair from 'virtual:wording/chair';
import words from 'virtual:wording/console';
import home from 'virtual:wording/home';
import publish from 'virtual:wording/publish';
import secretariat from 'virtual:wording/secretariat';
import { show } from '../parts/mount';
import Secretariat from './Secretariat.svelte';

show(Secretariat, { console: words, secretariat, home, chair, publish });
