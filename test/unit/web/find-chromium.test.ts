import { describe, expect, it } from 'vitest';
import { findChromium } from '../../support/chromium.js';

const only = (path: string) => (asked: string) => asked === path;
const none = () => false;

describe('the browser of the browser tests', () => {
  it('is the one that is named, or the first that is installed', () => {
    expect(findChromium({ CHROMIUM_PATH: '/opt/chrome' }, only('/opt/chrome'))).toBe('/opt/chrome');
    expect(findChromium({}, only('/usr/bin/chromium-browser'))).toBe('/usr/bin/chromium-browser');
  });

  it('may be missing at home, but not on CI, and a wrong path is never passed over', () => {
    expect(findChromium({}, none)).toBeUndefined();
    expect(() => findChromium({ CI: 'true' }, none)).toThrow('need Chromium');
    expect(() => findChromium({ CHROMIUM_PATH: '/nowhere' }, none)).toThrow('leads nowhere');
  });
});
