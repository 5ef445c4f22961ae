import { beforeEach, describe, expect, it } from 'vitest';
import { CODE, RECEIPT, TRACKED } from './fixtures.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const PATH = `GET /api/petitions/${CODE.replaceAll('-', '')}`;

describe.skipIf(CHROMIUM === undefined)('the tracking page (needs Chromium)', () => {
  const under = useBrowser();

  beforeEach(() => {
    under.server.answers = { [PATH]: () => ({ body: TRACKED }) };
  });

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('shows state, holders, dates and the answer on %s, accessibly', async (_, viewport) => {
    const page = await under.open(`/track.html#${CODE}`, { viewport });
    await page.getByRole('heading', { name: 'Đã giải quyết, có nội dung trả lời' }).waitFor();
    const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ');
    expect(text).toContain('UBND phường Thới An Giao đơn vị có thẩm quyền');
    expect(text).toContain('UBND Quận 12 Vượt thẩm quyền, chuyển cấp trên');
    expect(text).toContain('17:00, thứ Hai 20/03/2023');
    expect(text).toContain('Đã lắp biển cấm dừng đỗ xe khách');
    expect(text).not.toContain('Quá hạn trả lời');
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  it('reads a code as people type it', async () => {
    const page = await under.open('/track.html');
    await page.getByLabel('Mã kiến nghị').fill(` ${CODE.toLowerCase().replaceAll('-', ' ')} `);
    await page.getByRole('button', { name: 'Xem kiến nghị' }).click();
    await page.getByRole('heading', { name: 'Đã giải quyết' }).waitFor();
    expect(new URL(page.url()).hash).toBe(`#${CODE}`);
  });

  it('notices a mistyped code without asking, and an unknown one after it', async () => {
    const page = await under.open('/track.html');
    const field = page.getByLabel('Mã kiến nghị');
    const look = page.getByRole('button', { name: 'Xem kiến nghị' });
    await field.fill(`${CODE.slice(0, -1)}7`);
    await look.click();
    await page.getByText('Mã chưa đúng').waitFor();
    expect(under.server.requests).toEqual([]);
    await expectAccessible(page);
    under.server.answers[PATH] = () => ({ status: 404, body: { title: 'Không tìm thấy' } });
    await field.fill(CODE);
    await look.click();
    await page.getByText('Không tìm thấy kiến nghị có mã này').waitFor();
  });

  it('takes the answer to a question, proved by the secret in the mail, and leaves no secret in the address', async () => {
    const question = { text: 'Xe đậu trước nhà số mấy?', until: '2023-03-24T10:00:00.000Z' };
    const waiting = { ...TRACKED, status: 'WAITING_RESIDENT', outcome: null, question };
    under.server.answers[PATH] = () => ({ body: waiting });
    under.server.answers[`POST /api/petitions/${CODE}/answers`] = () => ({
      body: { code: CODE, status: 'ACCEPTED', dueAt: null },
    });
    const page = await under.open(`/track.html#${CODE}~${RECEIPT.secret}`, { viewport: PHONE });
    await page.getByText('Xe đậu trước nhà số mấy?').waitFor();
    expect(new URL(page.url()).hash).toBe(`#${CODE}`);
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel('Câu trả lời').fill('Trước nhà số 12.');
    under.server.answers[PATH] = () => ({ body: { ...waiting, status: 'ACCEPTED', question: null } });
    await page.getByRole('button', { name: 'Gửi câu trả lời' }).click();
    await page.getByRole('heading', { name: 'Đơn vị đang giải quyết' }).waitFor();
    const sent = under.server.requests.find(({ method }) => method === 'POST');
    expect(JSON.parse(Buffer.from(sent?.body ?? '', 'latin1').toString())).toEqual({
      text: 'Trước nhà số 12.',
      secret: RECEIPT.secret,
    });
  });

  it('asks whether the answer settles it: nothing chosen, the secret asked for, a wrong one said', async () => {
    under.server.answers[`POST /api/petitions/${CODE}/feedback`] = () => ({
      status: 404,
      body: { title: 'Không tìm thấy' },
    });
    const page = await under.open(`/track.html#${CODE}`, { viewport: PHONE });
    await page.getByRole('heading', { name: 'Quý vị có đồng ý với trả lời này không?' }).waitFor();
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    await page.getByLabel('Chưa đồng ý').check();
    await page.getByLabel('Lý do chưa đồng ý').fill('Xe vẫn đậu.');
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('Xin điền mã bí mật trên phiếu tiếp nhận.').waitFor();
    await page.getByLabel('Mã bí mật', { exact: true }).fill('000');
    await page.getByRole('button', { name: 'Gửi ý kiến' }).click();
    await page.getByText('Mã bí mật chưa đúng').waitFor();
    await expectAccessible(page);
  });

  it('downloads the signed document with the secret of the receipt, and says when that is wrong', async () => {
    const path = `POST /api/petitions/${CODE}/signed-file`;
    under.server.answers[path] = () => ({ status: 404, body: { title: 'Không tìm thấy' } });
    const page = await under.open(`/track.html#${CODE}`, { viewport: PHONE });
    const button = page.getByRole('button', { name: 'Tải văn bản đã ký (PDF)' });
    await button.click();
    await page.getByText('Xin điền mã bí mật trên phiếu tiếp nhận.').waitFor();
    const secret = page.getByLabel('Mã bí mật để tải văn bản');
    await secret.fill('000');
    await button.click();
    await page.getByText('Mã bí mật chưa đúng').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    under.server.answers[path] = () => ({ body: '%PDF-1.7' });
    await secret.fill(RECEIPT.secret);
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toBe('van-ban-da-ky.pdf');
    const sent = under.server.requests.filter(({ method }) => method === 'POST').at(-1);
    expect(JSON.parse(Buffer.from(sent?.body ?? '', 'latin1').toString())).toEqual({
      secret: RECEIPT.secret,
    });
  });

  it('late is what the API says, whatever the clock of the reader says', async () => {
    under.server.answers[PATH] = () => ({
      body: { ...TRACKED, status: 'ACCEPTED', outcome: null, late: true },
    });
    const page = await under.open(`/track.html#${CODE}`);
    await page.getByText('Quá hạn trả lời', { exact: true }).waitFor();
  });

  it.each([
    [false, 3, 'còn 3 ngày làm việc'],
    [true, 2, 'quá hạn 2 ngày làm việc'],
  ])('says how many working days are left or over (late: %s)', async (late, workingDays, words) => {
    under.server.answers[PATH] = () => ({
      body: { ...TRACKED, status: 'ACCEPTED', outcome: null, late, workingDays },
    });
    const page = await under.open(`/track.html#${CODE}`);
    await page.getByText(words).waitFor();
  });

  it('says when the system does not answer', async () => {
    under.server.answers[PATH] = () => ({
      status: 503,
      body: { title: 'Hệ thống đang bận, xin thử lại sau ít phút' },
    });
    const page = await under.open(`/track.html#${CODE}`);
    await page.getByText('Hệ thống đang bận').waitFor();
  });

  it('shows the answer as text, whatever is in it', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    under.server.answers[PATH] = () => ({
      body: { ...TRACKED, outcome: { ...TRACKED.outcome, answer: hostile } },
    });
    const page = await under.open(`/track.html#${CODE}`);
    await page.getByText(hostile).waitFor();
    expect(await page.locator('main img').count()).toBe(0);
  });
});
