import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitFor } from '../../local/client/wait-for.js';
import { findChromium } from '../support/chromium.js';
import { useSystem } from '../support/system.js';

const CHROMIUM = findChromium();
const under = useSystem('2023-03-10T02:00:00.000Z');

/** From the form to the history, each page in a real browser, on the deployed app. */
describe.skipIf(CHROMIUM === undefined)('the pages of the deployed app in Chromium', () => {
  let browser: Browser;
  let page: Page;
  let code = '';
  const faults: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: ['--no-sandbox'] });
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'vi-VN' });
    page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
  });
  afterAll(async () => {
    await browser.close();
  });

  const expectGood = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    expect(faults).toEqual([]);
  };

  it('a resident hands in a petition, finding the ward without accents', async () => {
    await page.goto(under.client.origin);
    await page.getByLabel('Tìm loại việc').fill('cam dung do');
    await page.getByRole('button', { name: /Biển báo, cấm dừng đỗ/ }).click();
    await page.getByLabel('Phường, xã nơi xảy ra sự việc').fill('thoi an quan 12');
    await page.getByRole('button', { name: /Phường Thới An, Quận 12/ }).click();
    await page
      .getByLabel('Mô tả sự việc và đề nghị')
      .fill('Xe khách đậu kín đường nội bộ khu dân cư Phú Nhuận.');
    await page.getByLabel('Họ và tên').fill('Trần Thị Mai');
    await page.getByLabel('Thư điện tử').fill('mai.tran@cu-dan.example');
    await page.getByRole('checkbox', { name: /Tôi đồng ý/ }).check();
    await page.getByRole('button', { name: 'Gửi kiến nghị' }).click();
    await page.getByRole('heading', { name: 'Đã tiếp nhận kiến nghị' }).waitFor();
    code = (await page.locator('.code.big').textContent()) ?? '';
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/);
    await expectGood();
  });

  it('the ward opens the link of its mail, without script, and answers by keyboard', async () => {
    const mail = await waitFor('the mail of the ward', async () =>
      (await under.client.inbox()).find(
        ({ to, subject }) => to.startsWith('tiepnhan@phuongthoian') && subject.includes(code),
      ),
    );
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    const official = await context.newPage();
    await official.goto(under.client.origin + (under.client.linkIn(mail) ?? ''));
    await official.getByRole('radio', { name: /Nhận giải quyết/ }).focus();
    await official.keyboard.press('Space');
    await official.getByRole('button', { name: 'Ghi nhận' }).focus();
    await official.keyboard.press('Enter');
    await official.getByText(code).first().waitFor();
    expect((await under.client.track(code)).status).toBe('ACCEPTED');
    await context.close();
  });

  it('the resident follows the code', async () => {
    await page.goto(`${under.client.origin}/track.html#${code}`);
    await page.getByText('UBND Phường Thới An').first().waitFor();
    await expectGood();
  });

  it('the auditor finds the petition and its whole history', async () => {
    await page.goto(`${under.client.origin}/audit.html`);
    await page.getByRole('button', { name: /tài khoản thử/ }).click();
    await page
      .getByRole('button', { name: /Tìm|Tra cứu/ })
      .first()
      .click();
    await page
      .getByRole('button', { name: new RegExp(code) })
      .or(page.getByText(code))
      .first()
      .click();
    await page
      .getByText('TaskAccepted')
      .or(page.getByText(/nhận giải quyết/i))
      .first()
      .waitFor();
    await expectGood();
  });
});
