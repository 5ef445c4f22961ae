import { beforeEach, describe, expect, it } from 'vitest';
import type { DeskLetter, FoundPetition, NewReceipt } from '../../web/site/api.js';
import { DESK_NOTICE, PROVINCES } from './fixtures.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const LETTER: DeskLetter = {
  code: '7K3M-9Q2P-4TXA-N',
  title: 'Trả lời kiến nghị',
  sender: 'Ủy ban nhân dân phường Thới An',
  recipient: 'Trần Thị Mai',
  writtenOn: '2023-03-20',
  paragraphs: ['Ủy ban nhân dân phường Thới An đã trả lời kiến nghị như sau:'],
  said: 'Đã lắp biển cấm dừng đỗ.',
  facts: [['Loại việc', 'Biển báo, cấm dừng đỗ, tổ chức giao thông']],
  closing: ['Nếu chưa đồng ý, ông, bà có thể nêu lý do tại bàn tiếp nhận.'],
  trackUrl: 'https://kien-nghi.example/track.html#7K3M-9Q2P-4TXA-N',
};
const FOUND: FoundPetition[] = [
  {
    petitionId: '01950000-0000-7000-8000-000000000001',
    code: '7K3M-9Q2P-4TXA-N',
    categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
    receivedOn: '2023-03-10',
    status: 'ASSIGNED',
    canRecover: true,
  },
  {
    petitionId: '01950000-0000-7000-8000-000000000002',
    code: '2K3M-9Q2P-4TXA-P',
    categoryLabel: 'Rác, vệ sinh',
    receivedOn: '2022-03-11',
    status: 'CLOSED',
    canRecover: false,
  },
];
const RECEIPT: NewReceipt = {
  code: '7K3M-9Q2P-4TXA-N',
  secret: '0123456789abcdef0123',
  receiptNo: 2,
  categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
  receivedOn: '2023-03-10',
  statusUrl: 'https://kien-nghi.example/track.html#7K3M-9Q2P-4TXA-N',
};
const LETTER_PATH = `GET /api/operator/notices/${DESK_NOTICE.petitionId}/${DESK_NOTICE.id}/letter`;
const RECEIPT_PATH = `/api/operator/petitions/${FOUND[0]?.petitionId ?? ''}/receipts`;
const SIZES = [
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
] as const;

describe.skipIf(CHROMIUM === undefined)('letters and lost codes at the desk (need Chromium)', () => {
  const under = useBrowser();

  beforeEach(() => {
    under.server.answers = {
      'GET /_local/clock': () => ({ body: { now: '2023-03-20T02:00:00.000Z' } }),
      'POST /_local/token': () => ({ body: { token: 'demo-token' } }),
      'GET /api/units': () => ({ body: { items: PROVINCES } }),
      'GET /api/operator/notices': () => ({ body: { items: [DESK_NOTICE] } }),
      [LETTER_PATH]: () => ({ body: LETTER }),
      'POST /api/operator/searches': () => ({ body: { items: FOUND, more: false } }),
      [`POST ${RECEIPT_PATH}`]: () => ({ body: RECEIPT }),
    };
  });

  it.each(SIZES)(
    'a letter is read, printed without the page around it and left on %s',
    async (_, viewport) => {
      const page = await under.open('/desk.html', { viewport });
      await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
      await page.getByRole('button', { name: 'Đọc danh sách' }).click();
      await page.getByRole('button', { name: 'Mở thư để in' }).click();
      const letter = page.getByRole('article', { name: 'Trả lời kiến nghị' });
      await letter.getByText('Đã lắp biển cấm dừng đỗ.').waitFor();
      await letter.getByText('Đã trao tay ngày').waitFor();
      await expectAccessible(page);
      await expectNoSideways(page);

      await page.getByLabel('A4').check();
      expect(await letter.getAttribute('class')).toContain('a4');
      await page.emulateMedia({ media: 'print' });
      for (const hidden of ['In thư', 'Về danh sách', 'Bàn tiếp nhận', 'Khổ giấy'])
        expect(await page.getByText(hidden, { exact: false }).first().isVisible(), hidden).toBe(false);
      expect(await letter.getByText('Kính gửi: Trần Thị Mai').isVisible()).toBe(true);
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('button', { name: 'Về danh sách' }).click();
      await page.getByRole('button', { name: 'Mở thư để in' }).waitFor();
    },
  );

  const search = async (viewport: { width: number; height: number } = DESKTOP) => {
    const page = await under.open('/lost-code.html', { viewport });
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
    await page.getByLabel('Số điện thoại hoặc thư điện tử').fill('0901 234 567');
    await page.getByLabel('Họ và tên người gửi').fill('tran thi mai');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText('Tìm thấy').waitFor();
    return page;
  };

  it.each(SIZES)(
    'a lost code is found and a new receipt handed out on %s, accessibly',
    async (_, viewport) => {
      const page = await search(viewport);
      await page.getByText('Tìm thấy 2 kiến nghị.').waitFor();
      await expectAccessible(page);
      await expectNoSideways(page);
      expect(await page.getByRole('button', { name: 'Cấp lại phiếu cho kiến nghị này' }).count()).toBe(1);
      await page.getByRole('button', { name: 'Cấp lại phiếu cho kiến nghị này' }).click();
      await page.getByRole('button', { name: 'Cấp lại phiếu', exact: true }).click();
      await page.getByText('Ghi lý do, ít nhất 5 ký tự.').waitFor();
      await page.getByLabel('Lý do cấp lại phiếu').fill('Mất phiếu, đã đối chiếu căn cước.');
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Cấp lại phiếu', exact: true }).click();
      await page.getByRole('heading', { name: 'Phiếu tiếp nhận kiến nghị, cấp lần 2' }).waitFor();
      await page.getByText(RECEIPT.secret).waitFor();
      await expectAccessible(page);
      await expectNoSideways(page);
      await page.getByRole('button', { name: 'Đã trao phiếu' }).click();
      expect(await page.getByText(RECEIPT.secret).count()).toBe(0);

      const [asked, posted] = under.server.requests.filter(({ method, path }) =>
        method === 'POST' ? path.startsWith('/api/operator') : false,
      );
      expect(asked?.path).toBe('/api/operator/searches');
      expect(JSON.parse(Buffer.from(asked?.body ?? '', 'latin1').toString('utf8'))).toEqual({
        contact: '0901 234 567',
        name: 'tran thi mai',
      });
      expect(posted?.path).toBe(RECEIPT_PATH);
      expect(posted?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
      expect(page.url()).not.toMatch(/0901|mai/);
    },
  );

  it('asks for both contact and name, and says why nothing is found', async () => {
    under.server.answers['POST /api/operator/searches'] = () => ({ body: { items: [], more: false } });
    const page = await under.open('/lost-code.html');
    await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText('Ghi họ và tên.').waitFor();
    expect(under.server.requests.some(({ path }) => path === '/api/operator/searches')).toBe(false);
    await page.getByLabel('Số điện thoại hoặc thư điện tử').fill('0901 234 567');
    await page.getByLabel('Họ và tên người gửi').fill('Trần Mai');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByText('Không tìm thấy kiến nghị nào.').waitFor();
    await page.getByText('gửi trước khi hệ thống có chức năng này').waitFor();
    await expectAccessible(page);
  });

  it('says when the hour is used up', async () => {
    under.server.answers['POST /api/operator/searches'] = () => ({
      status: 429,
      body: { title: 'Quá nhiều yêu cầu, xin đợi đến giờ sau' },
    });
    const page = await under.open('/lost-code.html');
    await page.getByRole('button', { name: 'Dùng tài khoản thử' }).click();
    await page.getByLabel('Số điện thoại hoặc thư điện tử').fill('0901 234 567');
    await page.getByLabel('Họ và tên người gửi').fill('Trần Mai');
    await page.getByRole('button', { name: 'Tìm', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: 'Quá nhiều yêu cầu' }).waitFor();
  });
});
