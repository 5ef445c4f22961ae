import { expect, it } from 'vitest';
import type { SubmittedPetition } from '../../local/client/public-client.js';
import { CRACKED_ROAD } from '../../local/demo/cast.js';
import { Narrator } from '../../local/demo/narrator.js';
import { useSystem } from '../support/system.js';

const DESK = 'ban-tiep-nhan/p:79@2025-07';
const BAN_CO = 'ubnd-xa/w:27154@2025-07';
/** Phường 4 was divided: nobody but the desk can say to whom its streets went. */
const DIVIDED = 'w:27148@0';
const TRANSFER = { decision: 'transfer', text: 'Đoạn đường thuộc phường Bàn Cờ.' };

const under = useSystem('2025-07-14T02:00:00.000Z');

const handedIn = async (body: object): Promise<{ story: Narrator; link: string }> => {
  const answer = await under.client.submit({ ...CRACKED_ROAD, ...body });
  const { code } = (await answer.json()) as SubmittedPetition;
  const story = new Narrator(under.client, code, () => undefined);
  return { story, link: await story.linkOf(DESK) };
};

it('what the desk decided is proposed for the next petition of the divided ward, and chosen by a person', async () => {
  const first = await handedIn({ unit: DIVIDED });
  const fresh = await under.client.openTask(first.link);
  expect(fresh.decisions).toContain('transfer');
  expect(fresh.html).not.toContain('suggestedAgency');
  const sent = await under.client.decide(first.link, { ...TRANSFER, agency: BAN_CO });
  expect(sent.status).toBe(200);
  await first.story.linkOf(BAN_CO);

  const second = await handedIn({ unit: DIVIDED });
  const { html } = await under.client.openTask(second.link);
  expect(html).toContain(`name="suggestedAgency" value="${BAN_CO}"`);
  expect(html).toContain('Lần gần nhất ngày 14/07/2025; 1 lần.');
  expect(html).not.toMatch(/ checked/);
  // The form without a choice is refused: a proposal is not a decision.
  expect((await under.client.decide(second.link, TRANSFER)).status).toBe(422);
  expect((await under.client.track(second.story.code)).holder?.id).toBe(DESK);
  const chosen = await under.client.decide(second.link, { ...TRANSFER, agency: '', suggestedAgency: BAN_CO });
  expect(chosen.status).toBe(200);
  await second.story.linkOf(BAN_CO);

  const third = await handedIn({ unit: DIVIDED });
  expect((await under.client.openTask(third.link)).html).toContain('Lần gần nhất ngày 14/07/2025; 2 lần.');
});
