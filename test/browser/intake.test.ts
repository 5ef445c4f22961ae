import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { smallJpeg } from './small-jpeg.js';
import { CATEGORIES, CODE, RECEIPT, UNITS } from './fixtures.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

describe.skipIf(CHROMIUM === undefined)('the intake form (needs Chromium)', () => {
  const under = useBrowser();

  beforeEach(() => {
    under.server.answers = {
      'GET /api/categories': () => ({ body: { items: CATEGORIES } }),
      'GET /api/units': () => ({ body: { items: UNITS } }),
      'POST /api/petitions': () => ({ status: 202, body: RECEIPT }),
    };
  });

  const posts = () => under.server.requests.filter(({ method }) => method === 'POST');

  const fill = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: 'Biển báo, cấm dừng đỗ' }).click();
    await page.getByLabel('Phường, xã nơi xảy ra sự việc').fill('thoi an');
    await page.getByRole('button', { name: 'Phường Thới An, Quận 12' }).click();
    await page.getByLabel('Mô tả sự việc và đề nghị').fill('Xe khách đậu kín đường nội bộ khu dân cư.');
    await page.getByLabel('Họ và tên').fill('Trần Thị Mai');
    await page.getByLabel('Tôi đồng ý').check();
  };

  const send = (page: Page): Promise<void> => page.getByRole('button', { name: 'Gửi kiến nghị' }).click();

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('is accessible on %s: empty, chosen, with errors, and as a receipt', async (_, viewport) => {
    const page = await under.open('/index.html', { viewport });
    await page.getByRole('heading', { name: 'Gửi kiến nghị', level: 1 }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Phản ánh một sự việc').check();
    await page.getByText('Không biết phường, xã? Dán tọa độ').click();
    await page.getByRole('button', { name: 'Biển báo, cấm dừng đỗ' }).click();
    await page.getByLabel('Phường, xã nơi xảy ra sự việc').fill('thoi an');
    await page.getByText('Có 2 kết quả').waitFor();
    await send(page);
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
    await fill(await reopened(page));
    await send(page);
    await page.getByRole('heading', { name: 'Đã tiếp nhận kiến nghị' }).waitFor();
    await expectAccessible(page);
    await expectNoSideways(page);
  });

  const reopened = async (page: Page): Promise<Page> => {
    await page.reload();
    await page.getByLabel('Tìm loại việc').waitFor();
    return page;
  };

  it('is accessible in dark colours', async () => {
    const page = await under.open('/index.html', { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Biển báo, cấm dừng đỗ' }).click();
    await send(page);
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
  });

  it('can be filled in and sent by keyboard alone', async () => {
    const page = await under.open('/index.html');
    const tabUntil = async (
      what: string,
      isThere: (shown: { id: string; text: string }) => boolean,
    ): Promise<void> => {
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press('Tab');
        const shown = await page.evaluate(() => ({
          id: document.activeElement?.id ?? '',
          text: document.activeElement?.textContent ?? '',
        }));
        if (isThere(shown)) return;
      }
      throw new Error(`never reached ${what}`);
    };
    const tabTo = (id: string): Promise<void> => tabUntil(id, (shown) => shown.id === id);
    const tabToButton = (text: string): Promise<void> =>
      tabUntil(text, (shown) => shown.text.startsWith(text));
    await page.getByLabel('Tìm loại việc').waitFor();
    await tabTo('category');
    await tabToButton('Biển báo, cấm dừng đỗ');
    await page.keyboard.press('Enter');
    await page.getByText('Chọn loại việc khác').waitFor();
    await tabTo('unit');
    await page.keyboard.type('thoi an');
    await page.getByText('Có 2 kết quả').waitFor();
    await tabToButton('Phường Thới An, Quận 12');
    await page.keyboard.press('Enter');
    await page.getByText('Chọn phường, xã khác').waitFor();
    await tabTo('description');
    await page.keyboard.type('Xe khách đậu kín đường nội bộ.');
    await tabTo('name');
    await page.keyboard.type('Trần Thị Mai');
    await tabTo('consent');
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Đã tiếp nhận kiến nghị' }).waitFor();
    expect(posts()).toHaveLength(1);
  });

  it('keeps the focus where a choice was made or undone, so that the keyboard does not start over', async () => {
    const page = await under.open('/index.html');
    const focused = () => page.locator(':focus');
    await page.getByRole('button', { name: 'Biển báo, cấm dừng đỗ' }).click();
    await focused().filter({ hasText: 'Chọn loại việc khác' }).click();
    await focused().and(page.getByLabel('Tìm loại việc')).waitFor();
  });

  it('finds categories by words of their examples, without accents', async () => {
    const page = await under.open('/index.html');
    await page.getByLabel('Tìm loại việc').fill('ban ghe quan nhau');
    await page.getByText('1 loại việc', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Trật tự đô thị' }).waitFor();
    await page.getByLabel('Tìm loại việc').fill('khong co gi');
    await page.getByText('Không có loại việc nào').waitFor();
    await expectAccessible(page);
  });

  it('sends what was said, with a key; answers to questions only where they were given', async () => {
    const page = await under.open('/index.html');
    await fill(page);
    const question = page.getByRole('group', { name: 'Vị trí nằm trên đường do thành phố quản lý?' });
    await question.getByLabel('Không phải').check();
    await send(page);
    await page.getByText(CODE).waitFor();
    const [post] = posts();
    expect(JSON.parse(Buffer.from(post?.body ?? '', 'latin1').toString('utf8'))).toEqual({
      category: 'GT-BIEN',
      conditions: { 'duong-tp': false },
      unit: 'w:26773@0',
      description: 'Xe khách đậu kín đường nội bộ khu dân cư.',
      submitter: { kind: 'person', name: 'Trần Thị Mai' },
      channel: 'web',
      consent: true,
    });
    expect(post?.headers['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says in a sensitive category that the unit will not see the person, and where to say more', async () => {
    const page = await under.open('/index.html', { viewport: PHONE });
    await page.getByLabel('Tìm loại việc').waitFor();
    expect(await page.getByText('không thấy họ tên').count()).toBe(0);
    await page.getByRole('button', { name: 'An ninh trật tự' }).click();
    await page.getByText('đơn vị giải quyết không thấy họ tên, liên hệ ghi ở mục 4').waitFor();
    await page.getByText('không xem được họ tên và liên hệ').waitFor();
  });

  it('repeats a lost post under the same key, also after a reload; the next petition gets another one', async () => {
    const page = await under.open('/index.html');
    under.server.answers['POST /api/petitions'] = () => ({
      status: 503,
      body: { title: 'Hệ thống đang bận' },
    });
    await fill(page);
    await send(page);
    await page.getByText('Hệ thống đang bận').waitFor();
    under.server.answers['POST /api/petitions'] = () => ({ status: 202, body: RECEIPT });
    await fill(await reopened(page));
    await send(page);
    await page.getByRole('button', { name: 'Gửi kiến nghị khác' }).click();
    await fill(page);
    await send(page);
    await page.getByText(CODE).waitFor();
    const [lost, again, next] = posts().map(({ headers }) => headers['idempotency-key']);
    expect(again).toBe(lost);
    expect(next).not.toBe(lost);
  });

  it('shows what is missing, takes the focus there and leads to the fields', async () => {
    const page = await under.open('/index.html');
    await page.getByLabel('Tìm loại việc').waitFor();
    await send(page);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.getByRole('link').count()).toBe(5);
    expect(await alert.evaluate((box) => box === document.activeElement)).toBe(true);
    await alert.getByRole('link', { name: 'Mô tả sự việc' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('description');
    expect(posts()).toEqual([]);
  });

  it('shows faults that the API finds at their fields and keeps what was typed', async () => {
    under.server.answers['POST /api/petitions'] = () => ({
      status: 422,
      body: {
        type: 'urn:kien-nghi:problem:invalid-input',
        title: 'Thông tin gửi lên chưa hợp lệ',
        errors: [{ pointer: '/unit', code: 'unit-divided', message: 'Phường này đã được chia.' }],
      },
    });
    const page = await under.open('/index.html');
    await fill(page);
    await send(page);
    await page.getByRole('alert').getByRole('link', { name: 'Phường này đã được chia.' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('unit');
    expect(await page.locator('#unit-error').textContent()).toContain('Phường này đã được chia.');
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe('Trần Thị Mai');
  });

  it('asks for units once the typing pauses, and says when there is none', async () => {
    const page = await under.open('/index.html');
    under.server.answers['GET /api/units'] = ({ query }) => ({
      body: { items: query.get('q') === 'thoi an' ? UNITS : [] },
    });
    const field = page.getByLabel('Phường, xã nơi xảy ra sự việc');
    await field.pressSequentially('thoi an', { delay: 5 });
    await page.getByText('Có 2 kết quả').waitFor();
    await field.fill('khong co');
    await page.getByText('Không có phường, xã nào có tên này').waitFor();
    const asked = under.server.requests
      .filter(({ path }) => path === '/api/units')
      .map(({ query }) => query.get('q'));
    expect(asked.at(-1)).toBe('khong co');
    expect(asked).not.toContain('t');
  });

  it('sends a photo smaller and without what the camera wrote into it', async () => {
    const page = await under.open('/index.html');
    await fill(page);
    const photo = await smallJpeg(page);
    expect(photo.includes('Exif')).toBe(true);
    await page
      .getByLabel('Ảnh hiện trường')
      .setInputFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('button', { name: 'Bỏ ảnh 1' }).waitFor();
    await send(page);
    await page.getByText(CODE).waitFor();
    const { photos } = JSON.parse(posts()[0]?.body ?? '{}') as { photos: string[] };
    const sent = Buffer.from(photos[0] ?? '', 'base64');
    expect(sent.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(sent.includes('Exif')).toBe(false);
    expect(sent.includes('10.869')).toBe(false);
  });

  it('refuses what is no picture, and a fourth one', async () => {
    const page = await under.open('/index.html');
    await page.getByLabel('Tìm loại việc').waitFor();
    const input = page.getByLabel('Ảnh hiện trường');
    await input.setInputFiles({
      name: 'x.jpg',
      mimeType: 'image/jpeg',
      buffer: Buffer.from('not a picture'),
    });
    await page.locator('#photos-error').filter({ hasText: 'Tệp bị hỏng' }).waitFor();
    const buffer = await smallJpeg(page);
    await input.setInputFiles(
      [1, 2, 3, 4].map((n) => ({ name: `${n}.jpg`, mimeType: 'image/jpeg', buffer })),
    );
    await page.locator('#photos-error').filter({ hasText: 'tối đa 3 tệp' }).waitFor();
    expect(await page.getByRole('button', { name: /Bỏ ảnh/ }).count()).toBe(3);
  });

  it('leaves nothing personal behind in the browser', async () => {
    const page = await under.open('/index.html');
    await fill(page);
    await send(page);
    await page.getByText(CODE).waitFor();
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]));
    expect(kept).toBe('[{},{},""]');
  });
});
