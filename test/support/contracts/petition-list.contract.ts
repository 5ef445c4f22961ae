import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import { closed, resolved, routed } from '../builders/petition-builder.js';
import { listKit, NOW, promised, transferData, type ListUnderTest } from './list-kit.js';

/** What the auditors' list must keep. Each test uses a province, agency or ward of its own. */
export const petitionListContract = (under: () => ListUnderTest, numbers: { from: number }): void => {
  const { given, pages, idsOf, holder } = listKit(under, numbers);

  describe('by period', () => {
    it('gives what was received from the first instant on and before the last, over months, in order', async () => {
      const data = { provinceId: 'l-received' };
      await given({ at: '2025-01-31T16:59:59.999Z', data });
      const first = await given({ at: '2025-01-31T17:00:00.000Z', data });
      const third = await given({ at: '2025-03-31T16:59:59.999Z', data });
      const second = await given({ at: '2025-03-01T00:00:00.000Z', data });
      await given({ at: '2025-03-31T17:00:00.000Z', data });
      await given({ at: '2025-03-01T00:00:00.000Z', data: { provinceId: 'l-elsewhere' } });
      const by = {
        kind: 'received' as const,
        provinceId: 'l-received',
        from: '2025-01-31T17:00:00.000Z',
        to: '2025-03-31T17:00:00.000Z',
      };
      expect(await idsOf({ by, where: {} })).toEqual([first, second, third]);
      expect(await idsOf({ by, where: {}, descending: true })).toEqual([third, second, first]);
      expect(await idsOf({ by, where: {} }, 1)).toEqual([first, second, third]);
      expect(await idsOf({ by, where: {}, descending: true }, 1)).toEqual([third, second, first]);
    });

    it('gives what was closed by the day of closing', async () => {
      const data = { provinceId: 'l-closed' };
      const done = (at: string) => [
        { happening: routed(), at: '2025-02-28T03:00:00.000Z' },
        { happening: resolved(), at: '2025-02-28T04:00:00.000Z' },
        { happening: closed(), at },
      ];
      const at = '2025-02-28T02:00:00.000Z';
      const march = await given({ at, data, then: done('2025-03-05T00:00:00.000Z') });
      await given({ at, data, then: done('2025-04-05T00:00:00.000Z') });
      await given({ at, data });
      const by = {
        kind: 'closed' as const,
        provinceId: 'l-closed',
        from: '2025-02-28T17:00:00.000Z',
        to: '2025-03-31T17:00:00.000Z',
      };
      const [items] = await pages({ by, where: {} }, 10);
      expect(items).toMatchObject([
        {
          id: march,
          status: 'CLOSED',
          holder: null,
          decidedBy: { id: 'ubnd-phuong-thoi-an' },
          decidedAt: '2025-02-28T04:00:00.000Z',
          closedAt: '2025-03-05T00:00:00.000Z',
        },
      ]);
    });

    it('is empty for a period that is none', async () => {
      const day = '2025-03-01T00:00:00.000Z';
      const by = { kind: 'received' as const, provinceId: 'l-received', from: day, to: day };
      expect(await idsOf({ by, where: {} })).toEqual([]);
    });
  });

  describe('by holder', () => {
    it('gives what the agency holds now, first due first, the Party lane last', async () => {
      const then = (id: string) => [{ happening: routed(holder(id)) }];
      const data = (at: string | null) => ({ provinceId: 'l-holder', promised: promised(at) });
      const party = await given({ data: data(null), then: then('pqldt-12') });
      const late = await given({ data: data('2025-03-10T10:00:00.000Z'), then: then('pqldt-12') });
      const soon = await given({ data: data('2025-03-05T10:00:00.000Z'), then: then('pqldt-12') });
      await given({ data: data('2025-03-05T10:00:00.000Z'), then: then('pqldt-1') });
      const moved = { type: 'PetitionTransferred', data: transferData(holder('pqldt-1')) } as Happening;
      await given({ data: data(null), then: [...then('pqldt-12'), { happening: moved }] });
      const gone = [{ happening: resolved() }, { happening: closed() }];
      await given({ data: data(null), then: [...then('pqldt-12'), ...gone] });
      const by = { kind: 'holder' as const, agencyId: 'pqldt-12' };
      expect(await idsOf({ by, where: {} })).toEqual([soon, late, party]);
      expect(await idsOf({ by, where: {} }, 2)).toEqual([soon, late, party]);
    });

    it('gives, if so asked, only what the agency still owes a decision', async () => {
      const then = { happening: routed(holder('pqldt-3')) };
      const open = await given({ then: [then] });
      const decided = await given({ then: [then, { happening: resolved() }] });
      const by = { kind: 'holder' as const, agencyId: 'pqldt-3' };
      expect((await idsOf({ by, where: {} })).sort()).toEqual([open, decided].sort());
      expect(await idsOf({ by, where: { isHeld: true } }, 1)).toEqual([open]);
    });
  });

  describe('by ward', () => {
    it('gives all petitions of the ward, with or without a period', async () => {
      const data = { unitId: 'l-ward' };
      const first = await given({ at: '2025-01-05T00:00:00.000Z', data });
      const second = await given({ at: '2025-02-05T00:00:00.000Z', data });
      const by = { kind: 'unit' as const, unitId: 'l-ward' };
      expect(await idsOf({ by, where: {} })).toEqual([first, second]);
      expect(await idsOf({ by: { ...by, from: '2025-01-06T00:00:00.000Z' }, where: {} })).toEqual([second]);
      expect(await idsOf({ by: { ...by, to: '2025-02-05T00:00:00.000Z' }, where: {} })).toEqual([first]);
      const none = { ...by, from: '2025-02-05T00:00:00.000Z', to: '2025-01-05T00:00:00.000Z' };
      expect(await idsOf({ by: none, where: {} })).toEqual([]);
    });
  });

  describe('residual conditions', () => {
    const by = { kind: 'unit' as const, unitId: 'l-where' };

    it('narrows by state, category, holder and lateness as of now', async () => {
      const due = (at: string | null) => ({ unitId: 'l-where', promised: promised(at) });
      const late = await given({ data: due('2025-03-19T10:00:00.000Z') });
      const onTime = await given({
        data: { ...due('2025-03-19T10:00:00.000Z'), category: 'CSHT' },
        then: [{ happening: routed(holder('pqldt-3')) }, { happening: resolved() }],
      });
      const party = await given({ data: due(null) });
      expect(await idsOf({ by, where: { late: true } })).toEqual([late]);
      expect(await idsOf({ by, where: { late: false } })).toEqual([onTime, party]);
      expect(await idsOf({ by, where: { status: 'RESOLVED' } })).toEqual([onTime]);
      expect(await idsOf({ by, where: { category: 'CSHT' } })).toEqual([onTime]);
      expect(await idsOf({ by, where: { holderId: 'pqldt-3' } })).toEqual([onTime]);
      expect(await idsOf({ by, where: { unitId: 'l-where', late: true, category: 'CSHT' } })).toEqual([]);
    });
  });

  describe('pages', () => {
    const by = { kind: 'unit' as const, unitId: 'l-pages' };

    it('gives each petition once and no page after the last', async () => {
      const ids: string[] = [];
      for (let i = 0; i < 4; i++)
        ids.push(await given({ at: `2025-03-0${i + 1}T00:00:00.000Z`, data: { unitId: 'l-pages' } }));
      const read = await pages({ by, where: {} }, 2);
      expect(read.flat().map((item) => item.id)).toEqual(ids);
      expect(read.slice(0, 2).map((page) => page.length)).toEqual([2, 2]);
      const filtered = await pages({ by, where: { status: 'SUBMITTED' } }, 3);
      expect(filtered.flat().map((item) => item.id)).toEqual(ids);
    });

    it('refuses a cursor that was changed or belongs to another query', async () => {
      const { list } = under();
      const { next } = await list.list({ by, where: {} }, { now: NOW, limit: 1 });
      const position = JSON.parse(Buffer.from(next!, 'base64url').toString()) as {
        position: { after: object };
      };
      position.position.after = { ...position.position.after, petitionId: 'another' };
      const forged = Buffer.from(JSON.stringify(position)).toString('base64url');
      const refused = [
        list.list({ by, where: {} }, { now: NOW, limit: 1, cursor: forged }),
        list.list({ by, where: { late: true } }, { now: NOW, limit: 1, cursor: next! }),
        list.list(
          { by: { kind: 'holder', agencyId: 'x' }, where: {} },
          { now: NOW, limit: 1, cursor: next! },
        ),
        list.list({ by, where: {}, descending: true }, { now: NOW, limit: 1, cursor: next! }),
        list.list({ by, where: {} }, { now: NOW, limit: 1, cursor: 'not a cursor' }),
        list.list({ by, where: {} }, { now: NOW, limit: 1, cursor: 'x'.repeat(2_000) }),
      ];
      for (const attempt of refused) {
        const error: unknown = await attempt.catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(ValidationError);
        expect(error).toMatchObject({ code: 'invalid-cursor' });
      }
    });

    it('goes on with the same cursor at a later time', async () => {
      const { list } = under();
      const first = await list.list({ by, where: {} }, { now: NOW, limit: 1 });
      const later = { now: '2026-01-01T00:00:00.000Z', limit: 1, cursor: first.next! };
      const [second] = (await list.list({ by, where: {} }, later)).items;
      expect(second?.late).toBe(true);
    });
  });
};
