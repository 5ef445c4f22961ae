import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { TransientError } from '../../core/errors.js';
import type { Meeting, MeetingSummary } from '../../core/meetings/meeting.js';
import type { MeetingOutcome, MeetingPeriod, MeetingStore } from '../../core/ports/meetings.js';
import type { IntakeKey } from '../../core/ports/petition-store.js';
import { type ItemKey, keys, monthsBetweenDays } from './keys.js';
import {
  meetingBounds,
  meetingMonth,
  parseMeetingItem,
  parseMeetingSummary,
  toMeetingItem,
} from './meeting-item.js';
import type { PetitionsTable } from './tables.js';
import { transact } from './transaction.js';
import { parseItem } from './parse-item.js';

const UsedSchema = z.object({ meetingId: z.string(), fingerprint: z.string() });

/** Meetings in the table of petitions. */
export class DynamoMeetingStore implements MeetingStore {
  readonly #table: PetitionsTable;

  constructor(table: PetitionsTable) {
    this.#table = table;
  }

  async create(meeting: Meeting, key: IntakeKey): Promise<MeetingOutcome> {
    const idempotency = { ...keys.intake(key.key), meetingId: meeting.id, fingerprint: key.fingerprint };
    const put = (name: 'key' | 'meeting', Item: Record<string, unknown>) => ({
      name,
      item: {
        Put: {
          TableName: this.#table.petitions,
          Item,
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    });
    const outcome = await transact(this.#table.client, [
      put('key', idempotency),
      put('meeting', toMeetingItem(meeting)),
    ]);
    if (outcome.kind === 'written') return { kind: 'created' };
    const used = await this.used(key);
    if (used === null) throw new TransientError('The table is busy.');
    return used;
  }

  async used(key: IntakeKey): Promise<Exclude<MeetingOutcome, { kind: 'created' }> | null> {
    const item = await this.#read(keys.intake(key.key));
    if (item === undefined) return null;
    const { meetingId, fingerprint } = parseItem(UsedSchema, item, 'IDEM');
    if (fingerprint !== key.fingerprint) return { kind: 'mismatch' };
    const meeting = await this.load(meetingId);
    return meeting && { kind: 'repeated', meeting };
  }

  async load(meetingId: string): Promise<Meeting | null> {
    const item = await this.#read(keys.meeting(meetingId));
    return item === undefined ? null : parseMeetingItem(item);
  }

  async finish(meeting: Meeting): Promise<void> {
    const command = new PutCommand({
      TableName: this.#table.petitions,
      Item: toMeetingItem({ ...meeting, status: 'RECORDED' }),
      ConditionExpression: '#summary.#status = :importing',
      ExpressionAttributeNames: { '#summary': 'summary', '#status': 'status' },
      ExpressionAttributeValues: { ':importing': 'IMPORTING' },
    });
    await this.#table.client.send(command).catch((error: unknown) => {
      // A repetition of the request has been quicker.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
  }

  async list(period: MeetingPeriod): Promise<MeetingSummary[]> {
    const bounds = meetingBounds(period);
    const meetings: MeetingSummary[] = [];
    for (const month of monthsBetweenDays(period.from, period.to)) {
      const pages = paginateQuery(
        { client: this.#table.client },
        {
          TableName: this.#table.petitions,
          IndexName: 'byReceived',
          KeyConditionExpression: 'receivedMonth = :month AND receivedKey BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':month': meetingMonth(period.provinceId, month),
            ':from': bounds.from,
            ':to': bounds.to,
          },
        },
      );
      for await (const page of pages) meetings.push(...(page.Items ?? []).map(parseMeetingSummary));
    }
    return meetings;
  }

  async #read(key: ItemKey): Promise<Record<string, unknown> | undefined> {
    const command = new GetCommand({ TableName: this.#table.petitions, Key: key, ConsistentRead: true });
    return (await this.#table.client.send(command)).Item;
  }
}
