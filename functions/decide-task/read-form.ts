import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ValidationError } from '../../core/errors.js';
import { acceptFiles } from '../../core/files/accept-files.js';
import { MAX_TOTAL_BYTES } from '../../core/files/file-limits.js';
import { MAX_MATTERS } from '../../core/petition/matter-schemas.js';
import type { DecisionForm } from '../../core/use-cases/decide-task.js';
import { OWN_CONTROLS } from '../../web/server/field-labels.js';
import { MATTER_PREFIX } from '../../web/server/matter-fields.js';
import { ANSWER_PREFIX } from '../../web/server/reclassify-fields.js';
import { UnsupportedMediaTypeError } from '../middleware/http-errors.js';
import { parseInput } from '../middleware/input.js';
import { header } from '../middleware/language.js';
import { bodyBytes, mediaType } from '../middleware/request-body.js';
import { ConditionAnswersSchema, DecisionFieldsSchema, MattersSchema, SupportsSchema } from './schema.js';

/** Room for the texts and the seams of multipart beside the files. */
const MAX_FORM_BYTES = MAX_TOTAL_BYTES + 128 * 1024;
const MEDIA_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'];
const CONDITION = 'condition.';
const SUPPORT = 'support.';
const PREFIXES = [CONDITION, ANSWER_PREFIX, SUPPORT, MATTER_PREFIX];
const MOST_FIELDS = 60;

const FILE_FIELDS = ['evidence', 'signedFile'] as const;
type FileField = (typeof FILE_FIELDS)[number];

const isFileField = (name: string): name is FileField => (FILE_FIELDS as readonly string[]).includes(name);

/** A form as it was posted: texts by name, files as bytes. Nothing is checked yet. */
export interface PostedForm {
  fields: Record<string, string>;
  evidence: Uint8Array[];
  signedFile: Uint8Array[];
}

const malformed = (): never => {
  throw new ValidationError([{ pointer: '', code: 'not-valid' }], 'malformed-form');
};

const parseForm = async (event: APIGatewayProxyEventV2): Promise<FormData> => {
  const bytes = bodyBytes(event, MAX_FORM_BYTES);
  const contentType = header(event, 'content-type') ?? '';
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return malformed();
  }
};

/**
 * Reads a posted form with the platform's own parser, after its size is known.
 * @throws UnsupportedMediaTypeError, PayloadTooLargeError, ValidationError `malformed-form`.
 */
export const readForm = async (event: APIGatewayProxyEventV2): Promise<PostedForm> => {
  if (!MEDIA_TYPES.includes(mediaType(event))) throw new UnsupportedMediaTypeError();
  const entries = [...(await parseForm(event))];
  if (entries.length > MOST_FIELDS) malformed();
  const fields = new Map<string, string>();
  const files: Record<FileField, Uint8Array[]> = { evidence: [], signedFile: [] };
  for (const [name, value] of entries) {
    if (typeof value === 'string') {
      // A name that comes twice has no one meaning; a browser sends each of ours once.
      if (fields.has(name)) malformed();
      fields.set(name, value);
    } else if (!isFileField(name)) {
      malformed();
    } else if (value.size > 0) {
      files[name].push(new Uint8Array(await value.arrayBuffer()));
    }
  }
  return { fields: Object.fromEntries(fields), ...files };
};

/** Each decision that takes answers has its own fields: a browser sends those of the other one too. */
const conditionsIn = (fields: Record<string, string>): Record<string, boolean> => {
  const prefix = fields['decision'] === 'reclassify' ? ANSWER_PREFIX : CONDITION;
  const named = Object.entries(fields).filter(([name]) => name.startsWith(prefix));
  const answers = parseInput(
    ConditionAnswersSchema,
    Object.fromEntries(named.map(([name, value]) => [name.slice(prefix.length), value])),
  );
  return Object.fromEntries(
    Object.entries(answers).flatMap(([key, said]) =>
      said === 'yes' || said === 'no' ? [[key, said === 'yes']] : [],
    ),
  );
};

/** What is chosen in the boxes and lists of agencies; an empty list chooses nobody. */
const supportsIn = (fields: Record<string, string>): string[] =>
  parseInput(
    SupportsSchema,
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(SUPPORT) && value !== '' ? [value] : [],
    ),
  );

/** Rows of the page in their order; one without a category and a text is not there. */
const mattersIn = (fields: Record<string, string>): DecisionForm['matters'] => {
  const numbers = Array.from({ length: MAX_MATTERS }, (_, index) => index + 1);
  const known = numbers.flatMap((no) => [`${MATTER_PREFIX}${no}.category`, `${MATTER_PREFIX}${no}.text`]);
  if (Object.keys(fields).some((name) => name.startsWith(MATTER_PREFIX) && !known.includes(name)))
    malformed();
  const rows = numbers.map((no) => ({
    category: fields[`${MATTER_PREFIX}${no}.category`] ?? '',
    text: fields[`${MATTER_PREFIX}${no}.text`] ?? '',
  }));
  return parseInput(
    MattersSchema,
    rows.filter(({ category, text }) => category !== '' || text.trim() !== ''),
  );
};

const isPlain = (name: string): boolean => !PREFIXES.some((prefix) => name.startsWith(prefix));

/** Fields that several decisions have, each with a control of its own: `until.commit`, `agency.direct`. */
const OWN_FIELDS = ['until', 'agency', 'thread'] as const;

/** The control of the decision chosen speaks; the others are hidden on the page, and what they hold does not count. */
const ofDecision = (fields: Record<string, string>): Record<string, string> => {
  const decision = fields['decision'] ?? '';
  const rest = Object.entries(fields).filter(([name]) => !OWN_CONTROLS.includes(name));
  const own = OWN_FIELDS.flatMap((name) => {
    const control = `${name}.${decision}`;
    const value = OWN_CONTROLS.includes(control) ? fields[control] : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return { ...Object.fromEntries(rest), ...Object.fromEntries(own) } as Record<string, string>;
};

/** One PDF, or none. */
const signedFileIn = (files: Uint8Array[]): DecisionForm['signedFile'] => {
  if (files.length > 1)
    throw new ValidationError([{ pointer: '/signedFile', code: 'too-many-files', params: { max: 1 } }]);
  return acceptFiles(files, { pointer: '/signedFile', allowed: ['application/pdf'] })[0] ?? null;
};

/** A decision from a posted form: texts normalised, files by their content and stripped. @throws ValidationError. */
export const toDecisionForm = ({ fields, evidence, signedFile }: PostedForm): DecisionForm => {
  // A browser that was given no file sends an empty one, and a client that reads the form as text an empty string.
  const plain = Object.entries(fields).filter(
    ([name, value]) => isPlain(name) && !(isFileField(name) && value === ''),
  );
  const { supportUntil, listedDuplicate, suggestedAgency, suggestedCategory, ...parsed } = parseInput(
    DecisionFieldsSchema,
    ofDecision(Object.fromEntries(plain)),
  );
  return {
    ...parsed,
    // Two days of one page: which one counts, the decision says.
    until: parsed.decision === 'request-support' ? supportUntil : parsed.until,
    // So does what is chosen from the whole list before what was done last time.
    agency: parsed.agency ?? (parsed.decision === 'transfer' ? suggestedAgency : null),
    category: parsed.category ?? (parsed.decision === 'reclassify' ? suggestedCategory : null),
    // What is typed goes before what is chosen from the list.
    duplicateOf: parsed.duplicateOf ?? listedDuplicate,
    supports: supportsIn(fields),
    matters: parsed.decision === 'split' ? mattersIn(fields) : [],
    conditions: conditionsIn(fields),
    evidence: acceptFiles(evidence, {
      pointer: '/evidence',
      allowed: ['image/jpeg', 'image/png', 'application/pdf'],
    }),
    signedFile: signedFileIn(signedFile),
  };
};

const UNTYPED = new Set<string>(['nonce', ...FILE_FIELDS]);

/** What a person typed, to be shown again beside the errors. */
export const typedIn = ({ fields }: PostedForm): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !UNTYPED.has(name)));
