import { beforeEach, describe, expect, it } from 'vitest';
import { CATEGORIES, DESK_NOTICE, HISTORY, HOLDING, LISTED, PROVINCES, RECORD } from './fixtures.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const HISTORY_PATH = `GET /api/audit/petitions/${LISTED.id}/history`;
const VERIFICATION_PATH = `GET /api/audit/petitions/${LISTED.id}/verification`;
const DELIVERY_PATH = `POST /api/operator/notices/${DESK_NOTICE.petitionId}/${DESK_NOTICE.id}/delivery`;

describe.skipIf(CHROMIUM === undefined)('pages of auditors and of the desk (need Chromium)', () => {
  const under = useBrowser();

  beforeEach(() => {
    under.server.answers = {
      'GET /_local/clock': () => ({ body: { now: '2023-03-20T02:00:00.000Z' } }),
      'POST /_local/token': () => ({ body: { token: 'demo-token' } }),
      'GET /api/audit/petitions': ({ query }) => ({
        body: query.has('cursor')
          ? { items: [{ ...LISTED, id: 'other', late: false }] }
          : { items: [LISTED], next: 'c2' },
      }),
      [`GET /api/audit/petitions/${LISTED.id}`]: () => ({ body: RECORD }),
      [HISTORY_PATH]: () => ({ body: { events: HISTORY } }),
      [VERIFICATION_PATH]: () => ({
        body: { petitionId: LISTED.id, events: 2, isSound: true, findings: [] },
      }),
      'GET /api/categories': () => ({ body: { items: CATEGORIES } }),
      'GET /api/units': () => ({ body: { items: PROVINCES } }),
      'GET /api/operator/notices': () => ({ body: { items: [DESK_NOTICE] } }),
      [DELIVERY_PATH]: () => ({ body: { status: 'DONE_BY_HAND' } }),
    };
  });

  const audit = async (viewport = DESKTOP) => {
    const page = await under.open('/audit.html', { viewport });
    await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByText('Đã hiện 1 kiến nghị, còn tiếp.').waitFor();
    return page;
  };

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('the auditor finds petitions and reads one on %s, accessibly', async (_, viewport) => {
    const page = await audit(viewport);
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole('button', { name: '7K3M-9Q2P-4TXA-N' }).click();
    await page.getByText('trình duyệt đã tính lại mã băm của 2 sự kiện, tất cả đều khớp').waitFor();
    await page.getByText('Dữ liệu và mã băm').first().click();
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  it('asks by the period of legal time with the token, and goes on with the cursor', async () => {
    const page = await audit();
    await page.getByRole('button', { name: 'Xem tiếp' }).click();
    await page.getByText('Đã hiện 2 kiến nghị.').waitFor();
    const lists = under.server.requests.filter(({ path }) => path === '/api/audit/petitions');
    expect(Object.fromEntries(lists[0]?.query ?? [])).toEqual({
      'received.from': '2023-02-18',
      'received.to': '2023-03-21',
      province: 'p:79@0',
    });
    expect(lists[1]?.query.get('cursor')).toBe('c2');
    expect(lists.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer demo-token',
      'Bearer demo-token',
    ]);
  });

  it('says what the system finds wrong with history and record', async () => {
    const findings = [
      { kind: 'deleted', seq: 3, lastSeq: 5 },
      { kind: 'edited', seq: 2, lastSeq: 2 },
      { kind: 'record-differs', fields: ['status', 'hops'] },
    ];
    under.server.answers[VERIFICATION_PATH] = () => ({
      body: { petitionId: LISTED.id, events: 2, isSound: false, findings },
    });
    const page = await audit(PHONE);
    await page.getByRole('button', { name: '7K3M-9Q2P-4TXA-N' }).click();
    await page.getByText('Sự kiện 3 đến 5: bị xóa').waitFor();
    await page.getByText('Sự kiện 2: bị sửa').waitFor();
    await page.getByText('Bản ghi khác với lịch sử ở: status, hops').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  it('asks what happened on the way, and by lateness', async () => {
    const page = await audit(PHONE);
    await page.getByText('Lọc thêm').click();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel('Đã chuyển lên cấp trên vì quá hạn').check();
    await page.getByLabel('Trễ ít nhất (ngày)').fill('5');
    await page.getByLabel('Thứ tự').selectOption('Trả lời quá hạn trong tháng, trễ nhất trước');
    await page.getByLabel('Tháng trả lời').fill('2023-03');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await expect
      .poll(() => Object.fromEntries(under.server.requests.at(-1)?.query ?? []), { timeout: 15_000 })
      .toEqual({ province: 'p:79@0', decidedLate: '2023-03', lateDays: '5', escalated: 'true' });
  });

  it('tells of an instant: one petition as it stood, and what a unit held', async () => {
    const at = '2023-03-13T03:00:00.000Z';
    under.server.answers['GET /api/audit/holdings'] = ({ query }) => ({
      body: query.has('cursor')
        ? { items: [], unreadable: [] }
        : { items: [HOLDING], unreadable: [], next: 'c2' },
    });
    const page = await audit(PHONE);
    await page.getByLabel('Mã đơn vị', { exact: true }).fill('ubnd-xa/w:26773@0');
    await page.getByLabel('Vào lúc (giờ Việt Nam)').fill('2023-03-13T10:00');
    await page.getByRole('button', { name: 'Xem đơn vị giữ gì' }).click();
    await page.getByRole('cell', { name: 'Không quá hạn' }).waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    expect(Object.fromEntries(under.server.requests.at(-1)?.query ?? [])).toEqual({
      agency: 'ubnd-xa/w:26773@0',
      at,
    });
    await page.getByRole('button', { name: 'Xem thêm đơn vị này' }).click();
    await page.getByText('Đơn vị này giữ 1 kiến nghị vào lúc đó.').waitFor();
    await page.getByRole('button', { name: '7K3M-9Q2P-4TXA-N' }).first().click();
    await page.getByLabel('Vào lúc (giờ Việt Nam)').fill('2023-03-13T10:00');
    await page.getByRole('button', { name: 'Xem lúc đó' }).click();
    await page.getByText('Vào lúc đó, theo lịch sử').waitFor();
    expect(under.server.requests.at(-1)?.query.get('at')).toBe(at);
    await expectAccessible(page);
  });

  it('offers provinces and categories by name; former provinces with their last day', async () => {
    const page = await audit();
    await page.getByText('Biển báo, cấm dừng đỗ, tổ chức giao thông').last().waitFor();
    await page.getByLabel('Tỉnh, thành phố').selectOption('Hồ Chí Minh, đến 06/2025');
    expect(await page.getByLabel('Tỉnh, thành phố').inputValue()).toBe('p:79@0');
    await page.getByLabel('Tỉnh, thành phố').selectOption('Hà Nội');
    await page.getByLabel('Loại việc').selectOption('Biển báo, cấm dừng đỗ, tổ chức giao thông');
    await page.getByRole('button', { name: 'Tìm' }).click();
    await expect
      .poll(() => under.server.requests.at(-1)?.query.get('province'), { timeout: 15_000 })
      .toBe('p:01@0');
    expect(under.server.requests.at(-1)?.query.get('category')).toBe('GT-BIEN');
  });

  it('works with the province proposed and with codes when the lists do not come', async () => {
    under.server.answers['GET /api/units'] = () => ({ status: 503, body: {} });
    under.server.answers['GET /api/categories'] = () => ({ status: 503, body: {} });
    const page = await audit();
    expect(await page.getByLabel('Tỉnh, thành phố').inputValue()).toBe('p:79@0');
    await page.getByRole('cell', { name: 'GT-BIEN' }).waitFor();
  });

  it('notices in the browser that an event was changed or is missing', async () => {
    const page = await audit();
    under.server.answers[HISTORY_PATH] = () => ({
      body: {
        events: HISTORY.map((event) => (event.seq === 1 ? { ...event, data: { category: 'TTDT' } } : event)),
      },
    });
    await page.getByRole('button', { name: '7K3M-9Q2P-4TXA-N' }).click();
    await page.getByText('Chỉ 1/2 sự kiện khớp mã băm').waitFor();
    await page.getByRole('button', { name: 'Về danh sách' }).click();
    under.server.answers[HISTORY_PATH] = () => ({ body: { events: HISTORY.slice(1) } });
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByRole('button', { name: '7K3M-9Q2P-4TXA-N' }).click();
    await page.getByText('Chuỗi bị đứt').waitFor();
  });

  it('says when the token is not accepted', async () => {
    under.server.answers['GET /api/audit/petitions'] = () => ({
      status: 401,
      body: { title: 'Cần đăng nhập' },
    });
    const page = await under.open('/audit.html');
    await page.getByLabel('Mã truy cập').fill('expired');
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByRole('button', { name: 'Tìm' }).click();
    await page.getByRole('alert').filter({ hasText: 'Cần đăng nhập' }).waitFor();
  });

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('the desk reads its list and records a call on %s, accessibly', async (_, viewport) => {
    const page = await under.open('/desk.html', { viewport });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
    await page.getByRole('button', { name: 'Đọc danh sách' }).click();
    await page.getByText('Trần Thị Mai').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole('button', { name: 'Đã báo qua điện thoại' }).click();
    await page.getByText('Không còn thông báo nào').waitFor();
    const post = under.server.requests.find(({ path }) => path.endsWith('/delivery'));
    expect(JSON.parse(post?.body ?? '{}')).toEqual({ by: 'phone' });
  });
});
