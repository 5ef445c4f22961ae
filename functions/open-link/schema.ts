import * as z from 'zod';
import { MAX_FILES } from '../../core/files/file-limits.js';

/** Position of a photo in the path, from 0. */
export const PhotoIndexSchema = z
  .string()
  .regex(/^\d$/)
  .transform(Number)
  .pipe(z.number().max(MAX_FILES - 1));
