/** Kinds of decision that a delegation writes; the others arise in the plenary itself. */
const arising = new Set(['chair', 'slate', 'election', 'agenda', 'credentials', 'procedural']);
const first = ['motion', 'policy', 'bylaws', 'membership', 'report', 'budget'];

/** Kinds by name, the plain motion first, those the rulebook adds last. */
export function kindsOf(decisions: Readonly<Record<string, string>>): [string, string][] {
  const place = (kind: string) => (first.includes(kind) ? first.indexOf(kind) : first.length);
  return Object.entries(decisions).filter(([kind]) => !arising.has(kind)).sort(([a, one], [b, two]) => place(a) - place(b) || one.localeCompare(two));
}
