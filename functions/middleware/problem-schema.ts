import * as z from 'zod';

/** RFC 9457, as the published description shows it. */
export const ProblemSchema = z
  .object({
    type: z.string().meta({ example: 'urn:kien-nghi:problem:invalid-input' }),
    title: z.string(),
    status: z.number(),
    detail: z.string().optional(),
    instance: z.string(),
    requestId: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'JSON pointer (RFC 6901)' }),
          code: z.string(),
          message: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' });
