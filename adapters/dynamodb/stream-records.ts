import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import type { NoticeRef } from '../../core/ports/notices.js';
import type { Instant } from '../../core/time.js';
import { PREFIX } from './layout.js';
import { parseItem } from './parse-item.js';

/** What a record of the petitions' stream says, as far as anybody acts on it. */
export type TableChange =
  | { kind: 'event'; petitionId: string; seq: number }
  | { kind: 'notice'; ref: NoticeRef; sendAfter: Instant }
  /** Somebody changed or removed an entry of a history: an alarm, never an act of the application. */
  | { kind: 'tampering'; petitionId: string }
  | { kind: 'other' };

const KeySchema = z.object({ pk: z.string(), sk: z.string() });

const RecordSchema = z.object({
  eventName: z.enum(['INSERT', 'MODIFY', 'REMOVE']),
  dynamodb: z.object({
    Keys: z.record(z.string(), z.unknown()),
    NewImage: z.record(z.string(), z.unknown()).optional(),
  }),
});

const NoticeImageSchema = z.object({ petitionId: z.string(), id: z.string(), sendAfter: z.string() });

type Marshalled = Record<string, AttributeValue>;

/** Reads a record of a DynamoDB stream event. @throws UnreadableItemError. */
export const parseStreamRecord = (raw: unknown): TableChange => {
  const record = parseItem(RecordSchema, raw, 'stream record');
  const { pk, sk } = parseItem(KeySchema, unmarshall(record.dynamodb.Keys as Marshalled), 'stream record');
  const isNew = record.eventName === 'INSERT';
  if (pk.startsWith(PREFIX.history)) {
    const petitionId = pk.slice(PREFIX.history.length);
    if (!isNew) return { kind: 'tampering', petitionId };
    return { kind: 'event', petitionId, seq: Number(sk.slice(PREFIX.event.length)) };
  }
  if (isNew && sk.startsWith(PREFIX.notice)) {
    const image = unmarshall((record.dynamodb.NewImage ?? {}) as Marshalled);
    const { petitionId, id, sendAfter } = parseItem(NoticeImageSchema, image, 'stream record');
    return { kind: 'notice', ref: { petitionId, id }, sendAfter };
  }
  return { kind: 'other' };
};
