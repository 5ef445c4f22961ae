import { describe, expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import { useSystem } from '../support/system.js';

/** Friday morning; the wards and districts of before the reform. */
const under = useSystem('2024-05-10T02:00:00.000Z');
const WARD = 'ubnd-xa/w:26773@0';
const POLICE = 'cong-an-xa/w:26773@0';

const quiet = (code: string) => new Narrator(under.client, code, () => undefined);

describe('what a matter is, on the deployed app', () => {
  it('a ward classifies anew through its link: who is competent has a link, the resident both categories', async () => {
    const { code } = (await (await under.client.submit(COACHES)).json()) as SubmittedPetition;
    const link = await quiet(code).linkOf(WARD);
    const before = await under.client.track(code);
    expect((await under.client.openTask(link)).decisions).toContain('reclassify');
    const answer = await under.client.decide(link, {
      decision: 'reclassify',
      category: 'ANTT',
      text: 'Nội dung là gây rối trật tự, thuộc Công an phường.',
    });
    expect(answer.status).toBe(200);
    expect((await under.client.openTask(link)).status).toBe(410);
    await quiet(code).linkOf(POLICE);
    const after = await under.client.track(code);
    expect(after.hops.map(({ kind }) => kind)).toEqual(['routed', 'reclassified']);
    // One working day from the receipt instead of five.
    expect([before.dueAt, after.dueAt]).toEqual(['2024-05-17T10:00:00.000Z', '2024-05-13T10:00:00.000Z']);
    const told = await waitFor('the mail to the resident', async () =>
      (await quiet(code).mails()).find(({ subject }) => subject.startsWith('Kiến nghị được phân loại lại')),
    );
    expect(told.to).toBe(COACHES.submitter.email);
    expect(told.text).toContain('An ninh trật tự');
    expect(told.text).toContain('Hạn trả lời trước đây: 17:00, thứ Sáu 17/05/2024');
  });

  it('S4b: the desk takes down a finding of the People’s Inspection Board, which has fifteen days', async () => {
    const { submitter, ...matter } = COACHES;
    const finding = {
      ...matter,
      submitter: { ...submitter, kind: 'inspection-board', name: 'Ban Thanh tra nhân dân phường Thới An' },
    };
    const answer = await under.client.enter(finding, await under.client.token('operator'));
    expect(answer.status).toBe(202);
    const { code, promised } = (await answer.json()) as SubmittedPetition;
    expect(promised.resolveBy).toBe('2024-05-27T10:00:00.000Z');
    await quiet(code).linkOf(WARD);
    expect(await under.client.track(code)).toMatchObject({ dueAt: promised.resolveBy, late: false });
    expect((await under.client.submit(finding)).status).toBe(422);
  });
});
