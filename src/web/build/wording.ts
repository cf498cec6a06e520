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
      const section = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>)[id.slice(named.length + 1)];
      if (section === undefined) this.error(`pages.en.json has no section ${id.slice(named.length + 1)}`);
      return `export default ${JSON.stringify(section)};`;
    },
  };
}
