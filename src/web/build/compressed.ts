import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(html|js|css|svg|json)$/;

/** Writes `.br` and `.gz` beside each compressible file, so that the server never compresses on a phone's time. */
export function compressed(): Plugin {
  let out = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved(config) {
      out = config.build.outDir;
    },
    closeBundle() {
      const weight = new Map<string, number>();
      for (const file of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
        const path = join(out, file);
        if (!compressible.test(file) || !statSync(path).isFile()) continue;
        const bytes = readFileSync(path);
        const brotli = brotliCompressSync(bytes, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
        });
        writeFileSync(`${path}.br`, brotli);
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
        weight.set(file.replaceAll('\\', '/'), brotli.length);
      }
      const first = firstPageBytes(readFileSync(join(out, 'floor.html'), 'utf8'), weight);
      this.info(`the delegate's first usable page: ${first} bytes brotli (html, script, style; no fonts)`);
    },
  };
}

/** What a phone fetches before the delegate's page can be used: the page and all it names; each name is in the page itself. */
export function firstPageBytes(html: string, weight: ReadonlyMap<string, number>): number {
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1]!);
  return [...new Set(['floor.html', ...named])].reduce((sum, file) => sum + (weight.get(file) ?? 0), 0);
}
