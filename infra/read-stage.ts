import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StageConfigSchema, STAGES, type StageConfig } from './config.js';

const FOLDER = join(import.meta.dirname, 'stages');

/** A stage's configuration is missing or incomplete; the message says what to fill in where. */
export class StageConfigError extends Error {
  override readonly name = 'StageConfigError';
}

/**
 * Checks what an operator decided. `source` is named in the message.
 * @throws StageConfigError listing every missing decision
 */
export const parseStage = (raw: unknown, source: string): StageConfig => {
  const parsed = StageConfigSchema.safeParse(raw);
  if (parsed.success) return parsed.data;
  const missing = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join('.') || 'stage'}: ${message}`,
  );
  throw new StageConfigError([`${source} is not complete:`, ...missing].join('\n'));
};

/**
 * Reads `infra/stages/<stage>.json`.
 * @throws StageConfigError for an unknown stage or an incomplete file
 */
export const readStage = (stage: unknown): StageConfig => {
  const name = STAGES.find((known) => known === stage);
  if (name === undefined)
    throw new StageConfigError(`Choose a stage (--stage, or -c stage= of cdk): ${STAGES.join('|')}`);
  const file = join(FOLDER, `${name}.json`);
  if (!existsSync(file)) throw new StageConfigError(`${file} is missing.`);
  const raw = JSON.parse(readFileSync(file, 'utf8')) as object;
  return parseStage({ ...raw, stage: name }, `infra/stages/${name}.json`);
};
