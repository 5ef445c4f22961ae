import * as z from 'zod';
import { MAX_FILES } from '../../core/files/file-limits.js';
import { MAX_SUPPORTS } from '../../core/petition/support-events.js';

/** Position in the path, from 0: the petition's photos, and behind them the files of supporters' answers. */
export const PhotoIndexSchema = z
  .string()
  .regex(/^(0|[1-9]\d?)$/)
  .transform(Number)
  .pipe(z.number().max(MAX_FILES * (MAX_SUPPORTS + 1) - 1));
