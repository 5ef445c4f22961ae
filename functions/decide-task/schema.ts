import * as z from 'zod';
import { SUPPORT_DECISIONS, type SupportDecision } from '../../core/petition/support-transitions.js';
import { MAX_MATTERS } from '../../core/petition/matter-schemas.js';
import { MAX_OPEN_SUPPORTS } from '../../core/petition/support-events.js';
import { TRANSITIONS, type Command, type Decision } from '../../core/petition/transitions.js';
import { MAX_TYPED_CODE } from '../../web/server/duplicate-fields.js';
import { SUPPORT_LIMITS } from '../../web/server/support-fields.js';
import { MATTER_TEXT_LIMIT } from '../../web/server/matter-fields.js';
import { FORM_LIMITS } from '../../web/server/task-form.js';
import { lineText, longText } from '../middleware/text-fields.js';

const isDecision = (command: Command): command is Decision => {
  const by: readonly string[] = TRANSITIONS[command].by;
  return by.includes('holder');
};

/** Commands that a holder or a supporting agency can give, from the tables of transitions. */
const DECISIONS: readonly unknown[] = [
  ...(Object.keys(TRANSITIONS) as Command[]).filter(isDecision),
  ...SUPPORT_DECISIONS,
];

const decision = z.custom<Decision | SupportDecision>((value) => DECISIONS.includes(value), {
  params: { code: 'no-decision' },
});

/** An empty field of a form is one that was left out. */
const orNull = (text: z.ZodString) =>
  text.nullish().transform((value) => (value == null || value === '' ? null : value));

const day = lineText(0, 10).refine((text) => text === '' || z.iso.date().safeParse(text).success);

/** Fields of the official's page (web/server/task-form.ts) but files and conditions. */
export const DecisionFieldsSchema = z.strictObject({
  nonce: lineText(1, 80),
  decision,
  text: orNull(longText(0, FORM_LIMITS.text)),
  agency: orNull(lineText(0, 120)),
  suggestedAgency: orNull(lineText(0, 120)),
  until: orNull(day),
  ground: orNull(lineText(0, 40)),
  track: orNull(lineText(0, 40)),
  category: orNull(lineText(0, 20)),
  suggestedCategory: orNull(lineText(0, 20)),
  duplicateOf: orNull(lineText(0, MAX_TYPED_CODE)),
  listedDuplicate: orNull(lineText(0, MAX_TYPED_CODE)),
  body: orNull(lineText(0, FORM_LIMITS.body)),
  actorName: orNull(lineText(0, FORM_LIMITS.actorName)),
  actorPosition: orNull(lineText(0, FORM_LIMITS.actorPosition)),
  noEvidenceReason: orNull(longText(0, FORM_LIMITS.noEvidenceReason)),
  documentNo: orNull(lineText(0, FORM_LIMITS.documentNo)),
  supportOpenReason: orNull(longText(0, SUPPORT_LIMITS.supportOpenReason)),
  supportUntil: orNull(day),
  thread: orNull(lineText(0, 20)),
  contact: orNull(lineText(0, 40)),
  visitDay: orNull(day),
  visitTime: orNull(lineText(0, 5)),
  visitPlace: orNull(lineText(0, SUPPORT_LIMITS.visitPlace)),
});

/** Answers to the questions of the category; what is not known is left out. */
export const ConditionAnswersSchema = z
  .record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), z.enum(['yes', 'no', 'unknown', '']))
  .refine((answers) => Object.keys(answers).length <= 20);

/** Agencies asked to contribute, from the boxes and lists of the page; the rules say how many at once. */
export const SupportsSchema = z.array(lineText(1, 120)).max(MAX_OPEN_SUPPORTS * 2);

/** The matters of a split; the rules say how few. */
export const MattersSchema = z
  .array(z.strictObject({ category: lineText(0, 20), text: orNull(longText(0, MATTER_TEXT_LIMIT)) }))
  .max(MAX_MATTERS);
