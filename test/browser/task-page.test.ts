import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { renderMovedPage } from '../../web/server/moved-page.js';
import { renderNotFoundPage } from '../../web/server/not-found-page.js';
import { PAGE_HEADERS } from '../../web/server/headers.js';
import { renderTaskPage } from '../../web/server/task-page.js';
import { taskForm, taskView } from '../support/task-view.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const LONG_WORD = 'x'.repeat(300);

describe.skipIf(CHROMIUM === undefined)('the official’s page (needs Chromium)', () => {
  const under = useBrowser();
  const page = (body: string) => () => ({ headers: { ...PAGE_HEADERS }, body });

  beforeEach(() => {
    under.server.answers = {
      'GET /t/live': page(renderTaskPage(taskView())),
      'GET /t/wrong': page(
        renderTaskPage(
          taskView({
            form: taskForm({
              typed: { decision: 'resolve', text: 'Đã xong.' },
              errors: [
                { field: 'evidence', message: 'Chỉ nhận ảnh JPEG, PNG hoặc văn bản PDF.' },
                { field: 'actorName', message: 'Xin điền mục này.' },
              ],
            }),
          }),
        ),
      ),
      'GET /t/long': page(
        renderTaskPage(taskView({ description: LONG_WORD, address: LONG_WORD, holderName: LONG_WORD })),
      ),
      'GET /t/moved': page(
        renderMovedPage({
          code: '7K3M9Q2P4TXAN',
          holder: { name: 'UBND Quận 12', since: '2023-03-13T03:10:00.000Z', kind: 'escalated' },
          decided: null,
          isReplaced: true,
          isRefusedPost: true,
          typedText: LONG_WORD,
          trackPath: '/track.html',
        }),
      ),
      'GET /t/unknown': page(renderNotFoundPage()),
      'POST /t/live': () => ({ body: '<p>posted' }),
      'GET /t/abc/files/0': () => ({
        headers: { 'content-type': 'image/svg+xml' },
        body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
      }),
    };
  });

  it.each(['/t/live', '/t/wrong', '/t/long', '/t/moved', '/t/unknown'])(
    '%s is accessible and fits, small and large',
    async (path) => {
      for (const viewport of [PHONE, DESKTOP]) {
        const opened = await under.open(path, { viewport });
        for (const details of await opened.locator('details:visible').all())
          await details.locator('summary').click();
        await expectAccessible(opened);
        await expectNoSideways(opened);
      }
    },
  );

  it.each(['accept', 'resolve', 'reject', 'transfer', 'beyond-competence', 'reclassify', 'extend', 'note'])(
    'is accessible with %s chosen, in dark colours too',
    async (decision) => {
      const opened = await under.open('/t/live', { viewport: PHONE, colorScheme: 'dark' });
      await opened.locator(`#decision-${decision}`).check();
      await expectAccessible(opened);
      await expectNoSideways(opened);
    },
  );

  const visibleFields = async (opened: Page): Promise<string[]> => {
    const names = await opened
      .locator('form :is(input, select, textarea):visible')
      .evaluateAll((all) => all.map((field) => (field as HTMLInputElement).name));
    return [...new Set(names)].filter((name) => name !== 'decision');
  };

  it('shows the fields of the decision that was chosen, and no others', async () => {
    const opened = await under.open('/t/live');
    expect(await visibleFields(opened)).toEqual([]);
    await opened.locator('#decision-transfer').check();
    expect(await visibleFields(opened)).toEqual(['agency', 'text']);
    await opened.locator('#decision-resolve').check();
    expect(await visibleFields(opened)).toEqual([
      'evidence',
      'noEvidenceReason',
      'text',
      'supportOpenReason',
      'actorName',
      'actorPosition',
      'documentNo',
      'signedFile',
    ]);
    await opened.locator('#decision-extend').check();
    expect(await visibleFields(opened)).toEqual(['until', 'text']);
  });

  it('works without JavaScript, by keyboard alone: chosen, written and sent', async () => {
    const opened = await under.open('/t/live', { javaScriptEnabled: false });
    const decision = opened.locator('#decision-accept');
    await decision.focus();
    await opened.keyboard.press('ArrowDown');
    await opened.keyboard.press('ArrowDown');
    expect(await opened.locator('#decision-note').isChecked()).toBe(true);
    await opened.keyboard.press('Tab');
    await opened.keyboard.type('Đã khảo sát.');
    await opened.keyboard.press('Tab');
    await opened.keyboard.press('Enter');
    await opened.getByText('posted').waitFor();
    const post = under.server.requests.find(({ method }) => method === 'POST');
    expect(post?.headers['content-type']).toContain('multipart/form-data');
    expect(post?.headers.origin).toBe(under.server.origin);
    const sent = Buffer.from(post?.body ?? '', 'latin1').toString('utf8');
    expect(sent).toContain('name="decision"\r\n\r\nnote\r\n');
    expect(sent).toContain('name="text"\r\n\r\nĐã khảo sát.\r\n');
    expect(sent).toContain('name="nonce"\r\n\r\n0123456789ab.cdefghijklmnopqrstuvwx\r\n');
  });

  it('a hurried click on the button decides nothing: no choice is sent', async () => {
    const opened = await under.open('/t/live');
    await opened.getByRole('button', { name: 'Ghi nhận' }).click();
    await opened.getByText('posted').waitFor();
    const post = under.server.requests.find(({ method }) => method === 'POST');
    expect(post?.body).not.toContain('name="decision"');
  });

  it('the summary of errors has the focus and leads to the fields', async () => {
    const opened = await under.open('/t/wrong');
    expect(await opened.evaluate(() => document.activeElement?.className)).toBe('summary');
    await opened.getByRole('link', { name: 'Họ và tên: Xin điền mục này.' }).click();
    expect(await opened.evaluate(() => document.activeElement?.id)).toBe('actorName');
    expect(await opened.locator('#text').inputValue()).toBe('Đã xong.');
  });
});
