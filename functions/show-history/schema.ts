import * as z from 'zod';

export const HistoryAnswerSchema = z
  .object({
    events: z.array(
      z.looseObject({
        seq: z.number(),
        type: z.string(),
        at: z.string(),
        actor: z.looseObject({ kind: z.string() }),
        data: z.looseObject({}),
        release: z.string(),
        alg: z.string(),
        prevHash: z.string(),
        hash: z.string(),
      }),
    ),
  })
  .meta({
    id: 'History',
    description: 'Sealed events as they are stored: whoever has them can recompute the chain.',
  });
