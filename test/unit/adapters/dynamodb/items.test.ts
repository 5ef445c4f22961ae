import { describe, expect, it } from 'vitest';
import { parseEventItem, toEventItem } from '../../../../adapters/dynamodb/event-item.js';
import { monthPartition, monthsBetween } from '../../../../adapters/dynamodb/keys.js';
import { newNotice, parseNoticeItem, toNoticeItem } from '../../../../adapters/dynamodb/notice-item.js';
import { parsePetitionItem, toPetitionItem } from '../../../../adapters/dynamodb/petition-item.js';
import { parseThreadItem } from '../../../../adapters/dynamodb/thread-item.js';
import { UnreadableItemError } from '../../../../core/unreadable-item-error.js';
import { NOTICE_KINDS } from '../../../../core/petition/notice-kinds.js';
import {
  aFirstEvent,
  aPetition,
  closed,
  petitionIdNo,
  resolved,
  routed,
} from '../../../support/builders/petition-builder.js';

const id = petitionIdNo(1);

describe('index keys of a record', () => {
  it('stand for receipt and ward from the first commit on, for a holder once there is one', () => {
    expect(toPetitionItem(aPetition({ at: '2025-03-31T17:00:00.000Z' }))).toMatchObject({
      receivedMonth: 'hcm#2025-04',
      receivedKey: `2025-03-31T17:00:00.000Z#${id}`,
      unitId: 'phuong-thoi-an',
    });
    expect(toPetitionItem(aPetition())).not.toHaveProperty('holderId');
    expect(toPetitionItem(aPetition({}, routed()))).toMatchObject({
      holderId: 'ubnd-phuong-thoi-an',
      holderKey: `OPEN#2025-03-13T01:30:00.000Z#${id}`,
    });
  });

  it('leave the holder when the petition is closed', () => {
    const item = toPetitionItem(aPetition({}, routed(), resolved(), closed()));
    expect(item).not.toHaveProperty('holderId');
    expect(item).not.toHaveProperty('holderKey');
    expect(item).toMatchObject({ closedMonth: 'hcm#2025-03', closedKey: `2025-03-03T01:33:00.000Z#${id}` });
  });

  it('leave out the ward while the place is undecided', () => {
    expect(
      toPetitionItem(aPetition({ data: { unitId: null, placeIssue: 'near-border' } })),
    ).not.toHaveProperty('unitId');
  });
});

describe('months of a period', () => {
  it.each([
    ['2025-02-28T16:59:59.999Z', '2025-02-28T17:00:00.000Z', ['2025-02']],
    ['2025-02-28T16:59:59.999Z', '2025-02-28T17:00:00.001Z', ['2025-02', '2025-03']],
    ['2024-11-15T00:00:00.000Z', '2025-02-15T00:00:00.000Z', ['2024-11', '2024-12', '2025-01', '2025-02']],
    ['2025-02-15T00:00:00.000Z', '2025-02-15T00:00:00.000Z', []],
  ])('from %s to %s', (from, to, months) => {
    expect(monthsBetween(from, to)).toEqual(months);
  });

  it('switch at midnight in Việt Nam', () => {
    expect(monthPartition('hcm', '2025-06-30T16:59:59.999Z')).toBe('hcm#2025-06');
    expect(monthPartition('hcm', '2025-06-30T17:00:00.000Z')).toBe('hcm#2025-07');
  });
});

describe('a promised message', () => {
  it.each(NOTICE_KINDS)('%s can be read back', (kind) => {
    const to = { kind: 'resident' } as const;
    const promised = {
      ...{ petitionId: id, id: '000002-0', provinceId: 'hcm', taskNo: null, seq: 2 },
      kind,
      to,
    };
    const notice = newNotice({ ...promised, sendAfter: '2025-03-31T17:00:00.000Z' });
    expect(parseNoticeItem(toNoticeItem(notice))).toEqual(notice);
  });
});

describe('unreadable items', () => {
  it('are an error that names the place and not the content', () => {
    const item = { ...toPetitionItem(aPetition()), petition: { ...aPetition(), status: 'SECRET' } };
    expect(() => parsePetitionItem(item)).toThrow(UnreadableItemError);
    expect(() => parsePetitionItem(item)).toThrow(/META: \/petition\/status/);
    expect(() => parsePetitionItem(item)).not.toThrow(/SECRET/);
  });

  it('are an error also for an unknown field, event type or missing item', () => {
    expect(() =>
      parsePetitionItem({ ...toPetitionItem(aPetition()), petition: { ...aPetition(), more: 1 } }),
    ).toThrow(UnreadableItemError);
    const event = { ...aFirstEvent(), type: 'PetitionTeleported' };
    expect(() => parseEventItem({ ...toEventItem(aFirstEvent()), event })).toThrow(UnreadableItemError);
    expect(() => parseThreadItem(undefined)).toThrow(UnreadableItemError);
  });
});
