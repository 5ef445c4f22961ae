import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadRegistry } from '../../../core/registry/load-registry.js';
import { manifestKey, objectKey, releaseIdOf, type Manifest } from '../../../core/registry/release.js';
import { assumedCommand } from '../../../registry/commands/assumed.js';
import { buildCommand } from '../../../registry/commands/build.js';
import { coverageCommand } from '../../../registry/commands/coverage.js';
import { validateCommand } from '../../../registry/commands/validate.js';

let printed = '';
let folder = '';
beforeEach(() => {
  printed = '';
  folder = mkdtempSync(join(tmpdir(), 'registry-'));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

describe('npm run registry --', { timeout: 60_000 }, () => {
  it('validate says what it found and exits with 0', async () => {
    expect(await validateCommand.run(['--contacts', 'registry/data/contacts-demo.csv'])).toBe(0);
    expect(printed).toContain('0 errors, 1 warnings');
  });

  it('coverage groups the gaps, or gives them as JSON', async () => {
    const args = ['--province', 'p:79@2025-07', '--day', '2026-11-22'];
    await coverageCommand.run(args);
    expect(printed).toContain('168 wards, 24 categories');
    expect(printed).toContain('BHYT-YTE (the-bhyt): triage');
    printed = '';
    await coverageCommand.run([...args, '--json']);
    expect(JSON.parse(printed)).toMatchObject({ provinceId: 'p:79@2025-07', wards: 168 });
  });

  it('coverage refuses what is no day', () => {
    expect(() => coverageCommand.run(['--province', 'p:79@2025-07', '--day', 'today'])).toThrow();
  });

  it('assumed lists what a city must confirm on a day', async () => {
    await assumedCommand.run(['--day', '2026-11-22']);
    expect(printed).toContain('VSMT-10 (HCM, tinh, o-nhiem)');
    expect(printed).toContain('phuc-tap.resolve: 10 workingDays, assumed');
    expect(printed).not.toContain('TTDT-2 ');
  });

  it('build writes a release that can be loaded again', async () => {
    await buildCommand.run(['--out', folder]);
    const id = /release ([0-9a-f]{64})/.exec(printed)?.[1] ?? '';
    const manifest = JSON.parse(readFileSync(join(folder, manifestKey(id)), 'utf8')) as Manifest;
    expect(releaseIdOf(manifest)).toBe(id);
    const fetchPart = (sha256: string) =>
      Promise.resolve(new Uint8Array(readFileSync(join(folder, objectKey(sha256)))));
    const registry = await loadRegistry(manifest, 'p:48@0', fetchPart);
    expect(registry.unit('w:20206@0')?.name).toBe('Thanh Khê Tây');
  });
});
