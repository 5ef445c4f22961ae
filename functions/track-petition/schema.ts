import * as z from 'zod';
import { HOP_KINDS, OUTCOME_KINDS } from '../../core/petition/petition.js';
import { SUPPORT_STATES } from '../../core/petition/support-transitions.js';
import { STATUSES } from '../../core/petition/transitions.js';
import { agencyRef } from '../middleware/schema-parts.js';

export const TrackAnswerSchema = z
  .object({
    code: z.string(),
    category: z.string(),
    categoryLabel: z.string(),
    status: z.enum(STATUSES),
    holder: agencyRef.nullable(),
    receivedAt: z.string(),
    dueAt: z.string().nullable(),
    provisional: z.boolean().meta({ description: 'The due date rests on a calendar that is not final' }),
    late: z.boolean(),
    workingDays: z
      .number()
      .nullable()
      .meta({ description: 'Left until the due date, or begun since; null once answered' }),
    hops: z.array(
      z.object({
        at: z.string(),
        from: z.string().nullable(),
        to: z.string(),
        toName: z.string(),
        kind: z.enum(HOP_KINDS),
        reason: z.string().meta({ description: 'Coded; free text stays with the agencies' }),
      }),
    ),
    dateMoves: z
      .array(
        z.object({
          at: z.string(),
          kind: z.enum(['extended', 'approved', 'directed']),
          from: z.string(),
          to: z.string(),
        }),
      )
      .meta({ description: 'New dates of the holder: extended alone, approved or set by a superior' }),
    matters: z
      .array(
        z.object({
          code: z.string(),
          category: z.string(),
          categoryLabel: z.string(),
          status: z.enum(STATUSES),
          holder: agencyRef.nullable(),
          dueAt: z.string().nullable(),
          late: z.boolean(),
        }),
      )
      .meta({ description: 'What it was split into; each has a code, a holder and a term of its own' }),
    commitment: z
      .string()
      .nullable()
      .meta({ description: 'Until when the holder of a late petition has committed itself' }),
    promised: z.object({ firstNoticeBy: z.string(), resolveBy: z.string().nullable() }),
    outcome: z
      .object({
        kind: z.enum(OUTCOME_KINDS),
        at: z.string(),
        agencyId: z.string(),
        agencyName: z.string(),
        ground: z.string().nullable(),
        track: z.string().nullable().meta({ description: 'Statutory track to which it was sent' }),
        documentNo: z.string().nullable(),
        signedFile: z
          .object({ sha256: z.string(), size: z.number() })
          .nullable()
          .meta({ description: 'Document signed apart from the answer, as it was attached' }),
        answer: z.string().nullable(),
      })
      .nullable(),
    feedbackUntil: z.string().nullable(),
    question: z
      .object({ text: z.string().nullable(), until: z.string() })
      .nullable()
      .meta({ description: 'What the unit asks while the clock stands still' }),
    feedback: z.object({ satisfied: z.boolean() }).nullable(),
    supports: z
      .array(
        z.object({
          agency: z.string(),
          state: z.enum(SUPPORT_STATES),
          requestedAt: z.string(),
          endedAt: z.string().nullable(),
        }),
      )
      .meta({ description: 'Agencies asked to contribute, and whether they have answered' }),
    mergedAt: z
      .string()
      .nullable()
      .meta({ description: 'Since when it is answered together with another petition that says the same' }),
    closedAt: z.string().nullable(),
    reclassifications: z
      .array(
        z.object({
          at: z.string(),
          from: z.string(),
          to: z.string(),
          fromLabel: z.string(),
          toLabel: z.string(),
        }),
      )
      .meta({ description: 'What it was classified as before, oldest first' }),
  })
  .meta({ id: 'PetitionStatus' });
export type TrackAnswer = z.infer<typeof TrackAnswerSchema>;
