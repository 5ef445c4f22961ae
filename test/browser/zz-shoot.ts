import { chromium } from 'playwright-core';
import { startStubServer } from '/work/main/test/browser/stub-server.ts';
import * as F from '/work/main/test/browser/fixtures.ts';
import { taskView, taskForm } from '/work/main/test/support/task-view.ts';
import { renderTaskPage } from '/work/main/web/server/task-page.ts';
import { renderReceiptPage } from '/work/main/web/server/receipt-page.ts';
import { renderMovedPage } from '/work/main/web/server/moved-page.ts';
import { PAGE_HEADERS } from '/work/main/web/server/headers.ts';
const s = await startStubServer('/work/main/web/dist');
const A = s.answers;
A['GET /api/categories'] = () => ({ body: { items: F.CATEGORIES } });
A['GET /api/units'] = () => ({ body: { items: F.UNITS } });
A['POST /api/petitions'] = () => ({ status: 202, body: F.RECEIPT });
A[`GET /api/petitions/${F.CODE.replaceAll('-','')}`] = () => ({ body: F.TRACKED });
A['GET /_local/clock'] = () => ({ body: { now: '2023-03-20T02:00:00.000Z' } });
A['POST /_local/token'] = () => ({ body: { token: 't' } });
A['GET /api/audit/petitions'] = () => ({ body: { items: [F.LISTED], next: 'x' } });
A[`GET /api/audit/petitions/${F.LISTED.id}/history`] = () => ({ body: { events: F.HISTORY } });
A[`GET /api/audit/petitions/${F.LISTED.id}`] = () => ({ body: F.RECORD });
A['GET /t/abc/files/0'] = () => ({ headers: {'content-type':'image/svg+xml'}, body: '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><rect width="90" height="90" fill="#7a8"/></svg>' });
A['GET /api/operator/notices'] = () => ({ body: { items: [F.DESK_NOTICE] } });
const page_ = (b: string) => () => ({ headers: PAGE_HEADERS as any, body: b });
A['GET /t/a'] = page_(renderTaskPage(taskView()));
A['GET /t/e'] = page_(renderTaskPage(taskView({ form: taskForm({ typed: { decision: 'resolve', text: 'Đã xong' }, errors: [{ field: 'noEvidenceReason', message: 'Xin đính kèm ảnh hoặc văn bản kết quả; nếu không có, xin nêu lý do.' }, { field: 'actorName', message: 'Xin điền mục này.' }] }) })));
A['GET /t/r'] = page_(renderReceiptPage({ code: F.CODE, categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông', decision: 'beyond-competence', at: '2023-03-13T03:10:00.000Z', agencyName: 'UBND phường Thới An', isRepeated: true, next: { holderName: 'UBND Quận 12', resolveBy: { at: '2023-03-20T10:00:00.000Z', provisional: false, workingDays: 5 } }, now: '2023-03-13T03:10:00.000Z', taskPath: null }));
A['GET /t/m'] = page_(renderMovedPage({ code: F.CODE, holder: { name: 'UBND Quận 12', since: '2023-03-13T03:10:00.000Z', kind: 'beyond-competence' }, decided: null, isRefusedPost: true, typedText: 'Đã xong.', trackPath: '/track.html' }));
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const sizes = { d: { width: 1280, height: 900 }, m: { width: 360, height: 740 } } as const;
for (const [k, viewport] of Object.entries(sizes)) {
  const shot = async (name: string, path: string, act?: (p: any) => Promise<void>) => {
    const c = await b.newContext({ viewport, locale: 'vi-VN', colorScheme: process.argv[2] === 'dark' ? 'dark' : 'light' });
    const p = await c.newPage();
    p.on('console', (m) => console.log(name, m.text())); p.on('pageerror', (e) => console.log(name, e.message));
    await p.goto(s.origin + path); await p.waitForTimeout(300);
    if (act) await act(p);
    await p.screenshot({ path: `/tmp/shots/${name}-${k}.png`, fullPage: true });
    await c.close();
  };
  await shot('index', '/index.html');
  await shot('filled', '/index.html', async (p) => {
    await p.click('text=Biển báo, cấm dừng'); await p.fill('#unit', 'thoi an'); await p.waitForTimeout(500);
    await p.click('button[type=submit]'); await p.waitForTimeout(200);
  });
  await shot('receipt', '/index.html', async (p) => {
    await p.click('text=Biển báo, cấm dừng'); await p.fill('#unit', 'thoi an'); await p.waitForTimeout(500);
    await p.click('label:has-text("Phường Thới An, Quận 12")'); await p.fill('#description', 'Xe khách đậu kín đường.'); await p.fill('#name', 'Mai'); await p.check('#consent');
    await p.click('button[type=submit]'); await p.waitForTimeout(300);
  });
  await shot('track', '/track.html#' + F.CODE);
  await shot('audit', '/audit.html', async (p) => { await p.click('text=Dùng tài khoản'); await p.waitForTimeout(200); await p.click('form button'); await p.waitForTimeout(200); });
  await shot('history', '/audit.html', async (p) => { await p.click('text=Dùng tài khoản'); await p.waitForTimeout(200); await p.click('form button'); await p.waitForTimeout(200); await p.click('table button'); await p.waitForTimeout(200); });
  await shot('desk', '/desk.html', async (p) => { await p.click('text=Dùng tài khoản'); await p.waitForTimeout(200); await p.click('form button'); await p.waitForTimeout(200); });
  await shot('task', '/t/a');
  await shot('task-error', '/t/e');
  await shot('task-receipt', '/t/r');
  await shot('task-moved', '/t/m');
}
await b.close(); await s.close();
