import { CountQuerySchema, DenunciationCountsSchema } from '../count-denunciations/schema.js';
import { DenunciationEntrySchema } from '../enter-denunciation/schema.js';
import {
  ListSealedQuerySchema,
  SealedHistorySchema,
  SealedItemSchema,
  SealedListSchema,
} from '../list-sealed/schema.js';
import { ClosureBodySchema, HandOverBodySchema } from '../settle-sealed/schema.js';
import { LaneAnswerSchema, LaneQuerySchema } from '../show-sealed-lane/schema.js';
import { DenunciationBodySchema, DenunciationReceiptSchema } from '../submit-denunciation/schema.js';
import { DenunciationStatusSchema } from '../track-denunciation/schema.js';
import { UnsealBodySchema, UnsealedSchema } from '../unseal-file/schema.js';

/** The sealed lane's part of the published description. */
export const SEALED_OPERATIONS = {
  'GET /api/sealed-lane': {
    summary: 'Where denunciations are taken electronically, and on what terms',
    query: LaneQuerySchema,
    status: '200',
    answer: LaneAnswerSchema,
    problems: [422],
  },
  'POST /api/denunciations': {
    summary: 'Hand in a denunciation, where the province takes any; otherwise nothing is kept',
    body: DenunciationBodySchema,
    isIdempotent: true,
    status: '202',
    answer: DenunciationReceiptSchema,
    problems: [413, 415, 422],
  },
  'GET /api/denunciations/{code}': {
    summary: 'How far a denunciation has come',
    status: '200',
    answer: DenunciationStatusSchema,
    problems: [404],
  },
  'GET /api/audit/denunciations': {
    summary: 'How many denunciations a province has had, by quarter; small numbers are hidden',
    query: CountQuerySchema,
    status: '200',
    answer: DenunciationCountsSchema,
    problems: [401, 403, 422],
  },
  'GET /api/sealed': {
    summary: "Denunciations of the officer's body, sealed",
    query: ListSealedQuerySchema,
    status: '200',
    answer: SealedListSchema,
    problems: [401, 403, 404, 422],
  },
  'POST /api/sealed': {
    summary: 'Enter a denunciation that was handed in on paper; goes sealed to the competent body',
    body: DenunciationEntrySchema,
    isIdempotent: true,
    status: '202',
    answer: DenunciationReceiptSchema,
    problems: [401, 403, 404, 413, 415, 422],
  },
  'GET /api/sealed/{id}': {
    summary: 'The history of a denunciation, each unsealing included',
    status: '200',
    answer: SealedHistorySchema,
    problems: [401, 403, 404],
  },
  'POST /api/sealed/{id}/unseal': {
    summary: 'See identity and text; recorded before it is shown',
    body: UnsealBodySchema,
    status: '200',
    answer: UnsealedSchema,
    problems: [401, 403, 404, 413, 415, 422, 429],
  },
  'POST /api/sealed/{id}/hand-over': {
    summary: 'The denunciation has entered the procedure of the law',
    body: HandOverBodySchema,
    status: '200',
    answer: SealedItemSchema,
    problems: [401, 403, 404, 409, 413, 415, 422],
  },
  'POST /api/sealed/{id}/closure': {
    summary: 'The denunciation is over',
    body: ClosureBodySchema,
    status: '200',
    answer: SealedItemSchema,
    problems: [401, 403, 404, 409, 413, 415, 422],
  },
} as const;
