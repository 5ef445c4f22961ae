import * as z from 'zod';
import { OfficeHoursSchema } from '../deadline/office-hours.js';
import { TermSchema } from '../deadline/term.js';

/** The terms of one class of petitions. */
export const ServiceLevelSchema = z.strictObject({
  label: z.string().min(1).max(80),
  lane: z.enum(['admin', 'party']),
  /** Notices leave at once, also outside office hours. */
  isUrgent: z.boolean(),
  accept: TermSchema.nullable(),
  resolve: TermSchema.nullable(),
  /** Party and Front lane: when the leader named no date. Never late. */
  followUp: TermSchema.nullable(),
  extension: TermSchema.nullable(),
  maxExtensions: z.number().int().min(0).max(5),
  /** The most that a superior may allow beyond it. Releases from before it was here allow nothing. */
  approvedExtension: TermSchema.nullable().default(null),
});

const sign = { basis: z.string().max(300), status: z.enum(['sourced', 'provisional', 'assumed']) };

/** registry/data/service-levels.json. */
export const ServiceLevelsFileSchema = z.strictObject({
  note: z.string().max(1000),
  officeHours: OfficeHoursSchema,
  classes: z.record(z.string().max(40), ServiceLevelSchema),
  terms: z.strictObject({
    firstNotice: TermSchema,
    forwarding: TermSchema,
    pakn: TermSchema,
    residentAnswer: TermSchema,
    support: TermSchema,
    feedback: TermSchema,
  }),
  reminders: z.strictObject({
    /** Shares of the working time between opening and due at which the holder is reminded. */
    beforeDueShares: z.array(z.number().gt(0).lt(1)).max(5),
    /** Working days before due. */
    beforeDueWorkingDays: z.array(z.number().int().positive()).max(5),
    overdueEveryWorkingDays: z.number().int().positive().max(20),
    firstOverdueCopiesHead: z.boolean(),
    ...sign,
  }),
  /** Releases from before it was here are read with the project's proposal. */
  pauses: z
    .strictObject({
      /** How often one task's clock may be stopped for the resident's answer. */
      mostPerTask: z.number().int().min(0).max(5),
      ...sign,
    })
    .default({ mostPerTask: 2, basis: '', status: 'assumed' }),
  /** Where petitions without a name are taken; nowhere until a city decides so. */
  anonymous: z
    .strictObject({
      /** Ids of provinces, as of the day of the petition. */
      provinces: z.array(z.string().max(40)).max(100),
      note: z.string().max(300).optional(),
      ...sign,
    })
    .default({ provinces: [], basis: '', status: 'assumed' }),
  /** Where denunciations are taken electronically; nowhere until a city decides so. */
  denunciations: z
    .strictObject({
      /** Ids of provinces, as of the day of the denunciation. */
      provinces: z.array(z.string().max(40)).max(100),
      /** Until the receiving body decides whether it accepts it. */
      check: TermSchema,
      /** From the hand-over into the procedure of the law. */
      resolve: TermSchema,
      note: z.string().max(600).optional(),
      ...sign,
    })
    .default({
      provinces: [],
      check: { amount: 7, unit: 'workingDays', basis: '', status: 'assumed' },
      resolve: { amount: 30, unit: 'calendarDays', basis: '', status: 'assumed' },
      basis: '',
      status: 'assumed',
    }),
  escalation: z.strictObject({
    /** A superior that receives a late petition has the terms of its class anew. */
    freshTermsOfClass: z.boolean(),
    /** After so many transfers within a tier the common superior decides. */
    arbiterAfterTransfers: z.number().int().min(1).max(10),
    note: z.string().max(300).optional(),
    ...sign,
  }),
  /** Class whose terms run at the reception desk. */
  triageClass: z.string().max(40),
});
export type ServiceLevelsFile = z.infer<typeof ServiceLevelsFileSchema>;
