import { describe, expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const DISTRICT = 'ubnd-huyen/d:761@0';
const under = useSystem('2023-03-10T02:00:00.000Z');

const narrator = (code: string) => new Narrator(under.client, code, () => undefined);

const becomes = (code: string, status: string) =>
  waitFor(`${code} to be ${status}`, async () => {
    const tracked = await under.client.track(code);
    return tracked.status === status ? tracked : undefined;
  });

const RUBBISH = {
  category: 'VSMT',
  description: 'Rác tồn đọng ba ngày ở cổng khu dân cư, xin thu gom.',
};

describe('several matters in one submission', () => {
  it('of the public form go to their units at once; one receipt stands for all', async () => {
    const body = { ...COACHES, matters: [{ category: COACHES.category }, RUBBISH] };
    const key = 'e2e-nhieu-viec-1';
    const receipt = (await (await under.client.submit(body, { key })).json()) as SubmittedPetition;
    const again = (await (await under.client.submit(body, { key })).json()) as SubmittedPetition;
    expect(again).toEqual(receipt);
    expect((await under.client.track(receipt.code)).status).toBe('SPLIT');
    const [coaches, rubbish] = receipt.matters.map(({ code }) => code);
    const link = await narrator(rubbish ?? '').linkOf(WARD);
    const page = await under.client.openTask(link);
    expect(page.html).toContain(RUBBISH.description);
    expect(page.html).not.toContain('xe khách');
    expect(page.html).toContain('Vụ việc 2 trong 2');
    await narrator(coaches ?? '').linkOf(WARD);
    const { secret } = receipt;
    const withdrawn = await under.client.say(rubbish ?? '', 'withdrawal', { secret });
    expect(withdrawn.status).toBe(200);
    await becomes(rubbish ?? '', 'WITHDRAWN');
    expect((await under.client.track(receipt.code)).status).toBe('SPLIT');
    const foreign = await under.client.say(coaches ?? '', 'withdrawal', { secret: 'f'.repeat(20) });
    expect(foreign.status).toBe(404);
    expect((await under.client.say(coaches ?? '', 'withdrawal', { secret })).status).toBe(200);
    await becomes(receipt.code, 'CLOSED');
  });

  it('that are wrong are refused at their fields, in Vietnamese, and change nothing', async () => {
    const before = (await under.client.inbox()).length;
    const matters = [{ category: COACHES.category }, { ...RUBBISH, category: 'KHONG-CO' }];
    const refused = await under.client.submit({ ...COACHES, matters }, { language: 'vi' });
    expect(refused.status).toBe(422);
    const { errors } = (await refused.json()) as { errors: { pointer: string; message: string }[] };
    expect(errors.map(({ pointer }) => pointer)).toEqual(['/matters/1/category']);
    const one = await under.client.submit({ ...COACHES, matters: matters.slice(0, 1) });
    expect(one.status).toBe(422);
    expect((await under.client.inbox()).length).toBe(before);
  });

  it('are named by the unit through its link, where the resident named none', async () => {
    const receipt = (await (await under.client.submit(COACHES)).json()) as SubmittedPetition;
    const link = await narrator(receipt.code).linkOf(WARD);
    expect((await under.client.openTask(link)).decisions).toContain('split');
    const split = {
      decision: 'split',
      text: 'Hai việc thuộc hai đơn vị.',
      'matter.1.category': COACHES.category,
    };
    expect((await under.client.decide(link, split)).status).toBe(422);
    const both = { ...split, 'matter.2.category': 'VSMT', 'matter.2.text': RUBBISH.description };
    expect((await under.client.decide(link, both)).status).toBe(200);
    const { matters } = await becomes(receipt.code, 'SPLIT');
    expect(matters).toHaveLength(2);
    expect((await under.client.openTask(link)).status).toBe(410);
    const told = await waitFor('the mail about the split', async () =>
      (await narrator(receipt.code).mails()).find(({ subject }) =>
        subject.includes('tách thành các vụ việc'),
      ),
    );
    expect(told.text).toContain('Kiến nghị kết thúc khi vụ việc cuối cùng kết thúc');
    const first = matters[0]?.code ?? '';
    const again = await narrator(first).linkOf(WARD);
    expect((await under.client.openTask(again)).decisions).not.toContain('split');
    const beyond = { decision: 'beyond-competence', text: 'Vượt thẩm quyền của phường.' };
    expect((await under.client.decide(again, beyond)).status).toBe(200);
    await narrator(first).linkOf(DISTRICT);
  });

  it('a people’s group names how many it is and who speaks for it', async () => {
    const group = {
      ...COACHES,
      ...{ submitter: { kind: 'people-group', name: 'Các hộ khu dân cư Phú Nhuận' }, people: 12 },
      representatives: [{ name: 'Trần Thị Mai', phone: '0900000001' }, { name: 'Lê Văn Minh' }],
    };
    const taken = await under.client.submit(group);
    expect(taken.status).toBe(202);
    const { code } = (await taken.json()) as SubmittedPetition;
    const page = await under.client.openTask(await narrator(code).linkOf(WARD));
    expect(page.html).toContain('Trần Thị Mai');
    expect(page.html).toContain('12');
    const small = await under.client.submit({ ...group, people: 4 });
    expect(small.status).toBe(422);
    const many = await under.client.submit({
      ...group,
      people: 8,
      representatives: Array(3).fill({ name: 'Lê Văn Minh' }),
    });
    expect(many.status).toBe(422);
  });
});
