import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publishRelease } from '../../adapters/publish-release.js';
import { S3RegistryObjects } from '../../adapters/s3/registry-objects.js';
import { buildRelease } from '../../core/registry/release.js';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import { ENGINE_REGION } from '../../local/engine/process.js';
import { readParts } from '../../registry/read-parts.js';
import { runScript } from '../support/run-script.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const OFFICE = 'diachinh@phuongthoian.quan12.hcm.example';
const OFFICE_NAME = 'Bộ phận Địa chính – Xây dựng';
const HEAD = 'lanhdao@phuongthoian.quan12.hcm.example';
const WHO = { actorName: 'Nguyễn Văn An', actorPosition: 'Công chức' };
const CHAIR = { actorName: 'Huỳnh Văn Hạnh', actorPosition: 'Chủ tịch' };
const under = useSystem('2023-03-10T02:00:00.000Z');
const folder = mkdtempSync(join(tmpdir(), 'kien-nghi-inside-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A release like the one in force, in which the head of this one ward approves what it resolves, and by a code what it rejects. */
const publishRule = async (): Promise<void> => {
  const parts = readParts();
  const { endpoint } = under.system.engine;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new S3Client({ endpoint, region: ENGINE_REGION, credentials, forcePathStyle: true });
  const here = { province: 'p:79@0', agencies: [WARD], basis: '', status: 'assumed' as const };
  const rules = [
    { ...here, decisions: ['resolve' as const], how: 'head-link' as const },
    { ...here, decisions: ['reject' as const], how: 'one-time-code' as const },
  ];
  const serviceLevels = { ...parts.serviceLevels, headApproval: { rules } };
  const bucket = new S3RegistryObjects(client, under.system.app.registryBucket);
  expect(await publishRelease(bucket, buildRelease({ ...parts, serviceLevels }, 'e2e'))).toBe(true);
};

beforeAll(async () => {
  await publishRule();
  const file = join(folder, 'contacts.csv');
  const office = `${WARD},office-1,Lý Thị Đất,${OFFICE_NAME},${OFFICE},2023-03-01`;
  writeFileSync(file, ['agency,role,name,position,email,verifiedOn', office, ''].join('\n'));
  const imported = await runScript(under.system.engine.endpoint, 'registry/contacts-cli.ts', [
    ...['import', file, '--stage', 'local'],
  ]);
  expect(imported.said).toContain(`new ${WARD} office-1`);
});

const handIn = async (): Promise<{ code: string; link: string }> => {
  const { code } = (await (await under.client.submit(COACHES)).json()) as SubmittedPetition;
  return { code, link: await new Narrator(under.client, code, () => undefined).linkOf(WARD) };
};

const mailsTo = async (email: string, subject: string, code: string) =>
  (await under.client.inbox()).filter(
    (mail) => mail.to === email && mail.subject.startsWith(subject) && mail.subject.includes(code),
  );

/** The link in the n-th mail of a kind to somebody. */
const linkTo = ([email, subject]: readonly [string, string], code: string, nth = 1): Promise<string> =>
  waitFor(`"${subject}" about ${code} to ${email}`, async () => {
    const mails = (await mailsTo(email, subject, code)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
    const mail = mails[nth - 1];
    return mail && under.client.linkIn(mail);
  });

const decide = async (link: string, fields: Record<string, string>): Promise<string> => {
  const answer = await under.client.decide(link, fields);
  const page = await answer.text();
  expect(answer.status, page).toBe(200);
  return page;
};

describe('inside one agency, through mails and links', () => {
  it('an office gets the task by a link of its own; its answer waits for the head, goes back once, then leaves', async () => {
    const { code, link } = await handIn();
    const before = await under.client.track(code);
    const { html } = await under.client.openTask(link);
    expect(html).toContain(`<option value="office-1">${OFFICE_NAME}</option>`);
    expect(html).not.toContain(OFFICE);
    await decide(link, { decision: 'assign', contact: 'office-1', text: 'Xin khảo sát trong ngày.' });
    const own = await linkTo([OFFICE, 'Được giao trong đơn vị'], code);
    expect(own).not.toBe(link);
    expect((await under.client.openTask(own)).html).toContain('Xin khảo sát trong ngày.');

    const resolve = { decision: 'resolve', noEvidenceReason: 'Chưa chụp.', ...WHO };
    const receipt = await decide(own, { ...resolve, text: 'Đã cắm biển.' });
    expect(receipt).toContain('Đã trình phê duyệt');
    const draft = await linkTo([HEAD, 'Chờ phê duyệt trả lời'], code);
    const page = await under.client.openTask(draft);
    for (const shown of ['Đã cắm biển.', 'Chưa chụp.', WHO.actorName]) expect(page.html).toContain(shown);
    expect(page.html).not.toContain('<script');
    const waiting = await under.client.track(code);
    expect(waiting).toMatchObject({ status: before.status, dueAt: before.dueAt });
    expect(JSON.stringify(waiting)).not.toContain('Đã cắm biển.');

    expect((await under.client.decide(draft, { decision: 'return-answer', ...CHAIR })).status).toBe(422);
    await decide(draft, { decision: 'return-answer', text: 'Ghi rõ vị trí biển.', ...CHAIR });
    expect((await under.client.openTask(draft)).status).toBe(410);
    const again = await linkTo([OFFICE, 'Chưa phê duyệt, cần hoàn chỉnh'], code);
    expect((await under.client.openTask(again)).html).toContain('Ghi rõ vị trí biển.');

    await decide(again, { ...resolve, text: 'Đã cắm hai biển ở đầu đường nội bộ.' });
    const second = await linkTo([HEAD, 'Chờ phê duyệt trả lời'], code, 2);
    const { nonce } = await under.client.openTask(second);
    for (let i = 0; i < 2; i++) {
      const said = await under.client.postDecision(second, { nonce, decision: 'approve-answer', ...CHAIR });
      expect(said.status).toBe(200);
    }
    const { status } = await under.client.track(code);
    expect(status).toBe('RESOLVED');
    const told = await waitFor('the answer to the resident', async () =>
      (await under.client.inbox()).find(
        (mail) => mail.subject.includes(code) && mail.text.includes('Đã cắm hai biển'),
      ),
    );
    expect(told.text).not.toContain('Đã cắm biển.');
    await linkToNobody(code);
  });

  it('what the head approves by a code leaves when the official types it; a wrong one and one of before do not', async () => {
    const { code, link } = await handIn();
    const text = 'Nội dung đã được giải quyết, có văn bản kèm theo.';
    const receipt = await decide(link, { decision: 'reject', ground: 'already-settled', text, ...WHO });
    expect(receipt).toContain('xin nhập mã tại trang xử lý');
    const type = async (fields: Record<string, string>): Promise<[status: number, page: string]> => {
      const task = await under.client.openTask(link);
      const draft = /name="draft" value="([^"]+)"/.exec(task.html)?.[1] ?? '';
      const answer = await under.client.postDecision(link, { nonce: task.nonce, draft, ...fields });
      return [answer.status, await answer.text()];
    };
    const first = await codeTo(code, 1);
    const [status, page] = await type({ decision: 'enter-code', code: first.replace(/^./, '*') });
    expect([status, page.includes('tám chữ số')]).toEqual([422, true]);
    const wrong = first.startsWith('1') ? first.replace(/^./, '2') : first.replace(/^./, '1');
    expect((await type({ decision: 'enter-code', code: wrong }))[1]).toContain('Còn nhập được 4 lần');
    expect((await type({ decision: 'request-code' }))[0]).toBe(200);
    const second = await codeTo(code, 2);
    expect((await type({ decision: 'enter-code', code: first }))[1]).toContain('Còn nhập được 4 lần');
    expect((await under.client.track(code)).status).not.toBe('REJECTED');
    expect((await type({ decision: 'enter-code', code: second }))[0]).toBe(200);
    expect((await under.client.track(code)).status).toBe('REJECTED');
    const others = (await under.client.inbox()).filter(
      ({ to, text: body }) => to !== HEAD && body.includes(second),
    );
    expect(others).toEqual([]);
  });

  it('what needs no approval leaves at once, and so does what the head gives', async () => {
    const { code, link } = await handIn();
    await decide(link, { decision: 'guide', track: 'khieu-nai', text: 'Xin gửi đơn khiếu nại.', ...WHO });
    expect((await under.client.track(code)).status).toBe('GUIDED');

    const other = await handIn();
    await decide(other.link, { decision: 'assign', contact: 'head' });
    const own = await linkTo([HEAD, 'Được giao trong đơn vị'], other.code);
    const text = 'Đã xong, tôi đã kiểm tra.';
    await decide(own, { decision: 'resolve', text, noEvidenceReason: 'Không cần.', ...CHAIR });
    expect((await under.client.track(other.code)).status).toBe('RESOLVED');
    expect(await mailsTo(HEAD, 'Chờ phê duyệt', other.code)).toEqual([]);
  });
});

/** The code in the n-th mail with one to the head. */
const codeTo = (code: string, nth: number): Promise<string> =>
  waitFor(`the ${nth}. code for ${code}`, async () => {
    const mails = (await mailsTo(HEAD, 'Mã phê duyệt trả lời', code)).toSorted((a, b) =>
      a.at < b.at ? -1 : 1,
    );
    return /Mã phê duyệt: ([0-9]{4} [0-9]{4})/.exec(mails[nth - 1]?.text ?? '')?.[1];
  });

/** Whoever drafted it is told without a link that acts. */
const linkToNobody = async (code: string): Promise<void> => {
  const mail = await waitFor('the mail of the approval', async () =>
    (await mailsTo(OFFICE, 'Đã phê duyệt trả lời', code)).at(0),
  );
  expect(mail.text).not.toContain('/t/');
};
