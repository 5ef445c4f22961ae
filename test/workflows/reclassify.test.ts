import { expect, test } from 'vitest';
import { plusMs } from '../../core/time.js';
import { expectInvariants } from '../support/asl/invariants.js';
import { NEIGHBOUR, SLOW_CATEGORY, smallRegisters, WARD } from '../support/asl/small-registers.js';
import { vn } from '../support/instants.js';
import { ANSWER, atWard, mails, waiting } from './resident.js';

const RECLASSIFY = { decision: 'reclassify', category: SLOW_CATEGORY, text: 'Là việc đất đai.' } as const;

test('classified anew it goes to the other holder, and from there up when its new term has passed', async () => {
  const { world, id } = await atWard();
  const link = (await world.linkOf(id)) ?? '';
  await world.decide(id, RECLASSIFY);
  await world.scheduler.runFor({ minutes: 5 });
  const moved = await world.petition(id);
  expect(moved).toMatchObject({ category: SLOW_CATEGORY, transfers: 0, task: { no: 2, holder: NEIGHBOUR } });
  const due = moved.task?.resolveBy?.at ?? '';
  expect(due).toBe(vn('2025-03-17', '17:00'));
  expect(mails(world, `main@${NEIGHBOUR.id}.example`)).toEqual(['assignment']);
  expect(mails(world, `main@${WARD.id}.example`)).toEqual(['assignment', 'moved-away']);
  expect(mails(world)).toEqual(['receipt', 'reclassified']);
  expect(await world.view(link)).toMatchObject({ kind: 'dead', because: 'moved' });
  // The term of the old class passes without anything.
  await world.scheduler.runUntil(plusMs(due, -1));
  expect((await world.petition(id)).escalations).toBe(0);
  await world.scheduler.runFor({ minutes: 5 });
  const late = await world.petition(id);
  expect(late).toMatchObject({ escalations: 1, promised: { resolveBy: { at: due } } });
  expect(late.task?.holder.id).not.toBe(NEIGHBOUR.id);
  await expectInvariants(world, id);
});

test('with the same holder its link goes on, and the evidence rule of the new category holds', async () => {
  const registers = smallRegisters();
  const jurisdiction = await registers.jurisdiction('hcm');
  const ours = {
    ...jurisdiction,
    first: () => jurisdiction.named({} as never, WARD.id, vn('2025-03-04', '09:00'))!,
  };
  const { world, id } = await atWard({
    registers: { ...registers, jurisdiction: () => Promise.resolve(ours) },
  });
  const link = (await world.linkOf(id)) ?? '';
  await world.decideBy(link, RECLASSIFY);
  await world.scheduler.runFor({ minutes: 5 });
  expect(mails(world)).toEqual(['receipt', 'reclassified']);
  expect(mails(world, `main@${WARD.id}.example`)).toEqual(['assignment']);
  await expect(world.decideBy(link, { decision: 'resolve' })).rejects.toMatchObject({
    issues: [{ pointer: '/noEvidenceReason', code: 'evidence-or-reason' }],
  });
  await world.scheduler.runUntil(vn('2025-03-17', '16:59'));
  expect((await world.petition(id)).escalations).toBe(0);
  await world.scheduler.runFor({ minutes: 5 });
  expect((await world.petition(id)).escalations).toBe(1);
  await expectInvariants(world, id);
});

test('time that stood still counts under the new class too', async () => {
  const { world, id } = await waiting();
  await world.scheduler.runFor({ days: 2 });
  await world.hear(id, ANSWER);
  const before = (await world.petition(id)).promised.resolveBy?.at ?? '';
  await world.decide(id, RECLASSIFY);
  const { promised, stood } = await world.petition(id);
  expect(stood).toHaveLength(1);
  // Five working days more than the old class, and the same pause.
  expect([before, promised.resolveBy?.at]).toEqual([vn('2025-03-12', '17:00'), vn('2025-03-19', '17:00')]);
  await world.scheduler.runFor({ days: 1 });
  await expectInvariants(world, id);
});

test('who was promised to be kept from the unit is not uncovered by another category', async () => {
  const registers = smallRegisters();
  const { world, id } = await atWard({
    registers: {
      ...registers,
      category: async (code) => {
        const facts = await registers.category(code);
        return facts && { ...facts, hidesSubmitter: code !== SLOW_CATEGORY };
      },
    },
  });
  await world.decide(id, RECLASSIFY);
  await world.scheduler.runFor({ minutes: 5 });
  expect(await world.view((await world.linkOf(id)) ?? '')).toMatchObject({
    ...{ kind: 'live', petition: { task: { holder: NEIGHBOUR } }, resident: { submitter: null } },
  });
});
