import { describe, expect, it } from 'vitest';
import { firstWrites, laterWrites } from '../../../../adapters/dynamodb/petition-writes.js';
import { aFirstChange, aNextChange, aNotice } from '../../../support/builders/change-builder.js';
import { aPetition, routed } from '../../../support/builders/petition-builder.js';

const names = { petitions: 'Petitions', residents: 'Residents', residentKeys: 'ResidentKeys' };
const before = aPetition();
const GRACE = '2025-03-03T02:00:00.000Z';

const addressOf = ({ item }: ReturnType<typeof laterWrites>[number]): string => {
  const write = item.Put ?? item.Update ?? item.ConditionCheck;
  const key = item.Put?.Item ?? (item.Update ?? item.ConditionCheck)?.Key;
  return JSON.stringify([write?.TableName, key?.['pk'], key?.['sk']]);
};
const addressesOf = (steps: ReturnType<typeof laterWrites>): string[] => steps.map(addressOf);

describe('writes of a change', () => {
  it('guards every new item of a first commit against overwriting', () => {
    const { change, intake } = aFirstChange();
    const steps = firstWrites(names, change, intake);
    expect(addressesOf(steps)).toHaveLength(9);
    expect(steps.every(({ item }) => item.Put?.ConditionExpression === 'attribute_not_exists(pk)')).toBe(
      true,
    );
  });

  it.each([
    { fence: null, wake: null, operation: undefined },
    { fence: { thread: 'lead', run: 1 }, wake: null, operation: 'ConditionCheck' },
    { fence: null, wake: { graceUntil: GRACE }, operation: 'Update' },
    { fence: { thread: 'lead', run: 1 }, wake: { graceUntil: GRACE }, operation: 'Update' },
  ])('touches the thread at most once (fence $fence, wake $wake)', ({ fence, wake, operation }) => {
    const steps = laterWrites(names, aNextChange(before, routed(), { fence, wake }));
    const threads = steps.filter((step) => step.name === 'thread');
    expect(threads.flatMap(({ item }) => Object.keys(item))).toEqual(
      operation === undefined ? [] : [operation],
    );
  });

  it('touches no item twice', () => {
    const change = aNextChange(before, routed(), {
      fence: { thread: 'lead', run: 1 },
      wake: { graceUntil: GRACE },
      notices: [
        aNotice({ petitionId: before.id, id: '000002-0' }),
        aNotice({ petitionId: before.id, id: '000002-1' }),
      ],
      sealed: { document: 'jwe', wrappedKey: null },
      receipt: { petitionId: before.id, nonce: 'n', fingerprint: 'f', seq: 2 },
    });
    const addresses = addressesOf(laterWrites(names, change));
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses).toHaveLength(7);
  });

  it('puts texts into the vault only', () => {
    const { change, intake } = aFirstChange();
    const tables = firstWrites(names, change, intake)
      .filter(
        ({ item }) => JSON.stringify(item).includes('jwe-1-1') || JSON.stringify(item).includes('key-1'),
      )
      .filter(({ item }) => !JSON.stringify(item).includes('IDEM#'))
      .map(({ item }) => item.Put?.TableName);
    expect(tables).toEqual(['Residents', 'ResidentKeys']);
  });

  it('refuses a later change without the record before it', () => {
    expect(() => laterWrites(names, aFirstChange().change)).toThrow(TypeError);
  });
});
