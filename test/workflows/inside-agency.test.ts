import { describe, expect, test } from 'vitest';
import { expectInvariants } from '../support/asl/invariants.js';
import { DISTRICT, WARD } from '../support/asl/small-registers.js';
import { World, type WorldOptions } from '../support/asl/world.js';
import { worldContacts } from '../support/asl/world-contacts.js';
import { linkIn, subjectsTo } from './mails-to.js';
import { refused } from './refused.js';

const MAIN = `main@${WARD.id}.example`;
const OFFICE = `office-1@${WARD.id}.example`;

const begun = async (options: WorldOptions = {}): Promise<{ world: World; id: string }> => {
  const world = new World(options);
  const id = await world.submit();
  await world.scheduler.runFor({ minutes: 5 });
  return { world, id };
};

describe('a task handed on inside the agency', () => {
  test('goes to the office by a link of its own; holder, clock and transfers stay, and both links act', async () => {
    const { world, id } = await begun();
    const before = await world.petition(id);
    const first = await world.linkOf(id);
    await world.decide(id, { decision: 'assign', contact: 'office-1', text: 'Xin kiểm tra thực địa.' });
    await world.scheduler.runFor({ minutes: 10 });
    const after = await world.petition(id);
    expect(after.task).toEqual({ ...before.task, assignedTo: 'office-1', assignments: 1 });
    expect([after.transfers, after.hops]).toEqual([before.transfers, before.hops]);
    const own = linkIn(world, OFFICE, 'assigned-to-you');
    expect(own).not.toBe(first);
    expect(subjectsTo(world, MAIN)).not.toContain('assigned-to-you');
    const shown = await world.view(own);
    expect(shown.kind === 'live' && shown.remarks.map(({ text }) => text)).toEqual([
      'Xin kiểm tra thực địa.',
    ]);

    await world.decideBy(own, { decision: 'accept' });
    await world.decideBy(first ?? '', { decision: 'note' });
    const acted = (await world.history(id))
      .slice(-2)
      .map(({ actor }) => 'contactId' in actor && actor.contactId);
    expect(acted).toEqual([expect.stringContaining('office-1@'), expect.stringContaining('main@')]);
    await expectInvariants(world, id);
  });

  test('is reminded there until it is handed back; late, it goes up as ever', async () => {
    const { world, id } = await begun();
    await world.decide(id, { decision: 'accept' });
    await world.decide(id, { decision: 'assign', contact: 'office-1' });
    const reminders = (address: string) =>
      subjectsTo(world, address).filter((each) => each === 'reminder').length;
    for (let i = 0; i < 20 && reminders(OFFICE) === 0; i++) await world.scheduler.runFor({ hours: 6 });
    expect([reminders(OFFICE), reminders(MAIN)]).toEqual([1, 0]);
    const link = linkIn(world, OFFICE, 'assigned-to-you');
    expect(await refused(world.decideBy(link, { decision: 'assign', contact: 'office-1' }))).toEqual([
      'same-contact',
    ]);
    await world.decideBy(link, { decision: 'assign', contact: 'main' });
    await world.scheduler.runFor({ days: 10 });
    expect([reminders(OFFICE), reminders(MAIN) > 0]).toEqual([1, true]);
    const late = await world.petition(id);
    expect(late.task).toMatchObject({ holder: DISTRICT, assignedTo: null, assignments: 0 });
    await expectInvariants(world, id);
  });

  test('is for contacts of the agency only; whoever is not in its list, or takes no mail, is refused', async () => {
    const { world, id } = await begun();
    expect(await refused(world.decide(id, { decision: 'assign' }))).toEqual(['required']);
    expect(await refused(world.decide(id, { decision: 'assign', contact: 'office-9' }))).toEqual([
      'unknown-contact',
    ]);
    expect(await refused(world.decide(id, { decision: 'assign', contact: 'la@noi-khac.example' }))).toEqual([
      'unknown-contact',
    ]);
    expect((await world.told(id)).at(-1)).toBe('PetitionRouted');
  });

  test('goes to the first contact where the office is not there any more', async () => {
    const contacts = worldContacts();
    const { world, id } = await begun({ contacts });
    await world.decide(id, { decision: 'accept' });
    await world.decide(id, { decision: 'assign', contact: 'office-1' });
    const later = worldContacts(['main', 'head']);
    contacts.of = (agencyId) => later.of(agencyId);
    const before = subjectsTo(world, MAIN).length;
    await world.scheduler.runFor({ days: 4 });
    expect(subjectsTo(world, MAIN).slice(before)).toContain('reminder');
    expect(subjectsTo(world, OFFICE)).not.toContain('reminder');
  });
});
