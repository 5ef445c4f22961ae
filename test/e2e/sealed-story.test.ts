import { beforeAll, describe, expect, it } from 'vitest';
import { DENUNCIATION, DENUNCIATION_ON_PAPER } from '../../local/demo/cast.js';
import { SEALED_AT, SEALED_PROVINCE, sealedLane } from '../../local/demo/stories/sealed-lane.js';
import { takeDenunciations } from '../../local/demo/take-denunciations.js';
import { useSystem } from '../support/system.js';

const under = useSystem(SEALED_AT);
const told: string[] = [];

beforeAll(async () => {
  expect(await takeDenunciations(under.system, [SEALED_PROVINCE])).toBe(true);
});

const line = (words: string): string => told.find((each) => each.includes(words)) ?? '';

describe('the story of the sealed lane', () => {
  it('goes to the inspectorate with its document, is opened on record and concluded', async () => {
    const code = await sealedLane({ client: under.client, print: (said) => void told.push(said) });
    expect(line('handed in')).toContain('check by 2026-12-24T10:00:00.000Z');
    expect(line('tiepnhan@thanhtra.hcm.example')).toContain(code);
    expect(line('opened to check acceptance')).toContain('1 document');
    expect(line('The code says CLOSED')).toContain('2026-12-15, 2026-12-17, 2027-01-06');
    const types = told.flatMap((each) => /^ {4}\S+Z (\w+)$/.exec(each)?.[1] ?? []);
    expect(types).toEqual([
      'DenunciationReceived',
      'IdentityUnsealed',
      'DenunciationHandedOver',
      'DenunciationClosed',
    ]);
    expect(told.at(-1)).toContain('chained: yes');
  });

  it('enters another from paper, whose clock has run since it came', () => {
    expect(line('entered from paper')).toMatch(/of 2026-12-13.*check by 2026-12-2\dT10:00:00.000Z/);
    expect(told.filter((each) => each.includes('✉'))).toHaveLength(2);
  });

  it('has told nobody, and no mail, who denounces whom', async () => {
    const said = told.join('\n') + JSON.stringify(await under.client.inbox());
    for (const { person, denouncer, description } of [DENUNCIATION, DENUNCIATION_ON_PAPER])
      for (const words of [person, denouncer.name, denouncer.address, description.slice(0, 30)])
        expect(said).not.toContain(words);
  });
});
