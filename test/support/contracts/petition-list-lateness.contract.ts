import { describe, expect, it } from 'vitest';
import type { Happening } from '../../../core/events.js';
import type { PetitionQuery } from '../../../core/ports/audit.js';
import { aDeadline, closed, resolved, routed } from '../builders/petition-builder.js';
import { listKit, NOW, promised, transferData, type ListUnderTest } from './list-kit.js';

/** What the list must keep of lateness and of what happened on the way. */
export const listLatenessContract = (under: () => ListUnderTest, numbers: { from: number }): void => {
  const { given, pages, idsOf, holder } = listKit(under, numbers);

  describe('by lateness', () => {
    const due = (provinceId: string, at: string | null) => ({ provinceId, promised: promised(at) });

    it('gives what runs in a province, first due first, and nothing that is over or has no date', async () => {
      const then = [{ happening: routed() }];
      const second = await given({ data: due('l-running', '2025-03-21T10:00:00.000Z'), then });
      const first = await given({ data: due('l-running', '2025-03-05T10:00:00.000Z'), then });
      await given({ data: due('l-running', null), then });
      await given({
        data: due('l-running', '2025-03-04T10:00:00.000Z'),
        then: [...then, { happening: resolved() }],
      });
      await given({ data: due('l-elsewhere', '2025-03-04T10:00:00.000Z'), then });
      const by = { kind: 'running' as const, provinceId: 'l-running' };
      expect(await idsOf({ by, where: {} })).toEqual([first, second]);
      const [late] = await pages({ by, where: { late: true } }, 10);
      expect(late).toMatchObject([{ id: first, late: true, daysLate: 14 }]);
    });

    it('gives what was decided late in a month, by how much, and what was in time not at all', async () => {
      const decided = (at: string) => [
        { happening: routed(), at: '2025-03-03T02:00:00.000Z' },
        { happening: resolved(), at },
      ];
      const data = due('l-late', '2025-03-05T10:00:00.000Z');
      const most = await given({ data, then: decided('2025-03-29T00:00:00.000Z') });
      const least = await given({ data, then: decided('2025-03-06T00:00:00.000Z') });
      await given({ data, then: decided('2025-03-05T10:00:00.000Z') });
      const april = await given({ data, then: decided('2025-03-31T17:00:00.000Z') });
      const by = { kind: 'decided-late' as const, provinceId: 'l-late', month: '2025-03' };
      expect(await idsOf({ by, where: {} })).toEqual([least, most]);
      expect(await idsOf({ by, where: {}, descending: true })).toEqual([most, least]);
      expect(await idsOf({ by, where: { lateDays: 23 } })).toEqual([most]);
      expect(await idsOf({ by, where: { lateDays: 24 } })).toEqual([]);
      expect(await idsOf({ by: { ...by, month: '2025-04' }, where: {} })).toEqual([april]);
    });
  });

  describe('what happened on the way', () => {
    it('narrows by former holder, tier, transfers, escalation, lane and provisional date', async () => {
      const data = { unitId: 'l-way' };
      const by = { kind: 'unit' as const, unitId: 'l-way' };
      const moved = { type: 'PetitionTransferred', data: transferData(holder('pqldt-8')) } as Happening;
      const escalated = {
        type: 'PetitionEscalated',
        data: { ...routed(holder('ubnd-8')).data, taskNo: 1, lateSince: NOW },
      } as unknown as Happening;
      const plain = await given({ data, then: [{ happening: routed(holder('pqldt-7')) }] });
      const onward = await given({
        data: {
          ...data,
          promised: { ...promised(null), resolveBy: { ...aDeadline(NOW), provisional: true } },
        },
        then: [{ happening: routed(holder('pqldt-7')) }, { happening: moved }],
      });
      const up = await given({
        data,
        then: [{ happening: routed(holder('pqldt-9')) }, { happening: escalated }],
      });
      const party = await given({ data: { ...data, lane: 'party' } });
      const found = (where: PetitionQuery['where']) => idsOf({ by, where });
      expect(await found({ formerHolderId: 'pqldt-7' })).toEqual([onward]);
      const gone = await given({
        data,
        then: [{ happening: routed(holder('pqldt-6')) }, { happening: resolved() }, { happening: closed() }],
      });
      expect(await found({ formerHolderId: 'pqldt-6' })).toEqual([gone]);
      expect(await found({ formerHolderId: 'pqldt-8' })).toEqual([]);
      expect(await found({ transfersOver: 0 })).toEqual([onward]);
      expect(await found({ transfersOver: 1 })).toEqual([]);
      expect(await found({ isEscalated: true })).toEqual([up]);
      expect(await found({ isEscalated: false })).toEqual([plain, onward, party, gone]);
      expect(await found({ tier: 'huyen' })).toEqual([plain, onward, up, gone]);
      expect(await found({ lane: 'party' })).toEqual([party]);
      expect(await found({ isProvisional: true })).toEqual([onward]);
      expect(await found({ isReopened: true })).toEqual([]);
      expect(await found({ isUndelivered: true })).toEqual([]);
    });

    it('keeps a period that the list is not read by', async () => {
      const data = { unitId: 'l-both' };
      const one = await given({
        ...{ at: '2025-03-01T00:00:00.000Z', data },
        then: [
          { happening: routed() },
          { happening: resolved() },
          { happening: closed(), at: '2025-03-09T00:00:00.000Z' },
        ],
      });
      await given({ at: '2025-03-01T00:00:00.000Z', data });
      const by = { kind: 'unit' as const, unitId: 'l-both' };
      const period = { from: '2025-03-09T00:00:00.000Z', to: '2025-03-09T00:00:00.001Z' };
      expect(await idsOf({ by, where: { closed: period } })).toEqual([one]);
      expect(await idsOf({ by, where: { closed: { ...period, from: period.to, to: NOW } } })).toEqual([]);
      expect(await idsOf({ by, where: { received: period } })).toEqual([]);
    });
  });
};
