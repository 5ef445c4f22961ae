import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ValidationError } from '../../core/errors.js';
import { acceptFiles } from '../../core/files/accept-files.js';
import { MAX_TOTAL_BYTES } from '../../core/files/file-limits.js';
import type { DecisionForm } from '../../core/use-cases/decide-task.js';
import { OWN_CONTROLS } from '../../web/server/field-labels.js';
import { UnsupportedMediaTypeError } from '../middleware/http-errors.js';
import { parseInput } from '../middleware/input.js';
import { header } from '../middleware/language.js';
import { bodyBytes, mediaType } from '../middleware/request-body.js';
import { ConditionAnswersSchema, DecisionFieldsSchema, SupportsSchema } from './schema.js';

/** Room for the texts and the seams of multipart beside the files. */
const MAX_FORM_BYTES = MAX_TOTAL_BYTES + 128 * 1024;
const MEDIA_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded'];
const CONDITION = 'condition.';
const SUPPORT = 'support.';
const MOST_FIELDS = 60;

/** A form as it was posted: texts by name, files as bytes. Nothing is checked yet. */
export interface PostedForm {
  fields: Record<string, string>;
  evidence: Uint8Array[];
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
  const evidence: Uint8Array[] = [];
  for (const [name, value] of entries) {
    if (typeof value === 'string') {
      // A name that comes twice has no one meaning; a browser sends each of ours once.
      if (fields.has(name)) malformed();
      fields.set(name, value);
    } else if (name !== 'evidence') {
      malformed();
    } else if (value.size > 0) {
      evidence.push(new Uint8Array(await value.arrayBuffer()));
    }
  }
  return { fields: Object.fromEntries(fields), evidence };
};

const conditionsIn = (fields: Record<string, string>): Record<string, boolean> => {
  const named = Object.entries(fields).filter(([name]) => name.startsWith(CONDITION));
  const answers = parseInput(
    ConditionAnswersSchema,
    Object.fromEntries(named.map(([name, value]) => [name.slice(CONDITION.length), value])),
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

const isPlain = (name: string): boolean => !name.startsWith(CONDITION) && !name.startsWith(SUPPORT);

/** Fields that several decisions have, each with a control of its own: `until.commit`, `agency.direct`. */
const OWN_FIELDS = ['until', 'agency'] as const;

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

/** A decision from a posted form: texts normalised, files by their content and stripped. @throws ValidationError. */
export const toDecisionForm = ({ fields, evidence }: PostedForm): DecisionForm => {
  // A browser that was given no file sends an empty one, and a client that reads the form as text an empty string.
  const plain = Object.entries(fields).filter(
    ([name, value]) => isPlain(name) && !(name === 'evidence' && value === ''),
  );
  const { supportUntil, ...parsed } = parseInput(DecisionFieldsSchema, ofDecision(Object.fromEntries(plain)));
  return {
    ...parsed,
    // Two days of one page: which one counts, the decision says.
    until: parsed.decision === 'request-support' ? supportUntil : parsed.until,
    supports: supportsIn(fields),
    conditions: conditionsIn(fields),
    evidence: acceptFiles(evidence, {
      pointer: '/evidence',
      allowed: ['image/jpeg', 'image/png', 'application/pdf'],
    }),
  };
};

const UNTYPED = new Set(['nonce', 'evidence']);

/** What a person typed, to be shown again beside the errors. */
export const typedIn = ({ fields }: PostedForm): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !UNTYPED.has(name)));
