import type { RulingView } from '../contract';
import { has, say, t } from '../wording/words';

/** An act a ruling allows, in words. */
export const nameOfAct = (kind: string): string => (has(`ruling.act.${kind}`) ? say(`ruling.act.${kind}`) : kind);

/** What a ruling lets somebody do, and whether they have. */
export const allowedBy = (ruling: RulingView): string =>
  ruling.allows ? t(ruling.used ? 'ruling.used' : 'ruling.allows', { member: ruling.member ?? t('ruling.theChair'), act: nameOfAct(ruling.allows) }) : '';
