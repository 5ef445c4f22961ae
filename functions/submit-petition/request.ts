import canonicalize from 'canonicalize';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { ValidationError } from '../../core/errors.js';
import { acceptFiles } from '../../core/files/accept-files.js';
import type { Ids, IntakeKey, Keyed } from '../../core/ports.js';
import type { Submission } from '../../core/use-cases/submit-petition.js';
import { OwnTrackError } from '../middleware/http-errors.js';
import { parseInput } from '../middleware/input.js';
import { header } from '../middleware/language.js';
import { jsonBody } from '../middleware/request-body.js';
import { OPERATOR_FIELDS, SubmitBodySchema, type SubmitBody } from './schema.js';

/** Below the 6 MB that a Lambda is called with; room for 4 MB of photos in base64 and the texts. */
const MAX_BODY_BYTES = 5_800_000;

/** Tracks that are not a petition's: said before anything else is looked at, so that nothing of it is kept. */
const refuseOwnTracks = ({ nature, emergency }: Record<string, unknown>): void => {
  if (nature === 'khieu-nai' || nature === 'to-cao') throw new OwnTrackError(nature);
  if (emergency === true) throw new OwnTrackError('emergency');
};

const refuseOperatorFields = (body: Record<string, unknown>): void => {
  const given = OPERATOR_FIELDS.filter((field) => Object.hasOwn(body, field));
  if (given.length === 0) return;
  throw new ValidationError(
    given.map((field) => ({ pointer: `/${field}`, code: 'operator-only' })),
    'operator-only',
  );
};

const placeOf = ({ unit, point }: SubmitBody): Submission['place'] => {
  if (unit !== undefined) return { unit };
  if (point !== undefined) return { point };
  throw new ValidationError([{ pointer: '/unit', code: 'unit-or-point' }]);
};

const toSubmission = (body: SubmitBody): Submission => {
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
      submitter: { kind, name, phone: phone ?? null, email: email ?? null },
    },
    channel: body.channel,
    receivedBy: null,
    addressee: null,
    photos: acceptFiles(
      body.photos.map((photo) => Buffer.from(photo, 'base64')),
      { pointer: '/photos', allowed: ['image/jpeg', 'image/png'] },
    ),
  };
};

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

const wantedKey = (event: APIGatewayProxyEventV2, ids: Ids): string => {
  const given = header(event, 'idempotency-key');
  if (given === undefined) return Buffer.from(ids.randomBytes(16)).toString('hex');
  if (!IDEMPOTENCY_KEY.test(given)) throw new ValidationError([{ pointer: '', code: 'invalid-key' }]);
  return given;
};

/**
 * The petition in a request, with what makes its repetition recognisable. Without an `Idempotency-Key` every request is
 * a petition of its own. Only keyed digests of key and body are kept: neither can be guessed from the table.
 * @throws OwnTrackError, ValidationError, PayloadTooLargeError, UnsupportedMediaTypeError.
 */
export const readSubmission = async (
  deps: { ids: Ids; keyed: Keyed },
  event: APIGatewayProxyEventV2,
): Promise<{ submission: Submission; key: IntakeKey }> => {
  const raw = jsonBody(event, MAX_BODY_BYTES);
  refuseOwnTracks(raw);
  refuseOperatorFields(raw);
  const body = parseInput(SubmitBodySchema, raw);
  const submission = toSubmission(body);
  const [key, fingerprint] = await Promise.all([
    deps.keyed.mac('intake-key', wantedKey(event, deps.ids)),
    deps.keyed.mac('intake-fingerprint', canonicalize(body) ?? ''),
  ]);
  return { submission, key: { key, fingerprint } };
};
