import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';
import { createTakeInDeps } from './take-in-deps.js';

export const handler = createHandler(createTakeInDeps(EnvSchema.parse(process.env), 'submit-petition'));
