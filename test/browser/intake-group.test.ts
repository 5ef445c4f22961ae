import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { CATEGORIES, CODE, RECEIPT, UNITS } from './fixtures.js';
import { CHROMIUM, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

describe.skipIf(CHROMIUM === undefined)(
  'many people, or nobody by name, on the intake form (needs Chromium)',
  () => {
    const under = useBrowser();

    beforeEach(() => {
      under.server.answers = {
        'GET /api/categories': () => ({ body: { items: CATEGORIES } }),
        'GET /api/units': () => ({
          body: { items: UNITS.map((unit) => ({ ...unit, takesAnonymous: true })) },
        }),
        'POST /api/petitions': () => ({ status: 202, body: RECEIPT }),
      };
    });

    const sent = () =>
      under.server.requests
        .filter(({ method }) => method === 'POST')
        .map(
          ({ body }) => JSON.parse(Buffer.from(body, 'latin1').toString('utf8')) as Record<string, unknown>,
        );

    const start = async (): Promise<Page> => {
      const page = await under.open('/index.html', { viewport: { ...PHONE, width: 360 } });
      await page.getByRole('button', { name: 'Biển báo, cấm dừng đỗ' }).click();
      await page.getByLabel('Phường, xã nơi xảy ra sự việc').fill('thoi an');
      await page.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
      await page.getByLabel('Mô tả sự việc và đề nghị').fill('Xe khách đậu kín đường nội bộ khu dân cư.');
      await page.getByLabel('Tôi đồng ý').check();
      return page;
    };

    it('takes a group by keyboard: number, two representatives, one too many never on offer', async () => {
      const page = await start();
      await page.getByLabel('Tổ nhân dân tự quản, nhóm người dân').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Các hộ hẻm 549');
      await page.keyboard.press('Tab');
      await page.keyboard.type('4');
      await page.getByRole('button', { name: 'Gửi kiến nghị' }).press('Enter');
      const alert = page.getByRole('alert');
      await alert.getByRole('link', { name: /từ 5 người trở lên/ }).press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('people');
      await expectAccessible(page);
      await expectNoSideways(page);
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type('10');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Trần Thị Mai');
      await page.keyboard.press('Tab');
      await page.keyboard.type('0900 000 001');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.getByLabel('Họ và tên người đại diện 2').and(page.locator(':focus')).waitFor();
      await page.keyboard.type('Lê Văn Minh');
      expect(await page.getByRole('button', { name: 'Thêm người đại diện' }).count()).toBe(0);
      await expectAccessible(page);
      await expectNoSideways(page);
      await page.getByRole('button', { name: 'Gửi kiến nghị' }).press('Enter');
      await page.getByText(CODE).waitFor();
      expect(sent()).toMatchObject([
        {
          submitter: { kind: 'people-group', name: 'Các hộ hẻm 549' },
          people: 10,
          representatives: [{ name: 'Trần Thị Mai', phone: '0900 000 001' }, { name: 'Lê Văn Minh' }],
        },
      ]);
    });

    it('gives the focus back when a representative is taken out', async () => {
      const page = await start();
      await page.getByLabel('Tổ nhân dân tự quản, nhóm người dân').check();
      await page.getByLabel('Số người cùng kiến nghị').fill('20');
      await page.getByRole('button', { name: 'Thêm người đại diện' }).click();
      await page.getByRole('button', { name: 'Bỏ người đại diện 2' }).click();
      await page.getByLabel('Họ và tên người đại diện 1').and(page.locator(':focus')).waitFor();
      expect(await page.getByLabel('Họ và tên người đại diện 2').count()).toBe(0);
    });

    it('asks nothing of whoever gives no name, where that is taken', async () => {
      const page = await start();
      await page.getByLabel('Không nêu tên').check();
      expect(await page.getByLabel(/Số điện thoại/).count()).toBe(0);
      await expectAccessible(page);
      await expectNoSideways(page);
      await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
      await page.getByText(CODE).waitFor();
      expect(sent()[0]?.['submitter']).toEqual({ kind: 'anonymous' });
    });

    it('does not offer it elsewhere', async () => {
      under.server.answers['GET /api/units'] = () => ({ body: { items: UNITS } });
      const page = await start();
      expect(await page.getByLabel('Không nêu tên').count()).toBe(0);
    });
  },
);
