import type { z } from 'zod';
import { EnterBodySchema } from '../enter-petition/schema.js';
import { MissingSchema, DecidedSchema, JurisdictionQuerySchema } from '../explain-jurisdiction/schema.js';
import {
  AnswerBodySchema,
  FeedbackBodySchema,
  HeardAnswerSchema,
  WithdrawalBodySchema,
} from '../hear-resident/schema.js';
import { CategoriesAnswerSchema } from '../list-categories/schema.js';
import { DuplicatesAnswerSchema } from '../find-duplicates/schema.js';
import { SearchAnswerSchema, SearchBodySchema } from '../find-petitions/schema.js';
import { HoldingsAnswerSchema, ListHoldingsQuerySchema } from '../list-holdings/schema.js';
import { ListMeetingsQuerySchema, MeetingListAnswerSchema } from '../list-meetings/schema.js';
import { ListNoticesQuerySchema, NoticesAnswerSchema } from '../list-notices/schema.js';
import { ListPetitionsQuerySchema, PetitionListAnswerSchema } from '../list-petitions/schema.js';
import { DeliveryAnswerSchema, DeliveryBodySchema } from '../record-delivery/schema.js';
import { MeetingBodySchema, MeetingReceiptSchema } from '../record-meeting/schema.js';
import { MessageReceiptAnswerSchema, MessageReceiptBodySchema } from '../record-message-receipt/schema.js';
import { NewReceiptSchema, RecoveryBodySchema } from '../recover-code/schema.js';
import type { RouteKey } from '../routes.js';
import { SearchUnitsQuerySchema, UnitsAnswerSchema } from '../search-units/schema.js';
import { HistoryAnswerSchema } from '../show-history/schema.js';
import { LetterSchema } from '../show-letter/schema.js';
import { MinutesSchema } from '../show-meeting/schema.js';
import { PetitionAnswerSchema, ShowPetitionQuerySchema } from '../show-petition/schema.js';
import { SignedFileBodySchema } from '../show-signed-file/schema.js';
import { SubmitAnswerSchema, SubmitBodySchema } from '../submit-petition/schema.js';
import { TrackAnswerSchema } from '../track-petition/schema.js';
import { VerificationAnswerSchema } from '../verify-petition/schema.js';
import { HealthAnswerSchema } from './schema.js';
import { SEALED_OPERATIONS } from './sealed-operations.js';

/** What the published description says of one route of the API. Pages (`/t/…`, `/d/…`) are for people and not described. */
export interface Operation {
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Takes an `Idempotency-Key`. */
  isIdempotent?: true;
  status: '200' | '202';
  /** A document that is downloaded, by its media type, has no schema. */
  answer: z.ZodType | 'application/pdf';
  /** Statuses of the problems that it may answer with, besides 500 and 503. */
  problems: readonly number[];
}

export type ApiRoute = Exclude<
  RouteKey,
  `${string} /t/${string}` | `${string} /d/${string}` | 'GET /api/openapi.json'
>;

/** The resident's word; the body proves with the receipt's secret whose it is. */
const heard = (summary: string, body: z.ZodType): Operation => ({
  summary,
  body,
  isIdempotent: true,
  status: '200',
  answer: HeardAnswerSchema,
  problems: [404, 409, 413, 415, 422],
});

export const OPERATIONS: Record<ApiRoute, Operation> = {
  'POST /api/petitions': {
    summary: 'Hand in a petition',
    body: SubmitBodySchema,
    isIdempotent: true,
    status: '202',
    answer: SubmitAnswerSchema,
    problems: [413, 415, 422],
  },
  'GET /api/petitions/{code}': {
    summary: 'Follow a petition by its code',
    status: '200',
    answer: TrackAnswerSchema,
    problems: [404],
  },
  'POST /api/petitions/{code}/answers': heard(
    "Answer the unit's question, or add something",
    AnswerBodySchema,
  ),
  'POST /api/petitions/{code}/feedback': heard('Say whether the answer settles it', FeedbackBodySchema),
  'POST /api/petitions/{code}/withdrawal': heard('Withdraw a petition', WithdrawalBodySchema),
  'POST /api/petitions/{code}/signed-file': {
    summary: 'Download the signed document of the answer',
    body: SignedFileBodySchema,
    status: '200',
    answer: 'application/pdf',
    problems: [404, 413, 415, 422],
  },
  'GET /api/categories': {
    summary: 'Categories and their questions',
    status: '200',
    answer: CategoriesAnswerSchema,
    problems: [],
  },
  'GET /api/units': {
    summary: 'Find wards and communes by name',
    query: SearchUnitsQuerySchema,
    status: '200',
    answer: UnitsAnswerSchema,
    problems: [422],
  },
  'GET /api/jurisdiction': {
    summary: 'Who is competent and why, or what is missing to say so',
    query: JurisdictionQuerySchema,
    status: '200',
    answer: DecidedSchema.or(MissingSchema),
    problems: [422],
  },
  'GET /api/audit/petitions': {
    summary: 'List petitions',
    query: ListPetitionsQuerySchema,
    status: '200',
    answer: PetitionListAnswerSchema,
    problems: [401, 403, 422],
  },
  'GET /api/audit/holdings': {
    summary: 'What an agency held at an instant',
    query: ListHoldingsQuerySchema,
    status: '200',
    answer: HoldingsAnswerSchema,
    problems: [401, 403, 422],
  },
  'GET /api/audit/petitions/{id}': {
    summary: 'The record of a petition',
    query: ShowPetitionQuerySchema,
    status: '200',
    answer: PetitionAnswerSchema,
    problems: [401, 403, 404, 422],
  },
  'GET /api/audit/petitions/{id}/verification': {
    summary: 'Whether history and record are what was sealed',
    status: '200',
    answer: VerificationAnswerSchema,
    problems: [401, 403, 404],
  },
  'GET /api/audit/petitions/{id}/history': {
    summary: 'The sealed history of a petition',
    status: '200',
    answer: HistoryAnswerSchema,
    problems: [401, 403, 404],
  },
  'POST /api/operator/petitions': {
    summary: 'Enter a petition that reached the desk',
    body: EnterBodySchema,
    isIdempotent: true,
    status: '202',
    answer: SubmitAnswerSchema,
    problems: [401, 403, 413, 415, 422],
  },
  'POST /api/meetings': {
    summary: 'Record a meeting with the petitions handed in there, or with none',
    body: MeetingBodySchema,
    isIdempotent: true,
    status: '202',
    answer: MeetingReceiptSchema,
    problems: [401, 403, 413, 415, 422],
  },
  'GET /api/audit/meetings': {
    summary: 'List meetings by the day on which they were held',
    query: ListMeetingsQuerySchema,
    status: '200',
    answer: MeetingListAnswerSchema,
    problems: [401, 403, 422],
  },
  'GET /api/audit/meetings/{id}': {
    summary: 'The minutes of a meeting: its petitions as they stand',
    status: '200',
    answer: MinutesSchema,
    problems: [401, 403, 404],
  },
  'GET /api/operator/notices': {
    summary: 'Notices to be phoned or printed',
    query: ListNoticesQuerySchema,
    status: '200',
    answer: NoticesAnswerSchema,
    problems: [401, 403, 422],
  },
  'POST /api/operator/notices/{petitionId}/{id}/delivery': {
    summary: 'A notice has reached its person',
    body: DeliveryBodySchema,
    status: '200',
    answer: DeliveryAnswerSchema,
    problems: [401, 403, 404, 409, 413, 415, 422],
  },
  'GET /api/operator/notices/{petitionId}/{id}/letter': {
    summary: 'A notice to a resident as a letter to print',
    status: '200',
    answer: LetterSchema,
    problems: [401, 403, 404, 409],
  },
  'GET /api/operator/petitions/{code}/duplicates': {
    summary: 'Petitions of the same ward that may say the same',
    status: '200',
    answer: DuplicatesAnswerSchema,
    problems: [401, 403, 404],
  },
  'POST /api/operator/searches': {
    summary: 'Petitions of a person who has lost the code; each search is on record',
    body: SearchBodySchema,
    status: '200',
    answer: SearchAnswerSchema,
    problems: [401, 403, 413, 415, 422, 429],
  },
  'POST /api/operator/petitions/{id}/receipts': {
    summary: 'Hand out a new receipt, which voids those before it',
    body: RecoveryBodySchema,
    isIdempotent: true,
    status: '200',
    answer: NewReceiptSchema,
    problems: [401, 403, 404, 409, 413, 415, 422, 429],
  },
  'POST /api/gateway/receipts': {
    summary: 'For the gateway: what became of a message (docs/gateway.md)',
    body: MessageReceiptBodySchema,
    status: '202',
    answer: MessageReceiptAnswerSchema,
    problems: [401, 404, 413, 415, 422],
  },
  ...SEALED_OPERATIONS,
  'GET /api/health': { summary: 'Is it up', status: '200', answer: HealthAnswerSchema, problems: [] },
};
