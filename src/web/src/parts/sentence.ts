import type { Sentence } from '../contract';
import { say } from '../wording/words';

/** What happens now, in a sentence. An amendment of a procedural motion names no motion. */
export const sentenceOf = ({ key, args }: Sentence): string => say(`sentence.${key}${args.motion === '' ? 'OfProcedural' : ''}`, args);
