import * as z from 'zod';
import { cursor } from '../middleware/schema-parts.js';

/** Where the list goes on; mail programs add parameters of their own to links, which say nothing. */
export const DigestQuerySchema = z.object({ from: cursor.optional() });
