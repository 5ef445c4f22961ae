import * as z from 'zod';
import { OfficeHoursSchema } from '../deadline/office-hours.js';
import { TermSchema } from '../deadline/term.js';
import { HeadApprovalSchema } from './head-approval.js';

const sign = { basis: z.string().max(300), status: z.enum(['sourced', 'provisional', 'assumed']) };

/** When holders are reminded. At most once a working day, and never outside office hours unless the class is urgent. */
export const ReminderPlanSchema = z.strictObject({
  /** Shares of the working time between opening and due. */
  beforeDueShares: z.array(z.number().gt(0).lt(1)).max(5),
  /** Working days before due. */
  beforeDueWorkingDays: z.array(z.number().int().positive().max(60)).max(5),
  /** Behind the deadline: on the first working morning, then each so many working days. */
  overdueEveryWorkingDays: z.number().int().positive().max(20),
  firstOverdueCopiesHead: z.boolean(),
  note: z.string().max(300).optional(),
  ...sign,
});

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
  /** Its own plan of reminders; classes without one have that of the file. */
  reminders: ReminderPlanSchema.nullable().default(null),
});

/** More open tasks than this, and the reminders of a day come as one digest; null: never. */
const overOpenTasks = z.number().int().min(1).max(10_000).nullable();

/** The agency's own number counts before that of its province, and that before the general one. */
const DigestLevelsSchema = z.strictObject({
  overOpenTasks,
  provinces: z.record(z.string().max(40), overOpenTasks),
  agencies: z.record(z.string().max(120), overOpenTasks),
  note: z.string().max(300).optional(),
  ...sign,
});

/** Releases from before it was here are read with the project's proposal. */
const NO_OWN_DIGESTS: z.infer<typeof DigestLevelsSchema> = {
  overOpenTasks: 20,
  provinces: {},
  agencies: {},
  basis: '',
  status: 'assumed',
};

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
    /** How long a one-time code of a head holds. Releases from before it was here are read with the project's proposal. */
    answerCode: TermSchema.refine(({ unit }) => unit === 'workingHours', {
      message: 'a code holds for working hours',
      path: ['unit'],
    }).default({ amount: 4, unit: 'workingHours', basis: '', status: 'assumed' }),
  }),
  /** Of every class that has no plan of its own. */
  reminders: ReminderPlanSchema,
  /** When an agency gets one mail a working day instead of a reminder for each task. */
  digest: DigestLevelsSchema.default(NO_OWN_DIGESTS),
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
  headApproval: HeadApprovalSchema,
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
