import type { CommandKind, InOrder } from '../wire';
import { live } from './live.svelte';

/** Is this act in order for me now? What the rulebook does not offer me is absent. */
export const inOrder = (kind: CommandKind): boolean => live.board('order')?.acts[kind]?.inOrder === true;
export const order = (kind: CommandKind): InOrder | undefined => live.board('order')?.acts[kind];
