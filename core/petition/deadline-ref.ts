import * as z from 'zod';
import { lazily } from '../lazily.js';

/** A deadline as stored: the absolute instant with what produced it, so that nobody recomputes the past. */
export const deadlineRefSchema = lazily(() =>
  z.strictObject({
    at: z.string(),
    /** Key of the service level's term, e.g. `thuong.resolve`. */
    term: z.string().max(60),
    /** Version of the working calendar (hash) used. */
    calendar: z.string().max(64),
    /** True when a calendar year was missing or not final. */
    provisional: z.boolean(),
  }),
);
export type DeadlineRef = z.infer<ReturnType<typeof deadlineRefSchema>>;
