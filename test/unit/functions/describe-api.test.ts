import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../../functions/describe-api/operations.js';
import { createHandler } from '../../../functions/describe-api/handler.js';
import { createObservability } from '../../../functions/middleware/observability.js';
import { OPERATOR_FIELDS } from '../../../functions/submit-petition/schema.js';
import { ROUTES } from '../../../functions/routes.js';
import { call, httpEvent } from './support/http-event.js';
import { useLog } from './support/use-log.js';

const FUNCTIONS = join(import.meta.dirname, '..', '..', '..', 'functions');

interface Document {
  openapi: string;
  paths: Record<string, Record<string, { security?: unknown; responses: Record<string, unknown> }>>;
  components: {
    schemas: Record<string, { properties: Record<string, unknown>; additionalProperties?: boolean }>;
  };
}

describe('describe-api', () => {
  useLog();

  const describeApi = createHandler({
    stage: 'dev',
    version: '1.2.3',
    publicOrigin: 'https://kien-nghi.example',
    observability: createObservability('test', 'test'),
  });
  const document = async (): Promise<Document> =>
    (await call(describeApi, httpEvent('GET /api/openapi.json'))).json as unknown as Document;

  it('says that it is up, which stage and which version', async () => {
    const { status, json } = await call(describeApi, httpEvent('GET /api/health'));
    expect(status).toBe(200);
    expect(json).toEqual({ status: 'ok', stage: 'dev', version: '1.2.3' });
  });

  it('describes every route of the API, and which of them ask for a token', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(described.sort()).toEqual(Object.keys(OPERATIONS).sort());
    for (const { method, path, access } of ROUTES) {
      const operation = paths[path]?.[method.toLowerCase()];
      if (operation !== undefined) expect(operation.security !== undefined).toBe(typeof access !== 'string');
    }
  });

  it("describes the intake from the schema that parses it: closed, bounded, without the desk's fields", async () => {
    const schema = (await document()).components.schemas['PetitionSubmission']!;
    expect(schema.additionalProperties).toBe(false);
    expect(schema.properties['description']).toMatchObject({
      type: 'string',
      minLength: 10,
      maxLength: 5_000,
    });
    for (const field of OPERATOR_FIELDS) expect(schema.properties).not.toHaveProperty(field);
  });

  it('describes problems at every route', async () => {
    const { paths } = await document();
    for (const methods of Object.values(paths))
      for (const { responses } of Object.values(methods)) expect(responses).toHaveProperty('500');
  });

  it('has a folder for every function of the routes', () => {
    for (const route of ROUTES) expect(existsSync(join(FUNCTIONS, route.function, 'index.ts'))).toBe(true);
  });
});
