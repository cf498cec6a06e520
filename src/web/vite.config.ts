import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { compressed } from './build/compressed.ts';
import { wording } from './build/wording.ts';

export const pages = ['index', 'join', 'floor', 'chair', 'desk', 'secretary', 'officer', 'tablet', 'screen', 'secretariat'];

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  plugins: [svelte(), wording(), compressed()],
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // The content policy forbids inline script and data: fonts.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: Object.fromEntries(pages.map((page) => [page, here(`${page}.html`)])),
      output: {
        // Few files weigh less than many: what most pages share stands together, the libraries apart, for they change seldom.
        codeSplitting: {
          groups: [
            // What shows texts and their differences comes when a text is opened.
            { name: 'library', test: /node_modules\/(?!diff\/|marked\/)/ },
            { name: 'kit', test: /src\/(live|wording|parts)\/(?!texts\/)/, minShareCount: 4 },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.ts'], environment: 'node' },
} as Parameters<typeof defineConfig>[0]);
