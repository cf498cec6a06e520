import { HttpRefusal } from '../../live/session';
import { t } from '../../wording/words';

/** One thing at a time that is asked of the server, and what it said against it. */
export class Attempt {
  busy = $state('');
  problem = $state('');

  async of<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    this.busy = name;
    this.problem = '';
    try {
      return await work();
    } catch (error) {
      this.problem = (error instanceof HttpRefusal && error.message) || t('common.noAnswer');
      return undefined;
    } finally {
      this.busy = '';
    }
  }
}
