import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { findChromium } from '../support/chromium.js';
import { startStubServer, type StubServer } from './stub-server.js';

export const CHROMIUM = findChromium();

export const PHONE = { width: 360, height: 740 };
export const DESKTOP = { width: 1280, height: 900 };

/** A browser on the built site, with the API played by the test. Filled before the first test of a file. */
export interface BrowserUnderTest {
  server: StubServer;
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
}

/** Builds the site into a folder of its own, serves it and starts a browser for the tests of one file. */
export const useBrowser = (): BrowserUnderTest => {
  const site = mkdtempSync(join(tmpdir(), 'kien-nghi-site-'));
  const under = {} as BrowserUnderTest;
  let browser: Browser;
  const faults: string[] = [];
  beforeAll(async () => {
    const configFile = join(import.meta.dirname, '..', '..', 'web', 'vite.config.ts');
    await build({ configFile, logLevel: 'error', build: { outDir: site } });
    under.server = await startStubServer(site);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
  });
  under.open = async (path, options = {}) => {
    const context = await browser.newContext({ viewport: DESKTOP, locale: 'vi-VN', ...options });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    // Blocked by the policy of the page = broken in production.
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
    await page.goto(under.server.origin + path);
    return page;
  };
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    under.server.requests.length = 0;
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await under.server.close();
    rmSync(site, { recursive: true, force: true });
  });
  return under;
};

/** No violation that axe can find, in WCAG 2.2 AA and its best practices. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
};

/** The page does not scroll sideways. */
export const expectNoSideways = async (page: Page): Promise<void> => {
  const { scrolled, shown } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }));
  expect(scrolled).toBeLessThanOrEqual(shown);
};
