type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON merge patch, RFC 7396. What the patch does not touch is shared with the board before, so pages redraw only what changed. */
export function mergePatch(target: unknown, patch: unknown): unknown {
  if (!isTree(patch)) return patch;
  const merged: Tree = isTree(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete merged[name];
    // A board from the wire may carry any key; `__proto__` must stay a plain name.
    else Object.defineProperty(merged, name, { value: mergePatch(own(merged, name), value), writable: true, enumerable: true, configurable: true });
  }
  return merged;
}

const own = (tree: Tree, name: string): unknown => (Object.hasOwn(tree, name) ? tree[name] : undefined);
