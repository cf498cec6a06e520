import { chair, home, secretariat } from '$wording/pages.en.json';
import { show } from '../parts/mount';
import Secretariat from './Secretariat.svelte';

show(Secretariat, { secretariat, home, chair });
