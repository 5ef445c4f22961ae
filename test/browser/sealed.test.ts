import { beforeEach, describe, expect, it } from 'vitest';
import { pdf, realJpeg } from '../support/images.js';
import { CATEGORIES, UNITS } from './fixtures.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const TERM = { amount: 7, unit: 'workingDays', basis: 'Luật Tố cáo 25/2018/QH14 Đ24', status: 'assumed' };
const LANE = {
  provinces: ['p:79@2025-07'],
  place: {
    taken: true,
    ...{ basis: '', status: 'assumed', check: TERM },
    resolve: { ...TERM, amount: 30, unit: 'calendarDays', basis: 'Luật Tố cáo 25/2018/QH14 Đ30' },
    agencies: [{ id: 'ubnd-xa/w:26773@2025-07', name: 'UBND phường Thới An' }],
  },
};
const CODE = '7K3M-9Q2P-4TXA-N';
const FILE = {
  id: '01950000-0000-7000-8000-000000000001',
  code: CODE,
  category: 'TO-CAO',
  status: 'RECEIVED',
  receivedAt: '2026-11-02T02:00:00.000Z',
  body: { id: 'thanh-tra-hcm', name: 'Thanh tra TP.HCM', tier: 'tinh' },
  accused: { id: 'ubnd-xa/w:26773@2025-07', name: 'UBND phường Thới An', tier: 'xa' },
  nextDate: '2026-11-11T10:00:00.000Z',
  late: true,
  unsealings: 0,
};
const RECEIVED = {
  ...{ seq: 1, at: FILE.receivedAt, type: 'DenunciationReceived', actor: { kind: 'denouncer' } },
  data: { body: FILE.body },
};
const UNSEALED = {
  ...{ seq: 2, at: '2026-11-12T02:00:00.000Z', type: 'IdentityUnsealed' },
  actor: { kind: 'officer', userId: 'user-1', bodyId: 'thanh-tra-hcm' },
  data: { reason: 'check-acceptance', documentNo: null },
};
const SIZES = [
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
] as const;

describe.skipIf(CHROMIUM === undefined)('the sealed lane (needs Chromium)', () => {
  const under = useBrowser();
  let events: object[];
  beforeEach(() => {
    events = [RECEIVED];
    const path = `/api/sealed/${FILE.id}`;
    under.server.answers = {
      'GET /api/categories': () => ({ body: { items: CATEGORIES } }),
      'GET /api/units': () => ({ body: { items: UNITS } }),
      'GET /api/sealed-lane': () => ({ body: LANE }),
      'POST /api/denunciations': () => ({
        status: 202,
        body: { code: CODE, receivedAt: FILE.receivedAt, body: FILE.body, checkBy: FILE.nextDate },
      }),
      [`GET /api/denunciations/${CODE.replaceAll('-', '')}`]: () => ({
        body: {
          ...{ code: CODE, status: 'HANDED-OVER', receivedOn: '2026-11-02' },
          ...{ handedOverOn: '2026-11-05', closedOn: null },
        },
      }),
      'GET /_local/clock': () => ({ body: { now: '2026-11-12T02:00:00.000Z' } }),
      'POST /_local/token': () => ({ body: { token: 'demo-token' } }),
      'GET /api/sealed': () => ({ body: { bodies: ['thanh-tra-hcm'], items: [FILE], late: 1 } }),
      [`GET ${path}`]: () => ({ body: { file: FILE, events, intact: true } }),
      [`POST ${path}/unseal`]: () => {
        events = [RECEIVED, UNSEALED];
        return {
          body: {
            file: FILE,
            denunciation: {
              description: 'Nhận tiền để cấp giấy phép.',
              denouncer: { name: 'Trần Thị Mai', phone: null, email: null, address: 'Số 12 Đường Hoa Mai' },
              accusedName: 'Ông Nguyễn Văn A',
              evidence: null,
              files: [
                { type: 'image/jpeg', base64: Buffer.from(realJpeg).toString('base64') },
                { type: 'application/pdf', base64: Buffer.from(pdf).toString('base64') },
              ],
            },
          },
        };
      },
      'POST /api/sealed': () => ({
        status: 202,
        body: { code: CODE, receivedAt: '2026-11-09T17:00:00.000Z', body: FILE.body, checkBy: FILE.nextDate },
      }),
      [`POST ${path}/hand-over`]: () => ({ body: { ...FILE, status: 'HANDED-OVER' } }),
    };
  });

  it('is offered beside the guidance where some province takes denunciations', async () => {
    const page = await under.open('/index.html');
    await page.getByLabel('Báo một người có hành vi vi phạm').check();
    await page.getByRole('link', { name: 'mở trang gửi tố cáo' }).click();
    await page.getByRole('heading', { name: 'Gửi tố cáo', level: 1 }).waitFor();
  });

  it('guides as before where the place takes none', async () => {
    const page = await under.open('/denounce.html');
    under.server.answers['GET /api/sealed-lane'] = () => ({
      body: { ...LANE, place: { ...LANE.place, taken: false, agencies: [] } },
    });
    await page.getByLabel('Phường, xã nơi có cơ quan').fill('thoi an');
    await page.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
    await page.getByText('Tố cáo: xin không gửi ở đây').waitFor();
    expect(await page.getByRole('button', { name: 'Gửi tố cáo' }).count()).toBe(0);
  });

  it.each(SIZES)('takes a denunciation on %s and leaves nothing on the machine', async (_, viewport) => {
    const page = await under.open('/denounce.html', { viewport });
    await page.getByLabel('Phường, xã nơi có cơ quan').fill('thoi an');
    await page.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
    const send = page.getByRole('button', { name: 'Gửi tố cáo' });
    await send.click();
    await page.getByText('Chưa gửi được, xin bổ sung').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel('Cơ quan của người bị tố cáo').selectOption('ubnd-xa/w:26773@2025-07');
    await page.getByLabel('Người bị tố cáo (họ tên').fill('Ông Nguyễn Văn A');
    await page.getByLabel('Hành vi vi phạm').fill('Nhận tiền của nhiều hộ dân để cấp giấy phép xây dựng.');
    await page.getByLabel('Họ và tên người tố cáo').fill('Trần Thị Mai');
    await page.getByLabel('Địa chỉ người tố cáo').fill('Số 12 Đường Hoa Mai');
    const files = page.getByLabel('Ảnh hoặc văn bản PDF');
    await files.setInputFiles({ name: 'ghi-chu.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
    await page.getByText('Chỉ nhận ảnh JPEG, PNG hoặc văn bản PDF.').waitFor();
    await files.setInputFiles([
      { name: 'bien-nhan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(pdf) },
      { name: 'anh.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(realJpeg) },
    ]);
    await page.getByRole('button', { name: 'Bỏ tệp 2' }).click();
    await expectAccessible(page);
    await page.getByLabel('Tôi chịu trách nhiệm').check();
    await send.click();
    await page.getByRole('heading', { name: 'Đã nhận tố cáo' }).waitFor();
    await page.getByText('Thanh tra TP.HCM').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    const [posted] = under.server.requests.filter(({ method }) => method === 'POST');
    expect(JSON.parse(Buffer.from(posted?.body ?? '', 'latin1').toString('utf8'))).toEqual({
      unit: 'w:26773@0',
      accused: { agency: 'ubnd-xa/w:26773@2025-07', superiorToo: false },
      person: 'Ông Nguyễn Văn A',
      description: 'Nhận tiền của nhiều hộ dân để cấp giấy phép xây dựng.',
      files: [Buffer.from(pdf).toString('base64')],
      denouncer: { name: 'Trần Thị Mai', address: 'Số 12 Đường Hoa Mai' },
      consent: true,
    });
    const left = await page.evaluate(() => [localStorage.length, sessionStorage.length, location.hash]);
    expect(left).toEqual([0, 0, '']);
  });

  it('follows a code without putting it into the address', async () => {
    const page = await under.open('/denounce.html');
    await page.getByLabel('Mã hồ sơ').fill(CODE.toLowerCase());
    await page.getByRole('button', { name: 'Xem', exact: true }).click();
    await page.getByText('Đã chuyển vào quy trình giải quyết tố cáo').waitFor();
    await page.getByText('05/11/2026').waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });

  it.each(SIZES)(
    'opens a file only with a reason, on %s, and shows that it was opened',
    async (_, viewport) => {
      const page = await under.open('/sealed.html', { viewport });
      await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
      await page.getByText('Có 1 hồ sơ, 1 hồ sơ quá hạn.').waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: CODE }).click();
      const open = page.getByRole('button', { name: 'Ghi lý do và mở' });
      await open.click();
      await page.getByText('Xin chọn một mục.').waitFor();
      expect(under.server.requests.some(({ path }) => path.endsWith('/unseal'))).toBe(false);
      expect(await page.getByText('Trần Thị Mai').count()).toBe(0);
      await page.getByLabel('Lý do mở').selectOption('check-acceptance');
      await open.click();
      await page.getByText('Trần Thị Mai').waitFor();
      await page.getByText('(tài khoản user-1)').waitFor();
      const picture = page.getByAltText('Chứng cứ 1');
      expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Lưu tệp 2 (PDF)' }).click();
      expect((await saving).suggestedFilename()).toBe('chung-cu-2.pdf');
      await expectAccessible(page);
      await expectNoSideways(page);
      const [asked] = under.server.requests.filter(({ path }) => path.endsWith('/unseal'));
      expect(JSON.parse(asked?.body ?? '')).toEqual({ reason: 'check-acceptance' });
      expect(asked?.headers.authorization).toBe('Bearer demo-token');
      await page.getByRole('button', { name: 'Đóng nội dung' }).click();
      expect(await page.getByText('Trần Thị Mai').count()).toBe(0);
      await page.getByLabel('Số, ký hiệu văn bản', { exact: true }).first().fill('125/QĐ-TTr');
      await page.getByRole('button', { name: 'Ghi nhận đã chuyển' }).click();
      await expect
        .poll(() => under.server.requests.filter(({ path }) => path.endsWith('/hand-over')).length)
        .toBe(1);
    },
  );

  it.each(SIZES)('enters a denunciation from paper on %s and prints its receipt', async (_, viewport) => {
    const page = await under.open('/sealed.html', { viewport });
    await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
    await page.getByRole('button', { name: 'Nhập tố cáo bằng giấy' }).click();
    await page.getByLabel('Phường, xã nơi có cơ quan').fill('thoi an');
    await page.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
    const enter = page.getByRole('button', { name: 'Ghi nhận và niêm phong' });
    await enter.click();
    await page.getByText('Chưa gửi được, xin bổ sung').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel('Cách nhận').selectOption('post');
    await page.getByLabel('Ngày nhận đơn').fill('2026-11-10');
    await page.getByLabel('Lý do nhập sau ngày nhận').selectOption('forwarded');
    await page.getByLabel('Cơ quan của người bị tố cáo').selectOption('ubnd-xa/w:26773@2025-07');
    await page.getByLabel('Người bị tố cáo (họ tên').fill('Ông Nguyễn Văn A');
    await page.getByLabel('Hành vi vi phạm').fill('Nhận tiền của nhiều hộ dân để cấp giấy phép xây dựng.');
    await page.getByLabel('Họ và tên người tố cáo').fill('Trần Thị Mai');
    await page.getByLabel('Địa chỉ người tố cáo').fill('Số 12 Đường Hoa Mai');
    await enter.click();
    await page.getByRole('heading', { name: 'Phiếu tiếp nhận tố cáo' }).waitFor();
    await page.getByText('10/11/2026').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    for (const text of ['Trần Thị Mai', 'Nguyễn Văn A', 'Thới An'])
      expect(await page.getByText(text).count()).toBe(0);
    const sent = under.server.requests.find(
      ({ method, path }) => method === 'POST' && path === '/api/sealed',
    );
    expect(sent?.headers.authorization).toBe('Bearer demo-token');
    expect(JSON.parse(Buffer.from(sent?.body ?? '', 'latin1').toString('utf8'))).toEqual({
      unit: 'w:26773@0',
      ...{ channel: 'post', receivedOn: '2026-11-10', lateReason: 'forwarded' },
      accused: { agency: 'ubnd-xa/w:26773@2025-07', superiorToo: false },
      person: 'Ông Nguyễn Văn A',
      description: 'Nhận tiền của nhiều hộ dân để cấp giấy phép xây dựng.',
      denouncer: { name: 'Trần Thị Mai', address: 'Số 12 Đường Hoa Mai' },
    });
    const left = await page.evaluate(() => [localStorage.length, sessionStorage.length, location.hash]);
    expect(left).toEqual([0, 0, '']);
    await page.getByRole('button', { name: 'Đã trao phiếu, xóa khỏi màn hình' }).click();
    await page.getByRole('button', { name: CODE }).waitFor();
  });
});
