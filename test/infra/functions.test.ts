import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { functionFolders } from '../../infra/bundle.js';
import { STAGES, type StageName } from '../../infra/config.js';
import { resourcesOf } from './rights.js';
import { synthesise } from './templates.js';

const FUNCTIONS = join(import.meta.dirname, '..', '..', 'functions');

const templates = Object.fromEntries(STAGES.map((stage) => [stage, synthesise(stage)])) as Record<
  StageName,
  ReturnType<typeof synthesise>
>;

const functionOf = (stage: StageName, folder: string) => {
  const found = Object.values(resourcesOf(templates[stage].application, 'AWS::Lambda::Function')).find(
    ({ Properties }) => Properties['FunctionName'] === `kien-nghi-${stage}-${folder}`,
  );
  if (found === undefined) throw new Error(`no function ${folder}`);
  return found.Properties as {
    Environment?: { Variables: Record<string, unknown> };
    [name: string]: unknown;
  };
};

const schemaOf = async (folder: string): Promise<z.ZodObject> => {
  const { EnvSchema } = (await import(join(FUNCTIONS, folder, 'env.ts'))) as { EnvSchema: z.ZodObject };
  return EnvSchema;
};

describe('functions', () => {
  it.each(functionFolders())('%s is given exactly the variables that its schema names', async (folder) => {
    const names = Object.keys((await schemaOf(folder)).shape).sort();
    const given = (stage: StageName) =>
      Object.keys(functionOf(stage, folder).Environment?.Variables ?? {}).sort();
    expect(given('local')).toEqual(names);
    expect(given('prod')).toEqual(names.filter((name) => name !== 'LEGAL_CLOCK_FILE'));
  });

  it.each(functionFolders())(
    '%s runs on the current Node, is traced and logs into its own group',
    (folder) => {
      expect(functionOf('prod', folder)).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.stringContaining('Log') as string } },
      });
    },
  );

  it.each([
    ['local', 7],
    ['dev', 30],
    ['prod', 365],
  ] as const)('every log of %s is kept %i days', (stage, days) => {
    templates[stage].application.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: days });
    // One for each function, one for the API, one for the workflow.
    templates[stage].application.resourceCountIs('AWS::Logs::LogGroup', functionFolders().length + 2);
  });

  it('no secret stands in an environment', () => {
    const variables = functionFolders().flatMap((folder) =>
      Object.entries(functionOf('prod', folder).Environment?.Variables ?? {}),
    );
    const secrets = variables.filter(([name]) => name.includes('SECRET'));
    expect(secrets.length).toBeGreaterThan(0);
    for (const [name, value] of secrets) {
      expect(name).toMatch(/_ARN$/);
      expect(value).toHaveProperty('Fn::ImportValue');
    }
  });
});
