import * as z from 'zod';
import { TIERS } from './agency.js';
import { toObjects } from './columns.js';
import { DaySchema } from './validity.js';

const text = z.string().max(1000);
const expression = z.string().min(1).max(120);

/** Who leads, supports and is asked next, for one category on one tier in one period. */
export const CompetenceRuleSchema = z.strictObject({
  id: z.string().max(60),
  from: DaySchema.nullable(),
  to: DaySchema.nullable(),
  area: z.string().max(20),
  tier: z.enum(TIERS),
  /** Condition that must be known to be true; null = default of the tier. */
  when: z.string().max(40).nullable(),
  lead: expression,
  support: z.array(expression).max(10),
  /** Next when late; `superior` = that of the lead; null = none named. */
  escalate: expression.nullable(),
  basis: z.string().max(300),
  source: z.array(z.string().max(20)).max(10),
  status: z.enum(['sourced', 'assumed']),
  note: text,
});
export type CompetenceRule = z.infer<typeof CompetenceRuleSchema>;

const tier = z.enum(TIERS);
const CategoryFields = z.strictObject({
  code: z.string().regex(/^[A-Z-]{2,20}$/),
  label: z.string().min(1).max(120),
  explain: text,
  examples: z.array(text).max(10),
  lane: z.enum(['admin', 'party']),
  /** Tier where the route starts; a list `[from, tier]` where it changed. */
  first: z.union([tier, z.array(z.tuple([DaySchema.nullable(), tier])).max(10)]),
  serviceClass: z.string().max(40),
  urgentWhen: text,
  evidence: z.enum(['photo', 'document', 'none']),
  evidenceNote: text,
  /** Matters of a person or against one: to be handled with care. */
  sensitive: z.boolean(),
  /**
   * The unit is not shown who handed it in: matters about others, for which a neighbour or an official might take it out
   * on the person. Not where the unit must find the person's own file. Assumed: each city confirms the list.
   */
  hidesSubmitter: z.boolean().default(false),
  /** Number that the form shows instead of taking an emergency over. */
  emergency: z.enum(['113', '114', '115']).nullable(),
  elsewhere: text,
  rules: z.array(z.array(z.unknown()).max(20)).max(200),
});

/** registry/data/competence.json. */
export const CompetenceFileSchema = z.strictObject({
  note: text,
  asOf: DaySchema,
  areas: z.record(z.string().max(20), z.union([z.array(z.string().max(40)).max(20), text])),
  columns: z.array(z.string().max(40)).max(20),
  columnsHelp: z.record(z.string().max(40), text),
  resolution: z.array(text).max(20),
  periods: z.record(z.string().max(80), z.array(z.string().max(200).nullable()).max(40)),
  lanes: z.record(z.string().max(40), text),
  serviceClasses: z.record(z.string().max(40), text),
  evidence: z.record(z.string().max(40), text),
  emergency: z.record(z.string().max(40), text),
  notHere: text,
  conditionColumns: z.array(text).max(5),
  conditions: z.record(z.string().max(40), z.tuple([text, text])),
  categories: z.array(CategoryFields).max(200),
  sourceColumns: z.array(text).max(10),
  sources: z.record(z.string().max(20), z.array(text).max(6)),
});
export type CompetenceFile = z.infer<typeof CompetenceFileSchema>;

export type Category = Omit<z.infer<typeof CategoryFields>, 'rules'> & { rules: CompetenceRule[] };

/** A question that a person answers; unknown counts as not true. */
export interface Condition {
  key: string;
  question: string;
  note: string;
}

export const toCategories = (file: CompetenceFile): Category[] =>
  file.categories.map((category) => ({
    ...category,
    rules: toObjects<CompetenceRule>(file.columns, category.rules),
  }));

export const toConditions = (file: CompetenceFile): Condition[] =>
  Object.entries(file.conditions).map(([key, [question, note]]) => ({ key, question, note }));
