import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { CATEGORIES, PROVINCES } from './fixtures.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const ID = '01950000-0000-7000-8000-0000000000aa';
const WARD = { id: 'w:26761@0', name: 'Phường Cầu Kho, Quận 1, Thành phố Hồ Chí Minh' };
const LISTED = {
  id: ID,
  kind: 'PEOPLE_CONFERENCE',
  provinceId: 'p:79@0',
  unitId: WARD.id,
  placeName: WARD.name,
  heldOn: '2022-04-15',
  receivedBy: null,
  items: 1,
  status: 'RECORDED',
  enteredBy: 'user-1',
  enteredAt: '2022-04-15T03:00:00.000Z',
};
const MINUTES = {
  ...LISTED,
  items: [
    {
      row: 1,
      code: '7K3M-9Q2P-4TXA-N',
      category: 'GT-BIEN',
      categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
      placeName: WARD.name,
      status: 'ASSIGNED',
      holder: { id: 'ubnd-xa/w:26761@0', name: 'Ủy ban nhân dân phường Cầu Kho' },
      dueAt: '2022-04-22T10:00:00.000Z',
      followUpAt: null,
      late: false,
      outcome: null,
    },
  ],
};
const RECEIPT = {
  code: '7K3M-9Q2P-4TXA-N',
  secret: 'bi-mat-thu',
  statusUrl: '/',
  status: 'SUBMITTED',
  promised: { firstNoticeBy: '2022-04-29T10:00:00.000Z', resolveBy: '2022-04-22T10:00:00.000Z' },
};
const HEAD = 'Loại việc;Nội dung;Người nêu ý kiến;Điện thoại';

describe.skipIf(CHROMIUM === undefined)('the page of meetings (needs Chromium)', () => {
  const under = useBrowser();

  beforeEach(() => {
    under.server.answers = {
      'GET /_local/clock': () => ({ body: { now: '2022-04-15T03:00:00.000Z' } }),
      'POST /_local/token': () => ({ body: { token: 'demo-token' } }),
      'GET /api/categories': () => ({ body: { items: CATEGORIES } }),
      'GET /api/units': ({ query }) => ({ body: { items: query.has('level') ? PROVINCES : [WARD] } }),
      'POST /api/meetings': () => ({ status: 202, body: { id: ID, status: 'RECORDED', items: [RECEIPT] } }),
      'GET /api/audit/meetings': () => ({ body: { items: [LISTED, { ...LISTED, id: 'b', items: 0 }] } }),
      [`GET /api/audit/meetings/${ID}`]: () => ({ body: MINUTES }),
    };
  });

  const open = async (viewport = DESKTOP) => {
    const page = await under.open('/meeting.html', { viewport });
    await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
    await page.getByRole('heading', { name: 'Chưa có kiến nghị nào' }).waitFor();
    return page;
  };
  type Page = Awaited<ReturnType<typeof open>>;
  const pickWard = async (page: Page) => {
    await page.getByLabel('Phường, xã nơi họp').fill('cau kho');
    await page.getByRole('button', { name: /Phường Cầu Kho/ }).click();
  };
  const typeRow = async (page: Page) => {
    await page.getByRole('button', { name: 'Thêm kiến nghị' }).click();
    await page.getByLabel('Nội dung').fill('Vỉa hè đường Trần Hưng Đạo bị lấn chiếm.');
    await page.getByLabel('Loại việc').selectOption('GT-BIEN');
    await page.getByLabel('Người nêu ý kiến').first().fill('Trần Thị Mai');
  };
  const sent = () => under.server.requests.filter(({ path }) => path === '/api/meetings');
  const bodyOf = (body: string | undefined): unknown =>
    JSON.parse(Buffer.from(body ?? '{}', 'latin1').toString('utf8'));

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('records a typed matter and shows the minutes on %s, accessibly', async (_, viewport) => {
    const page = await open(viewport);
    await expectAccessible(page);
    await pickWard(page);
    await typeRow(page);
    await page.getByText('Nơi khác, nơi được gửi, ngày theo dõi').click();
    await page.getByText('Lấy từ bảng tính', { exact: true }).click();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel('Những người nêu ý kiến đã đồng ý').check();
    await page.getByRole('button', { name: 'Ghi cuộc họp và 1 kiến nghị' }).click();
    await page.getByRole('heading', { name: 'Biên bản tiếp nhận kiến nghị' }).waitFor();
    await page.getByText('Ủy ban nhân dân phường Cầu Kho').waitFor();
    await page.getByText('Mã bí mật để trao').click();
    await expectAccessible(page);
    await expectNoSideways(page);
    expect(bodyOf(sent()[0]?.body)).toEqual({
      kind: 'PEOPLE_CONFERENCE',
      heldOn: '2022-04-15',
      unit: WARD.id,
      consent: true,
      items: [
        {
          category: 'GT-BIEN',
          description: 'Vỉa hè đường Trần Hưng Đạo bị lấn chiếm.',
          submitter: { kind: 'person', name: 'Trần Thị Mai' },
        },
      ],
    });
    expect(sent()[0]?.headers.authorization).toBe('Bearer demo-token');
  });

  it('leaves on paper what belongs there: no button, no secret', async () => {
    const page = await open();
    await page.getByLabel('Mã cơ quan chủ trì').fill('dang-uy-huyen/d:760@0');
    await page.getByRole('button', { name: 'Tìm cuộc họp' }).click();
    await page.getByText('Có 2 cuộc họp.').waitFor();
    await page.getByText('(0 kiến nghị)').waitFor();
    await page
      .getByRole('button', { name: /15\/04\/2022/ })
      .first()
      .click();
    await page.getByText('Ủy ban nhân dân phường Cầu Kho').waitFor();
    // What was being typed is still there on the way back.
    await page.getByRole('button', { name: 'Về trang cuộc họp' }).click();
    expect(await page.getByLabel('Mã cơ quan chủ trì').inputValue()).toBe('dang-uy-huyen/d:760@0');
    await page
      .getByRole('button', { name: /15\/04\/2022/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'In biên bản' }).waitFor();
    await page.getByText('7K3M-9Q2P-4TXA-N').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'In biên bản' }).isVisible()).toBe(false);
    expect(await page.getByText('7K3M-9Q2P-4TXA-N').isVisible()).toBe(true);
  });

  it('records a meeting at which nothing was raised', async () => {
    const page = await open();
    await pickWard(page);
    await page.getByRole('button', { name: 'Ghi cuộc họp không có kiến nghị' }).click();
    await page.getByRole('heading', { name: 'Biên bản tiếp nhận kiến nghị' }).waitFor();
    expect(bodyOf(sent()[0]?.body)).toMatchObject({ items: [] });
  });

  it('sends nothing while something is wrong, and leads to it', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Thêm kiến nghị' }).click();
    await page.getByLabel('Ngày họp').fill('2022-04-10');
    await page.getByRole('button', { name: /Ghi cuộc họp và/ }).click();
    await page.getByRole('heading', { name: 'Chưa ghi gì cả' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: /Kiến nghị 1, Người nêu ý kiến/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('row-0-name');
    await page.getByLabel('Lý do nhập sau ngày họp').waitFor();
    expect(sent()).toEqual([]);
  });

  it('takes a spreadsheet whole or, with its faults by line and column, not at all', async () => {
    const page = await open(PHONE);
    await page.getByText('Lấy từ bảng tính', { exact: true }).click();
    const file = (text: string) => ({
      name: 'hoi-nghi.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
    const good = 'GT-BIEN;Xe ô tô đậu kín hẻm 30 cả ngày.;Lê Văn Tám;0901 234 567';
    await page.getByLabel('Chọn tệp CSV').setInputFiles(file(`${HEAD}\n${good}\nKHONG-CO;Ngắn;Mai;12\n`));
    await page.getByText('Dòng 3, cột “Loại việc”').waitFor();
    await page.getByText('Dòng 3, cột “Điện thoại”').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByRole('heading', { name: 'Chưa có kiến nghị nào' }).waitFor();
    await page.getByLabel('Chọn tệp CSV').setInputFiles(file(`${HEAD}\n${good}\n${good}\n`));
    await page.getByRole('heading', { name: 'Đã có 2 kiến nghị' }).waitFor();
    expect(await page.getByLabel('Người nêu ý kiến').nth(1).inputValue()).toBe('Lê Văn Tám');
  });

  it('hands out the template', async () => {
    const page = await open();
    await page.getByText('Lấy từ bảng tính', { exact: true }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bảng mẫu' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('mau-kien-nghi-cuoc-hop.csv');
    expect(readFileSync(await download.path(), 'utf8')).toContain('"Loại việc";"Nội dung"');
  });

  it('shows what the API found at the field, and sends the same again under the same key', async () => {
    const page = await open();
    await pickWard(page);
    await typeRow(page);
    await page.getByLabel('Những người nêu ý kiến đã đồng ý').check();
    under.server.answers['POST /api/meetings'] = () => ({
      status: 422,
      body: { errors: [{ pointer: '/items/0/category', code: 'x', message: 'Loại việc này đã bỏ.' }] },
    });
    const button = page.getByRole('button', { name: 'Ghi cuộc họp và 1 kiến nghị' });
    await button.click();
    await page.getByRole('link', { name: /Kiến nghị 1, Loại việc: Loại việc này đã bỏ/ }).waitFor();
    under.server.answers['POST /api/meetings'] = () => ({
      status: 503,
      body: { title: 'Hệ thống đang bận' },
    });
    await button.click();
    await page.getByRole('alert').filter({ hasText: 'Hệ thống đang bận' }).waitFor();
    const keys = sent().map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('is reached from the desk', async () => {
    const page = await under.open('/desk.html');
    await page.getByRole('link', { name: /cuộc họp/ }).click();
    await page.getByRole('heading', { name: 'Cuộc họp, gặp gỡ nhân dân' }).waitFor();
  });
});
