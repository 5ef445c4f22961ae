export { EnvSchema } from '../submit-petition/env.js';
