import { beforeEach, describe, expect, it } from 'vitest';
import { call, httpEvent } from './support/http-event.js';
import { createStage, PERSONAL, WARD, type Stage } from './support/stage.js';
import { useLog } from './support/use-log.js';

describe('GET /api/petitions/{code}', () => {
  let stage: Stage;
  const log = useLog();
  beforeEach(() => {
    stage = createStage();
  });

  const track = (code: string) =>
    call(stage.track, httpEvent('GET /api/petitions/{code}', { path: { code } }));

  it('tells holder, dates and coded hops, and no person', async () => {
    const { code } = await stage.assigned();
    const { status, json, text } = await track(code);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      categoryLabel: 'Biển báo, cấm dừng đỗ, tổ chức giao thông',
      status: 'ASSIGNED',
      holder: { id: WARD, tier: 'xa' },
      late: false,
      hops: [{ from: null, to: WARD, kind: 'routed', reason: 'competent-by-rule' }],
      outcome: null,
    });
    expect(json['dueAt']).toBe((json['promised'] as Record<string, unknown>)['resolveBy']);
    for (const word of PERSONAL) expect(text + log.text()).not.toContain(word);
  });

  it('reads a code as people write it', async () => {
    const { code } = await stage.assigned();
    const written = code
      .toLowerCase()
      .replaceAll('0', 'o')
      .replace(/(.{4})(?=.)/g, '$1 – ');
    expect((await track(written)).status).toBe(200);
  });

  it('is late once the promised instant has passed, and counts working days on either side of it', async () => {
    const { code } = await stage.assigned();
    expect((await track(code)).json).toMatchObject({ late: false, workingDays: 5 });
    stage.fakes.clock.advance({ days: 30 });
    expect((await track(code)).json).toMatchObject({ late: true, workingDays: 15 });
  });

  it('does not tell a mistyped code from an unknown one', async () => {
    const { code } = await stage.assigned();
    const last = code.endsWith('0') ? '1' : '0';
    const answers = [
      await track(code.slice(0, -1) + last),
      await track('0000000000000'),
      await track("' OR 1=1"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(log.text()).not.toContain('OR 1=1');
  });
});
