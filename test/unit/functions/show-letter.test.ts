import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Petition } from '../../../core/petition/petition.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { createHandler } from '../../../functions/show-letter/handler.js';
import { LetterSchema } from '../../../functions/show-letter/schema.js';
import { captureLog, type CapturedLog } from './support/captured-log.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, LINK, type Stage } from './support/stage.js';

const DECISION = '000003-0';

describe('a letter of the worklist', () => {
  let stage: Stage;
  let log: CapturedLog;
  let petition: Petition;

  beforeEach(async () => {
    log = captureLog();
    stage = createStage();
    const submitter = { kind: 'person', name: 'Trần Thị Mai' };
    petition = await stage.assigned({ ...BODY, submitter });
    const path = { link: LINK };
    const { text } = await call(stage.open, httpEvent('GET /t/{link}', { path }));
    const body = new URLSearchParams({
      nonce: /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '',
      ...{ decision: 'resolve', text: 'Đã lắp biển cấm.', noEvidenceReason: 'Chưa có ảnh.' },
      ...{ actorName: 'A', actorPosition: 'B', documentNo: '12/UBND-KT' },
    }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await call(stage.decide, httpEvent('POST /t/{link}', { path, headers, body }));
    await sendNotice(stage.deps, { petitionId: petition.id, id: DECISION });
  });
  afterEach(() => {
    log.release();
  });

  const letter = (id = DECISION, claims = staff('operator'), petitionId = petition.id) =>
    call(
      createHandler(stage.deps),
      httpEvent('GET /api/operator/notices/{petitionId}/{id}/letter', { path: { petitionId, id }, claims }),
    );

  it('brings the answer in the words of the unit, with code, body, person and what can be done', async () => {
    const { status, json, text } = await letter();
    expect(status).toBe(200);
    expect(LetterSchema.parse(json)).toEqual(json);
    expect(json).toMatchObject({
      title: 'Trả lời kiến nghị',
      sender: expect.stringContaining('Thới An') as string,
      recipient: 'Trần Thị Mai',
      writtenOn: '2023-03-10',
      said: 'Đã lắp biển cấm.',
    });
    expect(text).toContain('12/UBND-KT');
    expect((json['facts'] as string[][]).map(([term]) => term)).not.toContain('Mã kiến nghị');
    expect(text).toContain('mang theo phiếu tiếp nhận hoặc nêu mã kiến nghị');
    expect(text).not.toContain(await stage.secretOf(petition));
    expect(text).not.toContain('~');
    expect(text).toBe(text.normalize('NFC'));
  });

  it('is on record with who opened it, without the name that it shows', async () => {
    log.release();
    log = captureLog();
    await letter();
    const line = log.entries().find((entry) => entry['message'] === 'Letter shown');
    expect(line).toMatchObject({ userId: 'user-1', petitionId: petition.id, noticeId: DECISION });
    expect(log.text()).not.toContain('Mai');
  });

  it('is for operators', async () => {
    for (const role of ['auditor', 'supervisor'])
      expect((await letter(DECISION, staff(role))).status).toBe(403);
    expect((await letter(DECISION, {})).status).toBe(401);
  });

  it('is none where the notice is not with the desk, goes to an agency or does not exist', async () => {
    expect((await letter('000001-0')).status).toBe(409);
    expect((await letter('000002-0')).status).toBe(404);
    expect((await letter('000099-0')).status).toBe(404);
    expect((await letter('x')).status).toBe(404);
  });

  it('can be printed once more after it was handed over', async () => {
    const notice = await stage.fakes.notices.load({ petitionId: petition.id, id: DECISION });
    await stage.fakes.notices.settle(notice!, { status: 'DONE_BY_HAND', at: stage.fakes.clock.now() });
    expect((await letter()).status).toBe(200);
  });
});
