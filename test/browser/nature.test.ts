import { beforeEach, describe, expect, it } from 'vitest';
import { CATEGORIES, RECEIPT, UNITS } from './fixtures.js';
import { CHROMIUM, expectAccessible, useBrowser } from './use-browser.js';

describe.skipIf(CHROMIUM === undefined)('what the intake asks first (needs Chromium)', () => {
  const under = useBrowser();
  beforeEach(() => {
    under.server.answers = {
      'GET /api/categories': () => ({ body: { items: CATEGORIES } }),
      'GET /api/units': () => ({ body: { items: UNITS } }),
      'POST /api/petitions': () => ({ status: 202, body: RECEIPT }),
    };
  });

  it.each([
    ['Không đồng ý với một quyết định', 'Khiếu nại: xin không gửi ở đây', 'Ban Tiếp công dân'],
    ['Báo một người có hành vi vi phạm', 'Tố cáo: xin không gửi ở đây', 'Thanh tra'],
  ])('guides “%s” to its own track and takes nothing of it', async (choice, title, where) => {
    const page = await under.open('/index.html');
    const send = page.getByRole('button', { name: 'Gửi kiến nghị' });
    await page.getByLabel(choice).check();
    await page.getByText(title).waitFor();
    expect(await page.getByRole('status').first().textContent()).toContain(where);
    expect(await send.count()).toBe(0);
    await expectAccessible(page);
    await page.getByLabel('Phản ánh một sự việc').check();
    await page.getByRole('button', { name: 'Biển báo, cấm dừng đỗ' }).click();
    await page.getByLabel('Phường, xã nơi xảy ra sự việc').fill('thoi an');
    await page.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
    await page.getByLabel('Mô tả sự việc và đề nghị').fill('Xe khách đậu kín đường nội bộ khu dân cư.');
    await page.getByLabel('Họ và tên').fill('Trần Thị Mai');
    await page.getByLabel('Tôi đồng ý').check();
    await send.click();
    await page.getByRole('heading', { name: 'Đã tiếp nhận kiến nghị' }).waitFor();
    const posted = under.server.requests.filter(({ method }) => method === 'POST');
    expect(posted).toHaveLength(1);
    expect(JSON.stringify(posted)).not.toMatch(/nature|khieu-nai|to-cao/);
  });
});
