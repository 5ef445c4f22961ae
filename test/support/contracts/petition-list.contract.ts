import { describe, expect, it } from 'vitest';
import { ValidationError } from '../../../core/errors.js';
import type { Happening } from '../../../core/events.js';
import type { ListedPetition, PetitionList, PetitionQuery } from '../../../core/ports/audit.js';
import type { PetitionStore } from '../../../core/ports/petition-store.js';
import { aFirstChange, aNextChange } from '../builders/change-builder.js';
import { aDeadline, closed, resolved, routed, submittedData } from '../builders/petition-builder.js';

export interface ListUnderTest {
  store: PetitionStore;
  list: PetitionList;
}

const NOW = '2025-03-20T00:00:00.000Z';
const promised = (at: string | null) => ({
  firstNoticeBy: submittedData().promised.firstNoticeBy,
  resolveBy: at === null ? null : aDeadline(at),
});

/** What the auditors' list must keep. Each test uses a province, agency or ward of its own. */
export const petitionListContract = (under: () => ListUnderTest, numbers: { from: number }): void => {
  let n = numbers.from;

  interface Given {
    at?: string;
    data?: NonNullable<Parameters<typeof aFirstChange>[0]>['data'];
    then?: { happening: Happening; at?: string }[];
  }
  const given = async ({ at = '2025-03-03T01:30:00.000Z', data = {}, then = [] }: Given): Promise<string> => {
    const { store } = under();
    const { change, intake } = aFirstChange({ n: ++n, at, data });
    await store.create(change, intake);
    let petition = change.after;
    for (const next of then) {
      const when = next.at === undefined ? {} : { at: next.at };
      const later = aNextChange(petition, next.happening, { when });
      await store.commit(later);
      petition = later.after;
    }
    return petition.id;
  };
  const pages = async (query: PetitionQuery, limit: number): Promise<ListedPetition[][]> => {
    const read: ListedPetition[][] = [];
    let cursor: string | undefined;
    do {
      const page = await under().list.list(query, {
        now: NOW,
        limit,
        ...(cursor !== undefined && { cursor }),
      });
      read.push(page.items);
      cursor = page.next;
    } while (cursor !== undefined && read.length < 50);
    return read;
  };
  const idsOf = async (query: PetitionQuery, limit = 100): Promise<string[]> =>
    (await pages(query, limit)).flat().map((item) => item.id);
  const holder = (id: string) => ({ holder: { id, name: 'Phòng Quản lý đô thị', tier: 'huyen' } });

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
      expect(await found({ transfersOver: 0 })).toEqual([onward]);
      expect(await found({ transfersOver: 1 })).toEqual([]);
      expect(await found({ isEscalated: true })).toEqual([up]);
      expect(await found({ isEscalated: false })).toEqual([plain, onward, party]);
      expect(await found({ tier: 'huyen' })).toEqual([plain, onward, up]);
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

const transferData = (to: { holder: { id: string; name: string; tier: string } }) => {
  const { data } = routed(to);
  return { ...data, taskNo: 1, text: { digest: 'c'.repeat(64) }, weight: 1 as const };
};
