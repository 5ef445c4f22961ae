import { describe, expect, it } from 'vitest';
import { parseStreamRecord } from '../../../../adapters/dynamodb/stream-records.js';
import { keys } from '../../../../adapters/dynamodb/keys.js';
import { UnreadableItemError } from '../../../../core/unreadable-item-error.js';
import { aFirstChange } from '../../../support/builders/change-builder.js';
import { createFakeAdapters } from '../../../support/fakes/fake-adapters.js';

const submitted = async () => {
  const fakes = createFakeAdapters();
  const { change, intake } = aFirstChange();
  await fakes.store.create(change, intake);
  return { ...fakes, petitionId: change.after.id, sendAfter: change.after.receivedAt };
};

describe('records of the stream', () => {
  it('say which event and which notice are new; everything else concerns nobody', async () => {
    const { database, petitionId, sendAfter } = await submitted();
    const changes = database.records.map(parseStreamRecord);
    expect(changes.filter((change) => change.kind !== 'other')).toEqual([
      { kind: 'event', petitionId, seq: 1 },
      { kind: 'notice', ref: { petitionId, id: '000001-0' }, sendAfter },
    ]);
    expect(changes.length).toBeGreaterThan(2);
  });

  it('do not announce a notice again when it changes', async () => {
    const { database, notices, petitionId, sendAfter } = await submitted();
    await notices.claim(
      { petitionId, id: '000001-0' },
      { now: sendAfter, leaseUntil: '2025-03-04T00:00:00.000Z' },
    );
    expect(parseStreamRecord(database.records.at(-1))).toEqual({ kind: 'other' });
  });

  it.each(['changed', 'removed'])('show that an entry of a history was %s', async (what) => {
    const { database, petitionId } = await submitted();
    const key = keys.event(petitionId, 1);
    database.write({
      table: 'Petitions',
      key,
      apply: () => (what === 'removed' ? undefined : { ...key, event: {} }),
    });
    expect(parseStreamRecord(database.records.at(-1))).toEqual({ kind: 'tampering', petitionId });
  });

  it('that are none are an error', () => {
    expect(() => parseStreamRecord({ eventName: 'INSERT', dynamodb: { Keys: {} } })).toThrow(
      UnreadableItemError,
    );
    expect(() => parseStreamRecord(null)).toThrow(UnreadableItemError);
  });
});
