export { EnvSchema } from '../submit-denunciation/env.js';
