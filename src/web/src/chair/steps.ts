import type { NextStep } from '../contract';

/** Two steps of one kind, to grant and to deny, are told apart by what they carry. */
export const stepKey = (step: NextStep): string => `${step.kind} ${JSON.stringify(step.body)}`;

/** The name of a step's label: what is voted on, granted or denied has words of its own. */
export function stepName(step: NextStep): string {
  const { grant, amendment, procedural } = step.body as Record<string, unknown>;
  if (step.kind === 'procedural.decide') return `${step.kind}.${String(grant)}`;
  if (step.kind === 'ballot.open' && amendment) return `${step.kind}.amendment`;
  if (step.kind === 'ballot.open' && procedural) return `${step.kind}.procedural`;
  return step.kind;
}

/** The steps beside the next one: each once, and none whose countdown still runs. */
export function beside(next: NextStep | undefined, also: readonly NextStep[], now: number): NextStep[] {
  const shown = new Set(next ? [stepKey(next)] : []);
  return also.filter((step) => {
    const fresh = !shown.has(stepKey(step));
    shown.add(stepKey(step));
    return fresh && (!step.notBefore || Date.parse(step.notBefore) <= now);
  });
}
