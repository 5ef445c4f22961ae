import { createTakeInDeps } from './deps.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

export const handler = createHandler(createTakeInDeps(EnvSchema.parse(process.env), 'submit-denunciation'));
