import canonicalize from 'canonicalize';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { z } from 'zod';
import { ValidationError } from '../../core/errors.js';
import { acceptFiles } from '../../core/files/accept-files.js';
import type { Ids } from '../../core/ports/ids.js';
import type { Keyed } from '../../core/ports/keyed.js';
import type { IntakeKey } from '../../core/ports/petition-store.js';
import type { Submission } from '../../core/use-cases/submission.js';
import { OwnTrackError } from '../middleware/http-errors.js';
import { idempotencyKey } from '../middleware/idempotency-key.js';
import { parseInput } from '../middleware/input.js';
import { jsonBody } from '../middleware/request-body.js';
import { withGroup } from './group-fields.js';
import { OPERATOR_FIELDS, SubmitBodySchema, type SubmitBody } from './schema.js';

/** Below the 6 MB that a Lambda is called with; room for 4 MB of photos in base64 and the texts. */
const MAX_BODY_BYTES = 5_800_000;

/** Which of these fields are in a body, whatever their value. */
export const fieldsGiven = (body: Record<string, unknown>, fields: readonly string[]): string[] =>
  fields.filter((field) => Object.hasOwn(body, field));

/** Tracks that are not a petition's: said before anything else is looked at, so that nothing of it is kept. */
const refuseOwnTracks = ({ nature, emergency }: Record<string, unknown>): void => {
  if (nature === 'khieu-nai' || nature === 'to-cao') throw new OwnTrackError(nature);
  if (emergency === true) throw new OwnTrackError('emergency');
};

const refuseOperatorFields = (body: Record<string, unknown>): void => {
  const given = fieldsGiven(body, OPERATOR_FIELDS);
  if (given.length === 0) return;
  throw new ValidationError(
    given.map((field) => ({ pointer: `/${field}`, code: 'operator-only' })),
    'operator-only',
  );
};

/** What a petition says, parsed. */
export type Matter = Omit<
  SubmitBody,
  'consent' | 'channel' | 'nature' | 'emergency' | 'photos' | 'submitter' | 'matters'
> & { submitter: Omit<SubmitBody['submitter'], 'kind'> & { kind: string } };

/** What every channel's body has. */
type IntakeBody = Matter & Pick<SubmitBody, 'channel' | 'photos' | 'matters'>;

const placeOf = ({ unit, point }: Matter): Submission['place'] => {
  if (unit !== undefined) return { unit };
  if (point !== undefined) return { point };
  throw new ValidationError([{ pointer: '/unit', code: 'unit-or-point' }]);
};

/** A matter as the use case takes it; on the public channel nothing is added to it. */
export const toSubmission = (body: Matter, channel: string): Submission => {
  const { kind, name, phone, email } = body.submitter;
  return {
    category: body.category,
    conditions: body.conditions,
    urgent: body.urgent,
    place: placeOf(body),
    file: {
      description: body.description,
      address: body.address ?? null,
      point: body.point ?? null,
      submitter: { kind, name: name ?? '', phone: phone ?? null, email: email ?? null },
    },
    channel,
    receivedBy: null,
    addressee: null,
    against: body.against ?? null,
    photos: [],
    matters: [],
  };
};

const photosOf = ({ photos }: Pick<SubmitBody, 'photos'>): Submission['photos'] =>
  acceptFiles(
    photos.map((photo) => Buffer.from(photo, 'base64')),
    { pointer: '/photos', allowed: ['image/jpeg', 'image/png'] },
  );

const mattersOf = ({ matters = [] }: Pick<SubmitBody, 'matters'>): Submission['matters'] =>
  matters.map(({ category, conditions, description, unit, point, address }) => ({
    ...{ category, conditions },
    text: description ?? null,
    ...(unit !== undefined && { place: { unit } }),
    ...(point !== undefined && { place: { point } }),
    ...(address !== undefined && { address }),
  }));

export const wantedKey = (event: APIGatewayProxyEventV2, ids: Ids): string =>
  idempotencyKey(event) ?? Buffer.from(ids.randomBytes(16)).toString('hex');

/** How one channel's intake differs from the other's. */
export interface IntakeForm<Body extends IntakeBody> {
  schema: z.ZodType<Body>;
  /** @throws ValidationError for fields that the channel knows and does not take. */
  refuse(body: Record<string, unknown>): void;
  /** Whose keys these are: two clerks who use the same key do not meet. Empty on the public channel. */
  keyOwner: string;
}

export interface Intake {
  submission: Submission;
  key: IntakeKey;
}

/**
 * The petition in a request, with what makes its repetition recognisable. Without an `Idempotency-Key` every request is
 * a petition of its own. Only keyed digests of key and body are kept: neither can be guessed from the table.
 * @throws OwnTrackError, ValidationError, PayloadTooLargeError, UnsupportedMediaTypeError.
 */
export const readIntake = async <Body extends IntakeBody>(
  deps: { ids: Ids; keyed: Keyed },
  event: APIGatewayProxyEventV2,
  form: IntakeForm<Body>,
): Promise<Intake & { body: Body }> => {
  const raw = jsonBody(event, MAX_BODY_BYTES);
  refuseOwnTracks(raw);
  form.refuse(raw);
  const body = parseInput(form.schema, raw);
  const submission = {
    ...toSubmission(body, body.channel),
    ...{ photos: photosOf(body), matters: mattersOf(body) },
  };
  // No key has a space in it, so an owner's keys are never another's.
  const owned = form.keyOwner === '' ? '' : `${form.keyOwner} `;
  const [key, fingerprint] = await Promise.all([
    deps.keyed.mac('intake-key', owned + wantedKey(event, deps.ids)),
    deps.keyed.mac('intake-fingerprint', canonicalize(body) ?? ''),
  ]);
  return { body, submission, key: { key, fingerprint } };
};

/** The petition that a resident posts. @throws as readIntake. */
export const readSubmission = async (
  deps: { ids: Ids; keyed: Keyed },
  event: APIGatewayProxyEventV2,
): Promise<Intake> => {
  const form = { schema: SubmitBodySchema, refuse: refuseOperatorFields, keyOwner: '' };
  const { body, submission, key } = await readIntake(deps, event, form);
  return { submission: withGroup(submission, body), key };
};
