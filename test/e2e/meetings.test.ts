import { describe, expect, it } from 'vitest';
import { waitFor } from '../../local/client/wait-for.js';
import { CONFERENCE_ITEMS } from '../../local/demo/conference.js';
import { useSystem } from '../support/system.js';

/** Friday morning, the first monthly people's conference of phường Cầu Kho. */
const under = useSystem('2022-04-15T02:00:00.000Z');
const CAU_KHO = 'w:26761@0';

const CONFERENCE = {
  kind: 'PEOPLE_CONFERENCE',
  heldOn: '2022-04-15',
  unit: CAU_KHO,
  consent: true,
  items: CONFERENCE_ITEMS,
};

interface Receipt {
  id: string;
  items: { code: string; promised: { resolveBy: string } }[];
}
interface Minutes {
  status: string;
  items: {
    code: string;
    category: string;
    status: string;
    holder: { id: string } | null;
    dueAt: string;
    duplicateOf: string | null;
  }[];
}
interface Listed {
  items: { id: string; kind: string; items: number; status: string; placeName: string }[];
}

describe('meetings, on the deployed app', () => {
  const record = async (body: object, key: string): Promise<Receipt> => {
    const answer = await under.client.recordMeeting(body, await under.client.token('operator'), { key });
    expect(answer.status).toBe(202);
    return (await answer.json()) as Receipt;
  };
  const minutes = async (id: string): Promise<Minutes> =>
    under.client.audit<Minutes>(`/meetings/${id}`, await under.client.token('auditor'));

  it('S2b: each matter raised becomes a petition with its own category, holder and clock; its holder gets a mail', async () => {
    const { id, items } = await record(CONFERENCE, 'hoi-nghi-2022-04');
    expect(items).toHaveLength(5);
    expect(new Set(items.map(({ code }) => code)).size).toBe(5);
    const routed = await waitFor('all items have a holder', async () => {
      const read = await minutes(id);
      return read.items.every(({ holder }) => holder !== null) ? read : undefined;
    });
    expect(routed.status).toBe('RECORDED');
    expect(routed.items.map(({ category }) => category)).toEqual(['TTDT', 'GT-BIEN', 'ASXH', 'XD', 'TTDT']);
    expect(new Set(routed.items.map(({ dueAt }) => dueAt)).size).toBeGreaterThan(1);
    for (const { code } of items) {
      const mail = await waitFor('the holder has a mail with a link', async () =>
        (await under.client.inbox()).find(
          (each) => each.subject.includes(code) && under.client.linkIn(each) !== undefined,
        ),
      );
      expect(mail.subject).not.toMatch(/Trần Thị Sáu|Lê Văn Tám|Nguyễn Thị Chín|Phạm Văn Mười|Võ Thị Bảy/);
    }
  });

  it('S2b: the pavement complaint that comes twice is shown as a duplicate, linked, and both residents get the answer', async () => {
    const { id, items } = await record(CONFERENCE, 'hoi-nghi-2022-04');
    const [main = '', , , , repeated = ''] = items.map(({ code }) => code);
    const found = await waitFor('the desk sees what repeats', async () => {
      const answer = await under.client.desk(
        `/petitions/${repeated}/duplicates`,
        await under.client.token('operator'),
      );
      const { items: candidates } = (await answer.json()) as { items: { code: string }[] };
      return candidates.length > 0 ? candidates : undefined;
    });
    expect(found.map(({ code }) => code)).toEqual([main]);

    const linkOf = (code: string): Promise<string> =>
      waitFor('the holder has a link', async () =>
        (await under.client.inbox())
          .filter(({ subject }) => subject.includes(code))
          .map((mail) => under.client.linkIn(mail))
          .find((link) => link !== undefined),
      );
    const link = await linkOf(repeated);
    const page = await under.client.openTask(link);
    expect(page.html).toContain('Có thể trùng với');
    expect(page.html).toContain(main);
    expect(page.html).not.toContain('Trần Thị Sáu');
    const refused = await under.client.decide(link, {
      ...{ decision: 'link-duplicate', text: 'Cùng một việc.', duplicateOf: repeated },
    });
    expect(refused.status).toBe(422);
    const linked = await under.client.decide(link, {
      ...{ decision: 'link-duplicate', text: 'Cùng các hàng quán trên đường Trần Hưng Đạo.' },
      listedDuplicate: main.replaceAll('-', ''),
    });
    expect(linked.status).toBe(200);
    const row = (await minutes(id)).items[4];
    expect(row).toMatchObject({ status: 'LINKED', duplicateOf: main });
    expect(await under.client.track(repeated)).toMatchObject({ status: 'LINKED', outcome: null });

    const answer = 'Phường đã yêu cầu các hàng quán dọn bàn ghế, trả lại lối đi.';
    const decided = await under.client.decide(await linkOf(main), {
      ...{ decision: 'resolve', text: answer, noEvidenceReason: 'Ảnh chụp sau khi ra quân được gửi sau.' },
      ...{ actorName: 'Nguyễn Văn Thử', actorPosition: 'Phó Chủ tịch' },
    });
    expect(decided.status).toBe(200);
    const status = await waitFor('the duplicate has the answer', async () => {
      const read = await under.client.track(repeated);
      return read.outcome === null ? undefined : read;
    });
    expect(status).toMatchObject({ status: 'RESOLVED', outcome: { answer } });
    for (const [code, to] of [
      [main, 'cudan1@cu-dan.example'],
      [repeated, 'cudan5@cu-dan.example'],
    ] as const) {
      const mail = await waitFor('both residents are told', async () =>
        (await under.client.inbox()).find(
          (each) => each.to.includes(to) && each.subject.includes(code) && each.text.includes(answer),
        ),
      );
      expect(mail.subject).toContain('Trả lời kiến nghị');
    }
  });

  it('gives the same request again the same receipts', async () => {
    const first = await record(CONFERENCE, 'hoi-nghi-2022-04');
    expect(await record(CONFERENCE, 'hoi-nghi-2022-04')).toEqual(first);
  });

  it('refuses a meeting with one bad item whole', async () => {
    const body = {
      ...CONFERENCE,
      items: [...CONFERENCE_ITEMS, { ...CONFERENCE_ITEMS[0], category: 'KHONG-CO' }],
    };
    const answer = await under.client.recordMeeting(body, await under.client.token('operator'));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/items/5/category' }] });
  });

  it('S0: a visit at which nothing was raised is a record that the auditor finds', async () => {
    const { id } = await record(
      { kind: 'KHU_PHO_VISIT', heldOn: '2022-04-14', unit: CAU_KHO, items: [] },
      'gap-go-khu-pho-4',
    );
    const found = await under.client.audit<Listed>(
      '/meetings?province=p:79@0&from=2022-04-01&to=2022-04-30',
      await under.client.token('auditor'),
    );
    expect(found.items).toMatchObject([
      { id, kind: 'KHU_PHO_VISIT', items: 0, status: 'RECORDED' },
      {
        kind: 'PEOPLE_CONFERENCE',
        items: 5,
        status: 'RECORDED',
        placeName: 'Phường Cầu Kho, Quận 1, Thành phố Hồ Chí Minh',
      },
    ]);
    expect((await minutes(id)).items).toEqual([]);
  });

  it('takes a full meeting of a hundred matters in one request', async () => {
    const items = Array.from({ length: 100 }, (_, i) => ({
      ...CONFERENCE_ITEMS[i % CONFERENCE_ITEMS.length],
      submitter: { kind: 'person', name: `Cư dân số ${i + 1}` },
    }));
    const { id } = await record({ ...CONFERENCE, kind: 'ANNUAL_DIALOGUE', items }, 'doi-thoai-2022');
    expect(new Set((await minutes(id)).items.map(({ code }) => code)).size).toBe(100);
  });
});
