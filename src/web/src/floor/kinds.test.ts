import { expect, it } from 'vitest';
import { kindsOf } from './kinds';

it('the kinds of a motion begin with the plain one, and leave elections and procedure to the plenary', () =>
  expect(kindsOf({ agenda: 'agenda', bylaws: 'change of the bylaws', chair: 'chair', zeal: 'zeal', motion: 'motion', election: 'election', policy: 'policy' }).map(([kind]) => kind)).toEqual([
    'motion', 'policy', 'bylaws', 'zeal',
  ]));
