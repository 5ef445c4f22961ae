import { createTakeInDeps } from '../submit-denunciation/deps.js';
import { EnvSchema } from './env.js';
import { createHandler } from './handler.js';

export const handler = createHandler(createTakeInDeps(EnvSchema.parse(process.env), 'enter-denunciation'));
