import * as z from 'zod';
import { STATUSES } from '../../core/petition/transitions.js';
import { agencyRef, cursor, instant, pageSize } from '../middleware/schema-parts.js';
import { lineText } from '../middleware/text-fields.js';

export const ListHoldingsQuerySchema = z
  .strictObject({
    agency: lineText(1, 120).meta({ description: 'Who held them' }),
    at: instant,
    limit: pageSize(25, 50),
    cursor: cursor.optional(),
  })
  .meta({ description: 'What an agency held at an instant, told by the histories alone.' });

export const HoldingsAnswerSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        category: z.string(),
        status: z.enum(STATUSES),
        holder: agencyRef,
        heldSince: z.string(),
        receivedAt: z.string(),
        dueAt: z.string().nullable().meta({ description: 'As it was promised then' }),
        resolveBy: z.string().nullable().meta({ description: 'Until when the holder had to decide' }),
        late: z.boolean().meta({ description: 'At that instant' }),
      }),
    ),
    unreadable: z
      .array(z.string())
      .meta({ description: 'Ids of petitions whose history cannot be read: ask for their verification' }),
    next: z.string().optional().meta({ description: 'A page may be short, even empty, and still have it' }),
  })
  .meta({ id: 'Holdings' });
