import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, REFUSAL_GROUNDS } from '../../../core/events.js';
import { STATUSES } from '../../../core/petition/transitions.js';
import { eventWords } from '../../../web/site/audit/event-words.js';
import { allIssueWords, issueWords, knownIssueWords } from '../../../web/words/issues.js';
import { groundWords, STATUS_WORDS } from '../../../web/words/labels.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const WEB = join(ROOT, 'web');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes(join('web', 'dist')))
    .map((entry) => join(entry.parentPath, entry.name));

describe('texts', () => {
  const sources = filesBelow(WEB).filter((file) => ['.ts', '.tsx', '.html', '.css'].includes(extname(file)));

  it('are found', () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  it.each(sources.map((file) => [file.slice(ROOT.length + 1), file]))(
    '%s is NFC without invisible characters',
    (_, file) => {
      const text = readFileSync(file, 'utf8');
      expect(text === text.normalize('NFC')).toBe(true);
      expect(text).not.toMatch(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF\u00AD]/);
    },
  );

  it('name every state, event and ground', () => {
    for (const status of STATUSES) expect(STATUS_WORDS[status]).not.toBe('');
    for (const type of EVENT_TYPES) expect(eventWords(type)).not.toBe(type);
    for (const ground of REFUSAL_GROUNDS) expect(groundWords(ground)).not.toBe(ground);
  });
});

describe('messages of issues', () => {
  /** Codes that the rules of a decision can raise, read from the rules themselves. */
  const source = readFileSync(join(ROOT, 'core', 'petition', 'decisions.ts'), 'utf8');
  const codes = [...source.matchAll(/fail\('\/\w+', '([a-z-]+)'/g)].map(([, code]) => code ?? '');

  it('of the rules are found', () => {
    expect(codes.length).toBeGreaterThan(8);
  });

  it.each(codes)('%s has words of its own', (code) => {
    expect(knownIssueWords({ code })).toBeDefined();
  });

  it('are whole sentences with all parameters filled in', () => {
    for (const message of allIssueWords()) expect(message).toMatch(/^\p{Lu}.*[.]$/u);
    for (const message of allIssueWords()) expect(message).not.toMatch(/undefined|NaN|null/);
  });

  it('have a general one for codes of later releases, also for names of every object', () => {
    expect(issueWords({ code: 'of-tomorrow' })).toContain('chưa hợp lệ');
    expect(issueWords({ code: 'constructor' })).toContain('chưa hợp lệ');
  });
});
