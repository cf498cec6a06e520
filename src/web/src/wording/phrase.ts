export type Given = Readonly<Record<string, unknown>>;
export type Format = (value: unknown, name: string) => string;

// A name in Arabic or Hebrew would otherwise draw the figures beside it into its own direction.
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const isolated = (text: string) => (rightToLeft.test(text) ? `\u2068${text}\u2069` : text);

const placeholder = /\{(\w+)(?:([:|])([^{}]*))?\}/g;

/**
 * Fills a text: `{name}`, `{until:time}` (a format), or `{n|one:# vote|other:# votes}` (plural forms by the language's categories).
 * A name without a value shows nothing, so that an older text never shows its own syntax.
 */
export function phrase(text: string, given: Given, language: string, format: Format): string {
  return text.replace(placeholder, (_, name: string, mark: string | undefined, rest: string) => {
    const value = given[name];
    if (value === undefined || value === null) return '';
    if (mark === ':') return format(value, rest);
    if (mark !== '|') return typeof value === 'number' ? value.toLocaleString(language) : isolated(String(value));
    const forms = new Map(rest.split('|').map((form) => [form.slice(0, form.indexOf(':')), form.slice(form.indexOf(':') + 1)]));
    const category = new Intl.PluralRules(language).select(Number(value));
    return (forms.get(category) ?? forms.get('other') ?? '').replaceAll('#', Number(value).toLocaleString(language));
  });
}
