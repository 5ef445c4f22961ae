import { defineConfig } from 'vitest/config';

/** Layers of the test pyramid, fastest first. Each is a project, so that `--project unit` runs alone. */
const project = (name: string, timeoutMs: number, extra: object = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`, `test/${name}/**/*.test.tsx`],
    testTimeout: timeoutMs,
    hookTimeout: timeoutMs,
    ...extra,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', 10_000),
      project('workflows', 30_000),
      project('infra', 180_000),
      project('engine', 240_000, { fileParallelism: false }),
      project('e2e', 300_000, { fileParallelism: false }),
      project('browser', 300_000, { fileParallelism: false }),
    ],
    coverage: { include: ['core/**', 'adapters/**', 'functions/**'] },
  },
});
