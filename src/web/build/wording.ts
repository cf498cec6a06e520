import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const named = 'virtual:wording/';

/** One section of the message file, `virtual:wording/floor`: a phone does not load the console's words. */
export function wording(): Plugin {
  const file = fileURLToPath(new URL('../../../templates/wording/pages.en.json', import.meta.url));
  return {
    name: 'wording',
    resolveId: (id) => (id.startsWith(named) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${named}`)) return undefined;
      this.addWatchFile(file);
      const prefix = `${id.slice(named.length + 1)}.`;
      const all = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
      const section = Object.entries(all).filter(([key]) => key.startsWith(prefix)).map(([key, text]) => [key.slice(prefix.length), text]);
      if (section.length === 0) this.error(`pages.en.json says nothing under ${prefix}`);
      return `export default ${JSON.stringify(Object.fromEntries(section))};`;
    },
  };
}
