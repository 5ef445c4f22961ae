import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
  'local/engine/README.md',
  'workflows/README.md',
  'registry/data/README.md',
];
const read = (doc: string): string => readFileSync(join(ROOT, doc), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe('the documents', () => {
  it.each(DOCS)('%s: every link leads to a file that is there', (doc) => {
    const links = [...read(doc).matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) => target ?? '');
    const local = links.filter((target) => !/^https?:/.test(target));
    expect(local.filter((target) => !existsSync(join(ROOT, dirname(doc), target)))).toEqual([]);
  });

  it.each(DOCS)('%s: every npm command is a script of package.json', (doc) => {
    const named = [...read(doc).matchAll(/npm run (?:--silent )?([a-z-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('the map of the README names every top folder that holds code, and no other', () => {
    const named = [...read('README.md').matchAll(/^\| \[([a-z]+)\]\(\1\) \|/gm)].map(([, name]) => name);
    const present = readdirSync(ROOT, { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && !/^(\.|node_modules|cdk\.out|coverage|reports)/.test(entry.name),
      )
      .map(({ name }) => name);
    expect([...named].sort()).toEqual(present.sort());
  });
});
