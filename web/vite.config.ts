import { join } from 'node:path';
import { defineConfig } from 'vite';

const SITE = join(import.meta.dirname, 'site');
const PAGES = ['index', 'track', 'audit', 'desk'];

/** The static pages. Everything is a file of our own origin: the policy of the site allows nothing inline. */
export default defineConfig({
  root: SITE,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: PAGES.map((page) => join(SITE, `${page}.html`)) },
  },
});
