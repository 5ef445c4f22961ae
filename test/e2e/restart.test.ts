import { describe, expect, it } from 'vitest';
import { setTimeout as sleep } from 'node:timers/promises';
import { COACHES } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { waitFor } from '../../local/client/wait-for.js';
import { useSystem } from '../support/system.js';

const WARD = 'ubnd-xa/w:26773@0';
const SNAPSHOT_MS = 6_000;
const under = useSystem('2023-03-10T02:00:00.000Z');

const open = async () => {
  const answer = await under.client.submit(COACHES);
  const { code } = (await answer.json()) as SubmittedPetition;
  const link = await new Narrator(under.client, code, () => undefined).linkOf(WARD);
  return { code, link };
};

describe('a restart in the middle', () => {
  it('keeps petition, link, mails and the running wait through a stop', async () => {
    const { code, link } = await open();
    const before = await under.client.track(code);
    const mails = await under.client.inbox();
    await under.restart('stop');
    expect(await under.client.track(code)).toEqual(before);
    expect(await under.client.inbox()).toEqual(mails);
    // Nobody answers: the reminder and the escalation come all the same.
    // Monday morning: the deadline was on Friday evening, and mails to officials leave in office hours.
    await under.client.jumpTo('2023-03-20T03:00:00.000Z');
    const after = await waitFor('the escalation', async () => {
      const status = await under.client.track(code);
      return status.hops.length === 2 ? status : undefined;
    });
    expect(after.hops[1]?.kind).toBe('escalated');
    expect((await under.client.openTask(link)).status).toBe(410);
  });

  it('goes on after a hard kill, with all that is older than the last snapshot', async () => {
    const { code, link } = await open();
    await sleep(SNAPSHOT_MS);
    await under.restart('kill');
    const decided = await under.client.decide(link, {
      decision: 'resolve',
      text: 'Đã lắp biển báo.',
      noEvidenceReason: 'Ảnh sẽ bổ sung.',
      actorName: 'Nguyễn Văn A',
      actorPosition: 'Chủ tịch',
    });
    expect(decided.status).toBe(200);
    await under.client.jumpTo('2023-04-05T03:00:00.000Z');
    await waitFor('the end', async () =>
      (await under.client.track(code)).status === 'CLOSED' ? true : undefined,
    );
  });
});
