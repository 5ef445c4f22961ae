import { CRACKED_ROAD, TEXTS } from '../cast.js';
import type { Narrator } from '../narrator.js';
import { daysLater, enter, expectOk, officer, readBack, type Stage } from '../stage.js';

const DISTRICT = 'ubnd-huyen/d:770@0';
const DESK = 'ban-tiep-nhan/p:79@2025-07';
const BAN_CO = 'ubnd-xa/w:27154@2025-07';
const XUAN_HOA = 'ubnd-xa/w:27139@2025-07';
/** Phường 2 became a part of Bàn Cờ as a whole; Phường 4 was divided. */
const WARD_2 = 'w:27157@0';
const WARD_4 = 'w:27148@0';
/** Tuesday morning, the first day without districts. */
const NEXT_MORNING = '2025-07-01T01:30:00.000Z';

const settle = async (stage: Stage, story: Narrator, holder: string): Promise<void> => {
  const link = await story.linkOf(holder);
  const answer = { decision: 'resolve', text: TEXTS.road, noEvidenceReason: TEXTS.photoFollows };
  const signed = officer('Lý Thị Hạnh', 'Phó Chủ tịch UBND phường');
  await expectOk(await stage.client.decide(link, { ...answer, ...signed }));
};

/**
 * S5: two petitions lie with the district on its last afternoon. At midnight one follows its ward, the other one waits at
 * the desk, because its ward was divided; the district's links are dead and say who holds them.
 */
export const lastAfternoon = async (stage: Stage): Promise<Narrator> => {
  const { client } = stage;
  const story = await enter(stage, { ...CRACKED_ROAD, unit: WARD_2, receivedBy: DISTRICT });
  const divided = await enter(stage, { ...CRACKED_ROAD, unit: WARD_4, receivedBy: DISTRICT });
  const [link, dividedLink] = [await story.linkOf(DISTRICT), await divided.linkOf(DISTRICT)];
  const { receivedAt, dueAt } = await client.track(story.code);
  await client.jumpTo(NEXT_MORNING);
  for (const dead of [link, dividedLink]) {
    const { status } = await client.openTask(dead);
    stage.print(`  the district's link: ${status === 410 ? 'dead, says who holds it' : String(status)}`);
  }
  const deskLink = await divided.linkOf(DESK);
  await story.linkOf(BAN_CO);
  await story.tellStatus();
  await divided.tellStatus();
  const after = await client.track(story.code);
  const isKept = after.receivedAt === receivedAt && after.dueAt === dueAt;
  stage.print(`  receipt and clock: ${isKept ? 'kept' : 'CHANGED'}`);
  await expectOk(
    await client.decide(deskLink, { decision: 'transfer', agency: XUAN_HOA, text: TEXTS.whichStreet }),
  );
  await settle(stage, divided, XUAN_HOA);
  await settle(stage, story, BAN_CO);
  await daysLater(stage, 14);
  await divided.tellStatus();
  await readBack(stage, divided, 'p:79@0');
  await story.tellStatus();
  await readBack(stage, story, 'p:79@0');
  return story;
};
