import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { layOutPage } from './lay-out-page.js';

const SITE = join(import.meta.dirname, 'site');
const PAGES = ['index', 'track', 'audit', 'desk', 'meeting', 'lost-code', 'denounce', 'sealed'];

/** First of all, so that what the layout refers to is built like what the pages refer to. */
const layout: Plugin = {
  name: 'page-layout',
  transformIndexHtml: {
    order: 'pre',
    handler: (page, { path }) =>
      layOutPage(readFileSync(join(import.meta.dirname, 'layout.html'), 'utf8'), page, path),
  },
};

/** The static pages. Everything is a file of our own origin: the policy of the site allows nothing inline. */
export default defineConfig({
  root: SITE,
  base: '/',
  plugins: [layout],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: PAGES.map((page) => join(SITE, `${page}.html`)) },
  },
});
