import canonicalize from 'canonicalize';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { channelOf } from '../../core/meetings/meeting.js';
import type { Ids } from '../../core/ports/ids.js';
import type { Keyed } from '../../core/ports/keyed.js';
import type { IntakeKey } from '../../core/ports/petition-store.js';
import type { MeetingEntry } from '../../core/use-cases/check-meeting.js';
import type { Submission } from '../../core/use-cases/submission.js';
import { toEntry } from '../enter-petition/to-entry.js';
import { parseInput } from '../middleware/input.js';
import { jsonBody } from '../middleware/request-body.js';
import { toSubmission, wantedKey } from '../submit-petition/request.js';
import { MeetingBodySchema, type MeetingBody, type MeetingItem } from './schema.js';

/** Below the 6 MB that a Lambda is called with; a hundred long texts are a third of it. */
const MAX_BODY_BYTES = 5_000_000;

const toItem = (item: MeetingItem, { kind, unit }: MeetingBody, userId: string): Submission => {
  const place = item.point === undefined ? { unit: item.unit ?? unit } : {};
  return toEntry(toSubmission({ ...item, ...place }, channelOf(kind)), item, userId);
};

/**
 * The meeting in a request, with what makes its repetition recognisable.
 * @throws ValidationError, PayloadTooLargeError, UnsupportedMediaTypeError.
 */
export const readMeeting = async (
  deps: { ids: Ids; keyed: Keyed },
  event: APIGatewayProxyEventV2,
  userId: string,
): Promise<{ entry: MeetingEntry; key: IntakeKey }> => {
  const body = parseInput(MeetingBodySchema, jsonBody(event, MAX_BODY_BYTES));
  const [key, fingerprint] = await Promise.all([
    deps.keyed.mac('meeting-key', `${userId} ${wantedKey(event, deps.ids)}`),
    deps.keyed.mac('meeting-fingerprint', canonicalize(body) ?? ''),
  ]);
  const entry: MeetingEntry = {
    kind: body.kind,
    heldOn: body.heldOn,
    place: { unit: body.unit },
    receivedBy: body.receivedBy ?? null,
    receivedAtReason: body.receivedAtReason ?? null,
    enteredBy: userId,
    items: body.items.map((item) => toItem(item, body, userId)),
  };
  return { entry, key: { key, fingerprint } };
};
