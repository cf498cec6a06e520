import type { SpeakersListView } from '../contract';
import { live } from '../live/live.svelte';
import { t } from '../wording/words';

/** What a speakers' list is on. */
export function nameOfList(list: SpeakersListView): string {
  const motion = list.motion ? live.board('motion')?.motions[list.motion] : undefined;
  const procedural = list.procedural ? live.board('debate')?.procedurals[list.procedural] : undefined;
  const item = list.item ? live.board('agenda')?.items[list.item] : undefined;
  return motion ? t('common.motion', { number: motion.number }) : procedural ? procedural.title : item ? t('common.item', { number: item.number }) : t('chair.list', { number: list.number });
}
