import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod';
import { DUMMIES } from '../../bench/bundles/load-time.js';

const FUNCTIONS = join(import.meta.dirname, '..', '..', '..', 'functions');

const folders = readdirSync(FUNCTIONS, { recursive: true, encoding: 'utf8' })
  .filter((path) => /^[\w-]+[\\/]env\.ts$/.test(path))
  .map((path) => path.replace(/[\\/]env\.ts$/, ''));

describe('the environment that the benchmark loads bundles with', () => {
  it.each(folders)('has what %s asks for', async (folder) => {
    const { EnvSchema } = (await import(join(FUNCTIONS, folder, 'env.js'))) as { EnvSchema: z.ZodType };
    expect(EnvSchema.safeParse(DUMMIES).error?.issues ?? []).toEqual([]);
  });
});
