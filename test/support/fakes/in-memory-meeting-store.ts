import { keys, monthsBetweenDays } from '../../../adapters/dynamodb/keys.js';
import {
  meetingBounds,
  meetingMonth,
  parseMeetingItem,
  parseMeetingSummary,
  toMeetingItem,
} from '../../../adapters/dynamodb/meeting-item.js';
import { TransientError } from '../../../core/errors.js';
import type { Meeting, MeetingSummary } from '../../../core/meetings/meeting.js';
import type { MeetingOutcome, MeetingPeriod, MeetingStore } from '../../../core/ports/meetings.js';
import type { IntakeKey } from '../../../core/ports/petition-store.js';
import { type InMemoryDatabase, putNew } from './in-memory-database.js';

export class InMemoryMeetingStore implements MeetingStore {
  constructor(private readonly database: InMemoryDatabase) {}

  async create(meeting: Meeting, { key, fingerprint }: IntakeKey): Promise<MeetingOutcome> {
    const failed = this.database.transact([
      putNew('key', 'Petitions', { ...keys.intake(key), meetingId: meeting.id, fingerprint }),
      putNew('meeting', 'Petitions', toMeetingItem(meeting)),
    ]);
    if (failed.size === 0) return { kind: 'created' };
    const used = await this.used({ key, fingerprint });
    if (used === null) throw new TransientError('The table is busy.');
    return used;
  }

  async used(key: IntakeKey): Promise<Exclude<MeetingOutcome, { kind: 'created' }> | null> {
    const item = this.database.get('Petitions', keys.intake(key.key));
    if (item === undefined) return null;
    if (item['fingerprint'] !== key.fingerprint) return { kind: 'mismatch' };
    const meeting = await this.load(String(item['meetingId']));
    return meeting && { kind: 'repeated', meeting };
  }

  load(meetingId: string): Promise<Meeting | null> {
    const item = this.database.get('Petitions', keys.meeting(meetingId));
    return Promise.resolve(item === undefined ? null : parseMeetingItem(item));
  }

  finish(meeting: Meeting): Promise<void> {
    this.database.write({
      table: 'Petitions',
      key: keys.meeting(meeting.id),
      check: (item) => item !== undefined && parseMeetingItem(item).status === 'IMPORTING',
      apply: () => toMeetingItem({ ...meeting, status: 'RECORDED' }),
    });
    return Promise.resolve();
  }

  list(period: MeetingPeriod): Promise<MeetingSummary[]> {
    const { from, to } = meetingBounds(period);
    const months = monthsBetweenDays(period.from, period.to);
    return Promise.resolve(
      months
        .flatMap((month) => this.database.index('byReceived', meetingMonth(period.provinceId, month)))
        .filter(({ receivedKey }) => from <= String(receivedKey) && String(receivedKey) <= to)
        .map(parseMeetingSummary),
    );
  }
}
