import * as z from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { ProblemSchema } from '../middleware/problem-schema.js';
import { ROUTES, type Access } from '../routes.js';
import { OPERATIONS, type ApiRoute, type Operation } from './operations.js';

const BEARER = 'staff';

const LanguageHeader = z
  .string()
  .optional()
  .meta({ description: 'Language of problems: vi (default) or en', example: 'vi' });

const IdempotencyHeader = z
  .string()
  .regex(/^[\x21-\x7e]{8,128}$/)
  .optional()
  .meta({
    description:
      'Repeats of a request with the same key and body give the first answer. Without one, every request counts.',
  });

const pathParameters = (path: string): z.ZodObject | undefined => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  return names.length === 0
    ? undefined
    : z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
};

const problemsOf = ({ problems }: Operation) =>
  Object.fromEntries(
    [...problems, 500, 503].map((status) => [
      String(status),
      { description: 'Problem details', content: { 'application/problem+json': { schema: ProblemSchema } } },
    ]),
  );

const contentOf = (answer: Operation['answer']) =>
  typeof answer === 'string' ? { [answer]: {} } : { 'application/json': { schema: answer } };

const toOperation = (path: string, access: Access, operation: Operation): ZodOpenApiOperationObject => {
  const inPath = pathParameters(path);
  return {
    summary: operation.summary,
    requestParams: {
      header: z.object({
        'accept-language': LanguageHeader,
        ...(operation.isIdempotent === true && { 'idempotency-key': IdempotencyHeader }),
      }),
      ...(inPath !== undefined && { path: inPath }),
      ...(operation.query !== undefined && { query: operation.query }),
    },
    ...(operation.body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: operation.body } } },
    }),
    ...(typeof access !== 'string' && {
      security: [{ [BEARER]: [] }],
      description: `For: ${access.join(', ')}.`,
    }),
    responses: {
      [operation.status]: {
        description: 'Done',
        content: contentOf(operation.answer),
      },
      ...problemsOf(operation),
    },
  };
};

const paths = (): ZodOpenApiPathsObject => {
  const found: ZodOpenApiPathsObject = {};
  for (const { method, path, access } of ROUTES) {
    const key = `${method} ${path}`;
    if (!Object.hasOwn(OPERATIONS, key)) continue;
    const operation = toOperation(path, access, OPERATIONS[key as ApiRoute]);
    found[path] = { ...found[path], [method.toLowerCase()]: operation };
  }
  return found;
};

/** The API's description, made from the very schemas that requests are parsed with. */
export const openApiDocument = (about: { publicOrigin: string; version: string }) =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Kiến nghị',
      version: about.version,
      description:
        "Residents' petitions: hand in, follow, audit. Instants are UTC; days are days in Việt Nam.",
    },
    servers: [{ url: about.publicOrigin }],
    paths: paths(),
    components: { securitySchemes: { [BEARER]: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
