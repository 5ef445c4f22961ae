import { describe, expect, it } from 'vitest';
import { CODE, TRACKED } from './fixtures.js';
import { CHROMIUM, expectAccessible, expectNoSideways, PHONE, useBrowser } from './use-browser.js';

const PATH = `GET /api/petitions/${CODE.replaceAll('-', '')}`;
const MATTER = '20G3-0G2G-C1R8-E';
const SPLIT = {
  ...TRACKED,
  ...{ status: 'SPLIT', outcome: null, dueAt: null, feedbackUntil: null, hops: [] },
  matters: [
    {
      ...{ code: '7QK2-M4TX-9B3R-D', category: 'CCCD', categoryLabel: 'Căn cước, cư trú' },
      ...{ status: 'ACCEPTED', dueAt: '2023-03-15T10:00:00.000Z', late: true },
      holder: { id: 'cong-an-huyen/d:770@0', name: 'Công an Quận 3', tier: 'huyen' },
    },
    {
      ...{ code: MATTER, category: 'BHYT-YTE', categoryLabel: 'Y tế, bảo hiểm y tế, dịch bệnh' },
      ...{ status: 'CLOSED', dueAt: null, late: false, holder: null },
    },
  ],
};

describe.skipIf(CHROMIUM === undefined)('a split submission on the tracking page (needs Chromium)', () => {
  const under = useBrowser();

  it('lists its matters on a phone: code, unit, state, date, and which one is late', async () => {
    under.server.answers = { [PATH]: () => ({ body: SPLIT }) };
    const page = await under.open(`/track.html#${CODE}`, { viewport: { ...PHONE, width: 360 } });
    const heading = page.getByRole('heading', { name: 'Các vụ việc', exact: true });
    await heading.waitFor();
    const rows = await page.locator('section', { has: heading }).locator('li').allInnerTexts();
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Công an Quận 3');
    expect(rows[0]).toContain('Quá hạn trả lời');
    expect(rows[0]).toContain('15/03/2023');
    expect(rows[1]).toContain(MATTER);
    expect(rows[1]).not.toContain('Quá hạn');
    expect(await page.getByText('Mỗi vụ việc có hạn trả lời riêng').count()).toBe(1);
    await expectAccessible(page);
    await expectNoSideways(page);
    under.server.answers[`GET /api/petitions/${MATTER.replaceAll('-', '')}`] = () => ({
      body: { ...TRACKED, code: MATTER },
    });
    await page.getByRole('link', { name: MATTER }).click();
    await page.getByRole('heading', { name: 'Đã giải quyết' }).waitFor();
  });
});
