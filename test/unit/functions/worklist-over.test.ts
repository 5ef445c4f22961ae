import { describe, expect, it } from 'vitest';
import { hearResident } from '../../../core/use-cases/hear-resident.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
import { sendNotice } from '../../../core/use-cases/send-notice.js';
import { createHandler } from '../../../functions/list-notices/handler.js';
import { call, httpEvent, staff } from './support/http-event.js';
import { BODY, createStage, LINK } from './support/stage.js';
import { useLog } from './support/use-log.js';

const WITHOUT_MAIL = { ...BODY, submitter: { kind: 'person', name: 'Trần Thị Mai', phone: '0900 000 001' } };

describe("a question on the desk's worklist", () => {
  useLog();

  it('is there until it is answered, and not any more then, nor a page of nothing before what follows', async () => {
    const stage = createStage();
    const petition = await stage.assigned(WITHOUT_MAIL);
    const path = { link: LINK };
    const { text } = await call(stage.open, httpEvent('GET /t/{link}', { path }));
    const nonce = /name="nonce" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const body = new URLSearchParams({ nonce, decision: 'ask', text: 'Hẻm nào?' }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    await call(stage.decide, httpEvent('POST /t/{link}', { path, headers, body }));
    for (const ref of await stage.fakes.notices.due('p:79@0', stage.fakes.clock.now(), { limit: 100 }))
      await sendNotice(stage.deps, ref);
    const kinds = async (limit: string) => {
      const query = { province: 'p:79@0', limit };
      const claims = staff('operator');
      const listed = await call(
        createHandler(stage.deps),
        httpEvent('GET /api/operator/notices', { query, claims }),
      );
      return (listed.json['items'] as { kind: string }[]).map(({ kind }) => kind);
    };
    expect(await kinds('50')).toContain('question');
    const before = await kinds('50');
    await hearResident(stage.deps, {
      code: petition.code,
      secret: await receiptSecret(stage.fakes.keyed, petition.id),
      word: { kind: 'answer', text: 'Hẻm 5.' },
      key: null,
    });
    expect(await kinds('50')).toEqual(before.filter((kind) => kind !== 'question'));
    expect(await kinds('1')).not.toEqual([]);
  });
});
