import type { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../infra/config.js';
import { synthesise } from './templates.js';

interface Resource {
  Type: string;
  Properties?: object;
  DeletionPolicy?: string;
}

/** The text of the workflow is kept in workflows/released, and hashes of assets change with every line of code. */
const normalised = (resource: object): string =>
  JSON.stringify(resource, (key, value: unknown) =>
    key === 'DefinitionString' ? '[workflow]' : value,
  ).replaceAll(/[0-9a-f]{64}/g, '[hash]');

/** A line for each resource: a changed line says which one. */
const linesOf = (stack: string, template: Template | undefined): string[] => {
  const { Resources = {} } = (template?.toJSON() ?? {}) as { Resources?: Record<string, Resource> };
  return Object.entries(Resources)
    .map(([id, { Type, DeletionPolicy = '', Properties = {} }]) =>
      [stack, Type, id, DeletionPolicy, normalised(Properties)].filter((part) => part !== '').join(' '),
    )
    .sort();
};

describe('templates', () => {
  it.each(STAGES)('of %s are as reviewed', async (stage) => {
    const { stateful, application, web } = synthesise(stage);
    const lines = [
      ...linesOf('stateful', stateful),
      ...linesOf('application', application),
      ...linesOf('web', web),
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`snapshots/${stage}.snap`);
  });
});
