import * as z from 'zod';
import { MAX_FILES, MAX_TOTAL_BYTES } from '../../core/files/file-limits.js';
import { ANONYMOUS, isAnonymous } from '../../core/petition/anonymous.js';
import { MAX_MATTERS, MIN_MATTERS } from '../../core/petition/matter-schemas.js';
import { groupFields } from './group-fields.js';
import { latitude, longitude, unitId } from '../middleware/schema-parts.js';
import { lineText, longText } from '../middleware/text-fields.js';

export const SUBMITTER_KINDS = ['person', 'household', 'organisation', 'khu-pho', 'people-group'] as const;
/** The desk takes down besides what a People's Inspection Board hands in: its term is the law's own. */
export const DESK_SUBMITTER_KINDS = [...SUBMITTER_KINDS, 'inspection-board'] as const;
export const CHANNELS = ['web', 'phone', 'post', 'counter', 'KHU_PHO_VISIT', 'meeting'] as const;

/** Known to the reception desk's intake; from the public they are refused by name. */
export const OPERATOR_FIELDS = [
  'receivedAt',
  'receivedAtReason',
  'receivedBy',
  'addressee',
  'onBehalfOf',
  'externalRef',
  'followUpOn',
] as const;

const PHONE = /^\+?\d{8,15}$/;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
const LONGEST_PHOTO = Math.ceil(MAX_TOTAL_BYTES / 3) * 4;

export const phone = lineText(1, 20)
  .refine((text) => PHONE.test(text.replace(/[ .-]/g, '')), { params: { code: 'invalid-phone' } })
  .meta({ example: '0901 234 567' });

export const email = lineText(1, 254)
  .refine((text) => z.regexes.email.test(text), { params: { code: 'invalid-email' } })
  .meta({ example: 'ten@example.vn' });

/** A file in JSON. */
export const base64File = z
  .string()
  .min(1)
  .max(LONGEST_PHOTO)
  .refine((text) => text.length % 4 === 0 && BASE64.test(text), { params: { code: 'invalid-base64' } });

const photo = base64File.meta({ description: 'JPEG or PNG, base64', contentEncoding: 'base64' });

/** Of the registry; whether it exists is asked later, on the day. */
export const agencyId = lineText(1, 120);

const NAMES = ['name', 'phone', 'email'] as const;

/** Who gives no name gives no contact either; everybody else has a name. */
const submitterOf = <const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  z
    .strictObject({
      kind: z.enum([...kinds, ANONYMOUS]).meta({
        description: '`anonymous` without name and contact, where the province takes such petitions',
      }),
      name: lineText(1, 120).optional(),
      phone: phone.optional(),
      email: email.optional(),
    })
    .superRefine((submitter, context) => {
      const isNameless = isAnonymous(submitter.kind);
      if (!isNameless && submitter.name === undefined)
        context.addIssue({ code: 'custom', path: ['name'], params: { code: 'required' } });
      for (const field of NAMES)
        if (isNameless && submitter[field] !== undefined)
          context.addIssue({ code: 'custom', path: [field], params: { code: 'anonymous-contact' } });
    });

/** What a petition says, on every channel. */
export const MATTER_FIELDS = {
  category: lineText(1, 40).meta({ description: 'Code from /api/categories', example: 'GT-BIEN' }),
  conditions: z
    .record(z.string().min(1).max(40), z.boolean())
    .refine((answers) => Object.keys(answers).length <= 20)
    .default({})
    .meta({ description: "Answers to the category's questions" }),
  urgent: z.boolean().default(false).meta({ description: "The category's urgent circumstances are given" }),
  unit: unitId.optional(),
  point: z.strictObject({ lat: latitude, lon: longitude }).optional(),
  address: lineText(1, 300).optional(),
  against: agencyId.optional().meta({
    description: 'Agency whose officials it is about: it goes to those above, never to that agency',
    example: 'ubnd-xa/w:26773@2025-07',
  }),
  description: longText(10, 5_000),
  submitter: submitterOf(SUBMITTER_KINDS),
};

/** Who hands it in, at the desk or at a meeting. */
export const deskSubmitter = submitterOf(DESK_SUBMITTER_KINDS);

const onePlaceAtMost = ({ unit, point }: { unit?: unknown; point?: unknown }): boolean =>
  unit === undefined || point === undefined;

/** What is handed in about several things: each becomes a petition of its own, with its own unit and clock. */
const matters = z
  .array(
    z
      .strictObject({
        category: MATTER_FIELDS.category,
        conditions: MATTER_FIELDS.conditions,
        unit: unitId.optional().meta({ description: 'Where it is elsewhere in the same province' }),
        point: MATTER_FIELDS.point.meta({ description: 'Instead of `unit`' }),
        address: MATTER_FIELDS.address,
        description: longText(10, 5_000)
          .optional()
          .meta({ description: 'Without it, that of the submission' }),
      })
      .refine(onePlaceAtMost, { path: ['unit'], params: { code: 'unit-or-point' } }),
  )
  .min(MIN_MATTERS)
  .max(MAX_MATTERS)
  .optional()
  .meta({ description: 'The matters in it, where these are several, the first one included' });

/** Those who are named have agreed that it is kept and handed on. */
export const consent = z
  .unknown()
  .refine((given) => given === true, { params: { code: 'consent-needed' } })
  .meta({ type: 'boolean', const: true });

const submitBody = <Submitter extends z.ZodType>(submitter: Submitter) =>
  z
    .strictObject({
      ...MATTER_FIELDS,
      submitter,
      matters,
      ...groupFields(phone),
      consent,
      channel: z.enum(CHANNELS).default('web'),
      nature: z.enum(['kien-nghi', 'phan-anh']).default('kien-nghi'),
      emergency: z.literal(false).default(false),
      photos: z
        .array(photo)
        .max(MAX_FILES)
        .default([])
        .meta({ description: `At most ${MAX_TOTAL_BYTES} bytes together` }),
    })
    .refine(({ unit, point }) => (unit === undefined) !== (point === undefined), {
      path: ['unit'],
      params: { code: 'unit-or-point' },
    });

export const SubmitBodySchema = submitBody(MATTER_FIELDS.submitter).meta({
  id: 'PetitionSubmission',
  description: 'Give exactly one of `unit` and `point`.',
});
/** The same with whoever the desk may take it from. */
export const DeskBodySchema = submitBody(deskSubmitter);
export type SubmitBody = z.infer<typeof SubmitBodySchema>;

export const SubmitAnswerSchema = z
  .object({
    code: z.string().meta({ example: '7QK2-M4TX-9B3R-D' }),
    secret: z.string().meta({ description: 'Proves later that you handed it in' }),
    statusUrl: z.string(),
    status: z.literal('SUBMITTED'),
    matters: z
      .array(z.object({ code: z.string(), category: z.string() }))
      .meta({ description: 'What it was split into; empty for one matter' }),
    promised: z.object({
      firstNoticeBy: z.string(),
      resolveBy: z
        .string()
        .nullable()
        .meta({ description: 'null in the Party lane, and where each matter has its own' }),
    }),
  })
  .meta({ id: 'PetitionReceipt' });
export type SubmitAnswer = z.infer<typeof SubmitAnswerSchema>;
