import { describe, expect, it } from 'vitest';
import type { TrackedStatus } from '../../local/client/public-client.js';
import { STORIES_TODAY } from '../../local/demo/stories/all.js';
import { usePlays } from './playing.js';

const { under, told, play } = usePlays(STORIES_TODAY);

describe('the stories with the units of today', () => {
  const played = new Map<string, TrackedStatus>();

  it.each([
    ['S2b', ['ubnd-xa/w:26758@2025-07']],
    ['S1a', []],
    ['S4b', ['ubnd-xa/w:20209@2025-07']],
    ['S0', ['dang-uy-xa/w:27154@2025-07']],
    ['S3', ['dang-uy-xa/w:29905@2025-07']],
    ['S4', ['mttq-xa/w:20209@2025-07']],
    ['S2', ['dang-uy-xa/w:26758@2025-07']],
    ['S1b', ['ubnd-xa/w:26773@2025-07', 'so-xd-hcm']],
    ['S1c', ['ubnd-xa/w:26773@2025-07', 'ubnd-tinh/p:79@2025-07', 'chu-tich-tinh/p:79@2025-07']],
  ])('%s: held by %j', async (id, holders) => {
    const { status } = await play(id);
    played.set(id, status);
    expect(status.hops.map((hop) => hop.to)).toEqual(holders);
    expect(status.status).toBe('CLOSED');
    expect(status.late).toBe(id === 'S1c');
    expect(told.at(-1)).toContain('chained: yes, sound: yes');
  });

  it('S1a: the desk sends each matter on to a unit of its own', async () => {
    const matters = played.get('S1a')?.matters ?? [];
    const hops = await Promise.all(
      matters.map(async (matter) => (await under.client.track(matter.code)).hops),
    );
    expect(hops.map((all) => all.map(({ to }) => to))).toEqual([
      ['ban-tiep-nhan/p:79@2025-07', 'cong-an-xa/w:27154@2025-07'],
      ['ban-tiep-nhan/p:79@2025-07', 'ubnd-xa/w:27154@2025-07'],
    ]);
  });

  it('S1a: both matters waited at the desk, which was told between which wards to decide', () => {
    const asked = told.filter((line) => line.includes('the desk is asked'));
    expect(asked).toEqual(Array(2).fill('  the desk is asked to find out the place: yes'));
  });
});
