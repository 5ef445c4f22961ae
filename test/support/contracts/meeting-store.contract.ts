import { describe, expect, it } from 'vitest';
import type { Meeting } from '../../../core/meetings/meeting.js';
import type { MeetingStore } from '../../../core/ports/meetings.js';
import { petitionIdNo } from '../builders/petition-builder.js';

/** What every store of meetings must keep. */
export const meetingStoreContract = (meetings: () => MeetingStore, numbers: { from: number }): void => {
  let n = numbers.from;
  const aMeeting = (overrides: Partial<Meeting> = {}): Meeting => ({
    id: petitionIdNo(++n),
    kind: 'PEOPLE_CONFERENCE',
    provinceId: 'm-province',
    unitId: 'w:26761@0',
    heldOn: '2022-04-15',
    receivedBy: null,
    items: 2,
    status: 'IMPORTING',
    enteredBy: 'user-1',
    enteredAt: '2022-04-15T03:00:00.000Z',
    itemKeys: ['khoa-1', 'khoa-2'],
    ...overrides,
  });
  const aKey = () => ({ key: `meeting-key-${++n}`, fingerprint: 'noi-dung' });

  describe('meetings', () => {
    it('keeps a meeting and finds it by its id and its key', async () => {
      const meeting = aMeeting();
      const key = aKey();
      expect(await meetings().used(key)).toBeNull();
      expect(await meetings().create(meeting, key)).toEqual({ kind: 'created' });
      expect(await meetings().load(meeting.id)).toEqual(meeting);
      expect(await meetings().used(key)).toEqual({ kind: 'repeated', meeting });
    });

    it('gives the first meeting of a key, and says when the body is another', async () => {
      const first = aMeeting();
      const key = aKey();
      await meetings().create(first, key);
      const second = aMeeting();
      expect(await meetings().create(second, key)).toEqual({ kind: 'repeated', meeting: first });
      expect(await meetings().load(second.id)).toBeNull();
      const other = { ...key, fingerprint: 'khac' };
      expect(await meetings().create(second, other)).toEqual({ kind: 'mismatch' });
      expect(await meetings().used(other)).toEqual({ kind: 'mismatch' });
    });

    it('finishes it, once or again', async () => {
      const meeting = aMeeting();
      await meetings().create(meeting, aKey());
      await meetings().finish(meeting);
      await meetings().finish(meeting);
      expect(await meetings().load(meeting.id)).toEqual({ ...meeting, status: 'RECORDED' });
    });

    it('does not make one by finishing it', async () => {
      const meeting = aMeeting();
      await meetings().finish(meeting);
      expect(await meetings().load(meeting.id)).toBeNull();
    });

    it('lists those of a province by their days, over months, without the keys of their items', async () => {
      const provinceId = 'm-list';
      const held = async (heldOn: string, more: Partial<Meeting> = {}) => {
        const meeting = aMeeting({ provinceId, heldOn, ...more });
        await meetings().create(meeting, aKey());
        return meeting;
      };
      const may = await held('2022-05-01');
      const april = await held('2022-04-30', { items: 0, itemKeys: [] });
      await held('2022-04-29');
      await held('2022-05-02');
      await held('2022-04-30', { provinceId: 'm-elsewhere' });
      const found = await meetings().list({ provinceId, from: '2022-04-30', to: '2022-05-01' });
      expect(found.map(({ id }) => id)).toEqual([april.id, may.id]);
      expect(found[0]).not.toHaveProperty('itemKeys');
      expect(await meetings().list({ provinceId, from: '2022-05-02', to: '2022-05-01' })).toEqual([]);
    });
  });
};
