import * as z from 'zod';

export const VerificationAnswerSchema = z
  .object({
    petitionId: z.string(),
    events: z.number().meta({ description: 'How many lie in the history' }),
    isSound: z.boolean().meta({ description: 'There is no finding' }),
    findings: z.array(
      z.looseObject({
        kind: z.enum([
          'edited',
          'deleted',
          'truncated',
          'inserted',
          'reordered',
          'unknown-event',
          'no-event',
          'impossible-history',
          'record-missing',
          'record-differs',
        ]),
        seq: z.number().optional().meta({ description: 'First event that it is about' }),
        lastSeq: z.number().optional().meta({ description: 'Last event that it is about' }),
        place: z
          .number()
          .optional()
          .meta({ description: 'Place in the history, from 1, of what is no event' }),
        fields: z
          .array(z.string())
          .optional()
          .meta({ description: 'Fields of the record that are not what the history gives' }),
      }),
    ),
  })
  .meta({
    id: 'Verification',
    description:
      'Whether chain, events and record agree. A history made anew as a whole shows only against anchors.',
  });
