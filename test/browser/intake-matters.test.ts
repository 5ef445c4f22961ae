import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { CATEGORIES, CODE, RECEIPT, UNITS } from './fixtures.js';
import { CHROMIUM, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

describe.skipIf(CHROMIUM === undefined)('several matters on the intake form (needs Chromium)', () => {
  const under = useBrowser();

  beforeEach(() => {
    under.server.answers = {
      'GET /api/categories': () => ({ body: { items: CATEGORIES } }),
      'GET /api/units': () => ({ body: { items: UNITS } }),
      'POST /api/petitions': ({ body }) => ({
        status: 202,
        body: { ...RECEIPT, matters: body.includes('matters') ? [{ code: CODE, category: 'RAC' }] : [] },
      }),
    };
  });

  const sent = () =>
    under.server.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as Record<string, unknown>);

  const start = async (): Promise<Page> => {
    const page = await under.open('/index.html', { viewport: { ...PHONE, width: 360 } });
    await page.getByRole('button', { name: 'Biển báo, cấm dừng đỗ' }).click();
    await page.getByLabel('Phường, xã nơi xảy ra sự việc').fill('thoi an');
    await page.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
    await page.getByLabel('Mô tả sự việc và đề nghị').fill('Xe khách đậu kín đường nội bộ khu dân cư.');
    await page.getByLabel(/^Họ/).fill('Trần Thị Mai');
    await page.getByLabel('Tôi đồng ý').check();
    return page;
  };

  it('takes a second matter by keyboard, and says at its own fields what is missing', async () => {
    const page = await start();
    await page.getByRole('button', { name: 'Thêm việc khác' }).press('Enter');
    const category = page.getByLabel('Loại việc của việc 2');
    await category.and(page.locator(':focus')).waitFor();
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).press('Enter');
    const alert = page.getByRole('alert');
    expect(await alert.getByRole('link').allTextContents()).toHaveLength(2);
    await alert.getByRole('link').first().press('Enter');
    await category.and(page.locator(':focus')).waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    await category.selectOption({ index: 1 });
    await page.getByLabel('Mô tả việc 2 và đề nghị').fill('Rác ba ngày chưa thu gom ở đầu hẻm.');
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).press('Enter');
    await page.getByText(CODE).waitFor();
    expect(await page.getByText('Mỗi việc có đơn vị và hạn trả lời riêng').count()).toBe(1);
    expect(sent()).toMatchObject([
      {
        category: 'GT-BIEN',
        matters: [
          { category: 'GT-BIEN' },
          { category: expect.any(String) as string, description: 'Rác ba ngày chưa thu gom ở đầu hẻm.' },
        ],
      },
    ]);
  });

  it('asks the questions of the second category, and where it is when that is elsewhere', async () => {
    const page = await start();
    await page.getByRole('button', { name: 'Thêm việc khác' }).click();
    await page.getByLabel('Loại việc của việc 2').selectOption('TTDT');
    const second = page.getByRole('group', { name: 'Việc 2', exact: true });
    await second
      .getByRole('group', { name: 'Vị trí nằm trên đường do thành phố quản lý?' })
      .getByLabel('Phải', { exact: true })
      .check();
    await page.getByLabel('Mô tả việc 2 và đề nghị').fill('Rác ba ngày chưa thu gom ở đầu hẻm.');
    await page.getByLabel('Việc 2 xảy ra ở nơi khác').press('Space');
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    expect(await page.getByRole('alert').getByRole('link').allTextContents()).toHaveLength(1);
    await expectAccessible(page);
    await expectNoSideways(page);
    await page.getByLabel('Phường, xã nơi xảy ra việc 2').fill('thoi an');
    await second.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
    await page.getByLabel('Địa chỉ của việc 2').fill('Cổng chợ');
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    await page.getByText(CODE).waitFor();
    expect(sent()[0]?.['matters']).toMatchObject([
      { category: 'GT-BIEN' },
      {
        ...{ category: 'TTDT', conditions: { 'duong-tp': true } },
        ...{ unit: expect.stringMatching(/^w:/) as string, address: 'Cổng chợ' },
      },
    ]);
  });

  it('gives the focus back when a matter is taken out, and sends one petition then', async () => {
    const page = await start();
    await page.getByRole('button', { name: 'Thêm việc khác' }).click();
    await page.getByRole('button', { name: 'Bỏ việc 2' }).click();
    await page.getByLabel('Mô tả sự việc và đề nghị').and(page.locator(':focus')).waitFor();
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    await page.getByText(CODE).waitFor();
    expect(sent()[0]).not.toHaveProperty('matters');
  });
});
