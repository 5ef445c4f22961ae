import * as z from 'zod';
import { promisedSchema } from '../event-parts.js';
import { lazily } from '../lazily.js';
import { deadlineRefSchema } from './deadline-ref.js';
import { MAX_OPEN_SUPPORTS } from './support-events.js';

/** New days of supporters, those that move. */
export const supportDuesSchema = lazily(() =>
  z
    .array(z.strictObject({ thread: z.string().min(1).max(120), dueBy: deadlineRefSchema() }))
    .max(MAX_OPEN_SUPPORTS),
);

/**
 * `DeadlinesRecounted`: the calendar has changed (a closure, a year that was loaded). The deadlines that are open as they
 * fall now, null where none is; the release that the event names is the one by which they were counted anew.
 */
export const deadlinesRecountedSchema = lazily(() =>
  z.strictObject({
    taskNo: z.number().int(),
    acceptBy: deadlineRefSchema().nullable(),
    resolveBy: deadlineRefSchema().nullable(),
    followUpAt: deadlineRefSchema().nullable(),
    waitUntil: deadlineRefSchema().nullable(),
    /** The day to which the holder of a late petition has committed itself last. */
    commitment: deadlineRefSchema().nullable(),
    /** The day that the holder asks its superior to allow; absent in events from before it was counted anew. */
    extensionUntil: deadlineRefSchema().nullable().optional(),
    feedbackUntil: deadlineRefSchema().nullable(),
    promised: promisedSchema(),
    supports: supportDuesSchema(),
  }),
);
