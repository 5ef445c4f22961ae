import { expect, test } from 'vitest';
import { expectInvariants } from '../support/asl/invariants.js';
import { NEIGHBOUR, WARD } from '../support/asl/small-registers.js';
import { atWard, mails } from './resident.js';

test('a site visit is mailed to the lead, to who was asked and to nobody twice; a moved one raises its sequence', async () => {
  const { world, id } = await atWard();
  await world.decide(id, { decision: 'request-support', supports: [NEIGHBOUR.id] });
  await world.scheduler.runFor({ minutes: 5 });
  const visit = { decision: 'propose-visit', visitTime: '08:30', visitPlace: 'Đầu hẻm 5' } as const;
  await world.decide(id, { ...visit, visitDay: '2025-03-05' });
  await world.scheduler.runFor({ minutes: 5 });
  await world.decide(id, { ...visit, visitDay: '2025-03-06' });
  await world.scheduler.runFor({ minutes: 5 });
  expect((await world.petition(id)).visit).toMatchObject({
    startsAt: '2025-03-06T01:30:00.000Z',
    sequence: 1,
  });
  for (const agency of [WARD, NEIGHBOUR])
    expect(mails(world, `main@${agency.id}.example`).filter((kind) => kind === 'site-visit')).toHaveLength(2);
  const events = (await world.history(id)).filter(({ type }) => type === 'SiteVisitProposed');
  expect(JSON.stringify(events)).not.toContain('hẻm');
  await expectInvariants(world, id);
});
