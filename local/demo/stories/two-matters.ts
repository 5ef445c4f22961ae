import { waitFor } from '../../client/wait-for.js';
import { CARDS_AND_INSURANCE, TEXTS } from '../cast.js';
import type { Narrator } from '../narrator.js';
import { daysLater, enterWithMatters, expectOk, officer, readBack, satisfied, type Stage } from '../stage.js';

const WARD_4 = 'w:27148@0';

/** Who settles a matter, and what is said. */
interface Settling {
  holder: string;
  text: string;
  by: readonly [name: string, position: string];
}

const settle = async (stage: Stage, matter: Narrator, { holder, text, by }: Settling): Promise<void> => {
  const link = await matter.linkOf(holder);
  const answer = { decision: 'resolve', text, noEvidenceReason: TEXTS.recordsKept };
  await expectOk(await stage.client.decide(link, { ...answer, ...officer(...by) }));
  await satisfied(stage, matter);
  await matter.tellStatus();
};

/** The submission after each of its matters was answered, to the satisfaction of whoever handed it in. */
const settleBoth = async (
  stage: Stage,
  { whole, cards, insurance }: Record<'whole' | 'cards' | 'insurance', Narrator>,
  [ofCards, ofInsurance]: readonly [Settling, Settling],
): Promise<Narrator> => {
  await settle(stage, cards, ofCards);
  await whole.tellStatus();
  const { status } = await stage.client.track(whole.code);
  stage.print(`  one matter is closed, the submission: ${status === 'SPLIT' ? 'still open' : status}`);
  await daysLater(stage, 1);
  await settle(stage, insurance, ofInsurance);
  await waitFor('the submission to be closed', async () =>
    (await stage.client.track(whole.code)).status === 'CLOSED' ? true : undefined,
  );
  await whole.tellStatus();
  return whole;
};

const POLICE = 'cong-an-huyen/d:770@0';
const WARD = 'ubnd-xa/w:27148@0';

/** The lost civil-status data are with the ward: it contributes, the police keeps the matter. */
const askWard = async (stage: Stage, cards: Narrator): Promise<void> => {
  const { client } = stage;
  const lead = await cards.linkOf(POLICE);
  const asked = { decision: 'request-support', text: TEXTS.lostData, 'support.0': WARD, supportUntil: '' };
  await expectOk(await client.decide(lead, asked));
  const link = await waitFor('the request for support', async () => {
    const mail = (await cards.mails()).find(({ subject }) => subject.startsWith('Đề nghị phối hợp:'));
    return mail && client.linkIn(mail);
  });
  await daysLater(stage, 3);
  const said = { decision: 'support-answer', text: TEXTS.dataFound };
  await expectOk(await client.decide(link, { ...said, ...officer('Hồ Thị Mai', 'Công chức tư pháp') }));
};

/**
 * S1a: handed to the district's leaders as one submission about two things. Each is a matter with its own unit and clock;
 * the submission closes with the second.
 */
export const twoMatters = async (stage: Stage): Promise<Narrator> => {
  const entry = { ...CARDS_AND_INSURANCE, unit: WARD_4, receivedBy: 'ubnd-huyen/d:770@0' };
  const stories = await enterWithMatters(stage, entry);
  await askWard(stage, stories.cards);
  const whole = await settleBoth(stage, stories, [
    { holder: POLICE, text: TEXTS.cards, by: ['Trần Quốc Dũng', 'Phó Trưởng Công an Quận 3'] },
    {
      holder: 'tt-y-te-huyen/d:770@0',
      text: TEXTS.insurance,
      by: ['Lê Thị Thu', 'Giám đốc Trung tâm Y tế Quận 3'],
    },
  ]);
  await readBack(stage, whole, 'p:79@0');
  return whole;
};

const DESK = 'ban-tiep-nhan/p:79@2025-07';
const POLICE_OF_BAN_CO = 'cong-an-xa/w:27154@2025-07';
const BAN_CO = 'ubnd-xa/w:27154@2025-07';

/** The same, handed in today by the ward that is no more: it was divided, so the desk asks and nobody guesses. */
export const twoMattersToday = async (stage: Stage): Promise<Narrator> => {
  const { client } = stage;
  const stories = await enterWithMatters(stage, { ...CARDS_AND_INSURANCE, unit: WARD_4 });
  for (const [matter, agency] of [
    [stories.cards, POLICE_OF_BAN_CO],
    [stories.insurance, BAN_CO],
  ] as const) {
    const deskLink = await matter.linkOf(DESK);
    const { html } = await client.openTask(deskLink);
    stage.print(`  the desk is asked to find out the place: ${html.includes('Bàn Cờ') ? 'yes' : 'NO'}`);
    await expectOk(
      await client.decide(deskLink, { decision: 'transfer', agency, text: TEXTS.whichStreetBanCo }),
    );
  }
  const whole = await settleBoth(stage, stories, [
    { holder: POLICE_OF_BAN_CO, text: TEXTS.cards, by: ['Trần Quốc Dũng', 'Phó Trưởng Công an phường'] },
    { holder: BAN_CO, text: TEXTS.insurance, by: ['Lý Thị Hạnh', 'Phó Chủ tịch UBND phường'] },
  ]);
  await readBack(stage, whole, 'p:79@2025-07');
  return whole;
};
