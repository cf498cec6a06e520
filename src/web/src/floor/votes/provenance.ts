import type { MyCast } from '../../contract';
import { say } from '../../wording/words';

/** How a vote came in, in words. */
export const provenanceOf = (cast: Pick<MyCast, 'provenance'>): string => say(`floor.came.${cast.provenance}`);
