import type { MineBoard } from '../../wire';
import { t } from '../../wording/words';

/** Of a note, in characters; the server holds to the same. */
export const adviceLongest = 200;
export const mandateLongest = 500;

/** How somebody of one's own delegation is called. */
export const nameIn = (mine: MineBoard, id: string): string =>
  id === mine.participant ? t('room.you') : (mine.colleagues[id]?.name ?? mine.colleagues[id]?.label ?? t('room.colleague'));
