const primary = (tag: string): string => tag.toLowerCase().split('-')[0]!;

/** The language in which somebody reads a motion best, of its own and those it is translated into; nothing where that is its own. */
export function preferred(wanted: readonly string[], own: string, translated: readonly string[]): string | undefined {
  for (const tag of wanted) {
    const found = [own, ...translated].find((each) => each.toLowerCase() === tag.toLowerCase()) ?? [own, ...translated].find((each) => primary(each) === primary(tag));
    if (found) return found === own ? undefined : found;
  }
  return undefined;
}

/** A language as the page's own names it. */
export function languageName(language: string, page: string): string {
  try {
    return new Intl.DisplayNames([page], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
