import { describe, expect, it } from 'vitest';
import type { TrackedStatus } from '../../local/client/public-client.js';
import { STORIES } from '../../local/demo/stories/all.js';
import { usePlays } from './playing.js';

const { under, told, play } = usePlays(STORIES);
const kinds = (status: TrackedStatus) => status.hops.map((hop) => hop.kind);
const holders = (status: TrackedStatus) => status.hops.map((hop) => hop.to);

describe('the stories on their own days, through the public surfaces, on the deployed app', () => {
  it('S2: vacant posts are asked after on the day that the leader named, and are never late', async () => {
    const { status, story } = await play('S2');
    expect(holders(status)).toEqual(['dang-uy-huyen/d:760@0']);
    expect(status).toMatchObject({ status: 'CLOSED', dueAt: null, late: false });
    const subjects = (await story.mails()).map((mail) => mail.subject);
    expect(subjects.filter((subject) => subject.startsWith('Theo dõi lại'))).toHaveLength(2);
  });

  it('S2b: five matters of a conference; the pavement comes twice and has one answer', async () => {
    const { status } = await play('S2b');
    expect(status.status).toBe('CLOSED');
    expect(holders(status)).toEqual(['ubnd-xa/w:26761@0']);
    expect(told).toContain('  the page names what it repeats: yes');
    expect(told).toContain('  support money without evidence: refused');
    expect(told).toContain('  the linked one has the same answer: yes');
  });

  it('S4: a direction to the Front lies with the Front, without a clock', async () => {
    const { status } = await play('S4');
    expect(holders(status)).toEqual(['mttq-xa/w:20206@0']);
    expect(status).toMatchObject({ status: 'CLOSED', dueAt: null, late: false });
  });

  it('S1a: one submission, two matters with a unit and a clock each; it closes with the second', async () => {
    const { status } = await play('S1a');
    expect(status).toMatchObject({ status: 'CLOSED', holder: null, hops: [] });
    const [cards, insurance] = await Promise.all(status.matters.map(({ code }) => under.client.track(code)));
    expect(cards && holders(cards)).toEqual(['cong-an-huyen/d:770@0']);
    expect(insurance && holders(insurance)).toEqual(['tt-y-te-huyen/d:770@0']);
    expect([cards?.status, insurance?.status]).toEqual(['CLOSED', 'CLOSED']);
    expect(cards?.receivedAt).toBe(status.receivedAt);
    // Three and five working days after the Friday: each its own clock.
    expect([cards?.dueAt, insurance?.dueAt]).toEqual([
      '2023-03-15T10:00:00.000Z',
      '2023-03-17T10:00:00.000Z',
    ]);
    expect(cards?.supports).toMatchObject([{ state: 'ANSWERED' }]);
    expect(told).toContain('  one matter is closed, the submission: still open');
  });

  it('S1b: the ward declares it beyond its competence and Quận 12 settles it with a photo', async () => {
    const { status } = await play('S1b');
    expect(status.status).toBe('CLOSED');
    expect(kinds(status)).toEqual(['routed', 'beyond-competence']);
    expect(holders(status)).toEqual(['ubnd-xa/w:26773@0', 'ubnd-huyen/d:761@0']);
    expect(status.outcome?.kind).toBe('resolved');
    expect(status.outcome?.answer).toContain('biển cấm dừng đỗ');
    expect(status.late).toBe(false);
  });

  it('S1c: nobody answers; reminders, then Quận 12, then the city, until somebody decides late', async () => {
    const { status, story } = await play('S1c');
    expect(status.status).toBe('CLOSED');
    expect(kinds(status).filter((kind) => kind === 'escalated').length).toBeGreaterThanOrEqual(2);
    expect(status.late).toBe(true);
    const recipients = (await story.mails()).map((mail) => mail.to);
    expect(new Set(recipients).size).toBeGreaterThanOrEqual(4);
  });

  it('S3: of 26 wards called Phường 2 it is the one of Sa Đéc, whose Party committee answers', async () => {
    const { status } = await play('S3');
    expect(holders(status)).toEqual(['dang-uy-xa/w:29911@0']);
    expect(status).toMatchObject({ status: 'CLOSED', dueAt: null });
  });

  it('S4b: a finding of the Inspection Board has fifteen days, a Saturday moving to the Monday', async () => {
    const { status } = await play('S4b');
    expect(holders(status)).toEqual(['ubnd-xa/w:20206@0']);
    expect(status).toMatchObject({ status: 'CLOSED', dueAt: '2024-05-27T10:00:00.000Z', late: false });
  });

  it('S0: a khu phố visit is recorded and directed in the Party lane, without a clock', async () => {
    const { status } = await play('S0');
    expect(holders(status)).toEqual(['dang-uy-huyen/d:770@0']);
    expect(status.dueAt).toBeNull();
    expect(status.late).toBe(false);
    expect(status.outcome?.kind).toBe('resolved');
  });

  it('S5: at midnight one petition of the district follows its ward, the other one waits at the desk', async () => {
    const { status } = await play('S5');
    expect(holders(status)).toEqual(['ubnd-huyen/d:770@0', 'ubnd-xa/w:27154@2025-07']);
    expect(kinds(status)).toEqual(['routed', 'reassigned']);
    expect(status.status).toBe('CLOSED');
    const said = told.filter(
      (line) => line.includes("district's link") || line.includes('receipt and clock'),
    );
    const dead = "  the district's link: dead, says who holds it";
    expect(said).toEqual([dead, dead, '  receipt and clock: kept']);
    const hops = told.flatMap((line) => / → (\w+)/.exec(line)?.[1] ?? []);
    expect(hops).toContain('triage');
  });

  it('no mail names the resident in its subject, and no history holds a word of the petition', async () => {
    for (const mail of await under.client.inbox()) {
      expect(mail.subject).not.toMatch(/Trần Thị Mai|0900000001|mai\.tran/);
    }
    expect(told.join('\n')).not.toMatch(/Trần Thị Mai|0900000001/);
    expect(told.filter((line) => line.includes('chained: yes, sound: yes'))).toHaveLength(STORIES.length + 1);
  });
});
