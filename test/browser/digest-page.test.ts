import { beforeEach, describe, expect, it } from 'vitest';
import { renderAcceptedPage, renderUnacceptedPage } from '../../web/server/accepted-page.js';
import { renderDeadDigestPage, renderDigestPage, type DigestRowView } from '../../web/server/digest-page.js';
import { PAGE_HEADERS } from '../../web/server/headers.js';
import { CHROMIUM, DESKTOP, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const ID = '01958f6e-0000-7000-8000-00000000000';
const NONCE = '0123456789ab.cdefghijklmnopqrstuvwx';
const LONG_WORD = 'x'.repeat(300);
const due = (at: string, workingDays: number) => ({ at, provisional: false, workingDays });

const row = (n: number, overrides: Partial<DigestRowView> = {}): DigestRowView => ({
  value: `${ID}${n}.1`,
  href: `/t/AAAAAAAAAAAAAAAAAAAAAA.${ID}${n}.1`,
  code: '7K3M9Q2P4TXAN',
  categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
  placeName: 'Phường Thới An, Quận 12',
  receivedAt: '2023-03-10T02:00:00.000Z',
  status: 'ASSIGNED',
  ...{ isUrgent: false, isLate: false, isToAccept: true },
  acceptBy: due('2023-03-13T10:00:00.000Z', 0),
  resolveBy: due('2023-03-17T10:00:00.000Z', 4),
  followUpAt: null,
  ...overrides,
});

const page = (rows: DigestRowView[]): string =>
  renderDigestPage({
    ...{ day: '2023-03-13', now: '2023-03-13T02:00:00.000Z', holderName: 'UBND phường Thới An' },
    ...{ rows, nonce: NONCE, nextHref: '/d/live?from=abc', firstHref: null },
  });

const LIVE = page([
  row(1, { isLate: true, isUrgent: true, resolveBy: due('2023-03-10T10:00:00.000Z', 1) }),
  row(2),
  row(3, { status: 'ACCEPTED', isToAccept: false }),
  row(4, { categoryLabel: LONG_WORD, placeName: LONG_WORD, followUpAt: due('2023-03-20T10:00:00.000Z', 5) }),
]);

describe.skipIf(CHROMIUM === undefined)('the list of a digest (needs Chromium)', () => {
  const under = useBrowser();
  const served = (body: string) => () => ({ headers: { ...PAGE_HEADERS }, body });
  const shown = {
    code: '7K3M9Q2P4TXAN',
    categoryLabel: 'Biển báo',
    href: '/t/live',
    holderName: 'UBND Quận 12',
  };

  beforeEach(() => {
    under.server.answers = {
      'GET /d/live': served(LIVE),
      'GET /d/empty': served(page([])),
      'GET /d/dead': served(renderDeadDigestPage('expired')),
      'GET /d/none': served(renderUnacceptedPage({ linkId: 'live', because: 'none-chosen' })),
      'GET /d/done': served(
        renderAcceptedPage({
          rows: (['accepted', 'already', 'moved', 'busy'] as const).map((outcome) => ({ outcome, shown })),
          listHref: '/d/live',
        }),
      ),
      'POST /d/live': () => ({ body: '<p>posted' }),
    };
  });

  it.each(['/d/live', '/d/empty', '/d/dead', '/d/none', '/d/done'])(
    '%s is accessible and fits, small and large, light and dark',
    async (path) => {
      for (const viewport of [PHONE, DESKTOP]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const opened = await under.open(path, { viewport, colorScheme });
          await expectAccessible(opened);
          await expectNoSideways(opened);
        }
      }
    },
  );

  it('has late ones first; nothing is ticked beforehand, and what is accepted has no box', async () => {
    const opened = await under.open('/d/live');
    const headings = await opened.locator('h2').allTextContents();
    expect(headings).toEqual(['Quá hạn trả lời người dân', 'Còn trong hạn hoặc không tính hạn']);
    expect(await opened.locator('input[type=checkbox]').count()).toBe(3);
    expect(await opened.locator('input:checked').count()).toBe(0);
  });

  it('works without JavaScript, by keyboard alone: two ticked and sent', async () => {
    const opened = await under.open('/d/live', { javaScriptEnabled: false, viewport: PHONE });
    const boxes = opened.getByRole('checkbox', { name: /Tiếp nhận kiến nghị/ });
    for (const n of [0, 1]) {
      await boxes.nth(n).focus();
      await opened.keyboard.press('Space');
    }
    await opened.getByRole('button', { name: 'Tiếp nhận các kiến nghị đã chọn' }).focus();
    await opened.keyboard.press('Enter');
    await opened.getByText('posted').waitFor();
    const post = under.server.requests.find(({ method }) => method === 'POST');
    expect(post?.headers.origin).toBe(under.server.origin);
    const sent = new URLSearchParams(post?.body ?? '');
    expect(sent.getAll('task')).toEqual([`${ID}1.1`, `${ID}2.1`]);
    expect(sent.get('nonce')).toBe(NONCE);
  });

  it('leads to the page of each petition', async () => {
    const opened = await under.open('/d/live');
    const hrefs = await opened
      .locator('h3 a')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([1, 2, 3, 4].map((n) => `/t/AAAAAAAAAAAAAAAAAAAAAA.${ID}${n}.1`));
  });
});
