import type { RulingView } from '../contract';
import { has, say, t } from '../wording/words';

/** An act a ruling allows, in words. */
export const nameOfAct = (kind: string): string => (has(`common.allowable.${kind}`) ? say(`common.allowable.${kind}`) : kind);

/** What a ruling lets somebody do, and whether they have. */
export const allowedBy = (ruling: RulingView): string =>
  ruling.allows ? t(ruling.used ? 'common.rulingUsed' : 'common.rulingAllows', { member: ruling.member ?? t('common.theChair'), act: nameOfAct(ruling.allows) }) : '';
