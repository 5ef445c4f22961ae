import type { Narrator } from '../narrator.js';
import { COACHES, TEXTS } from '../cast.js';
import { signPhoto } from '../sign-photo.js';
import { daysLater, expectOk, handIn, officer, readBack, type Stage } from '../stage.js';

/** The ward, and who is above it in that time. */
interface Era {
  province: string;
  unit: string;
  ward: string;
  above: string;
  settledBy: readonly [name: string, position: string];
  joint: string;
  city: readonly [name: string, position: string];
}

/** Three tiers, as it happened. */
export const THREE_TIERS: Era = {
  province: 'p:79@0',
  unit: 'w:26773@0',
  ward: 'ubnd-xa/w:26773@0',
  above: 'ubnd-huyen/d:761@0',
  settledBy: ['Nguyễn Văn An', 'Phó Chủ tịch UBND Quận 12'],
  joint: TEXTS.jointVisit,
  city: ['Lê Văn Bình', 'Chủ tịch UBND Thành phố'],
};

/** Two tiers: where the district was, a department of the city decides. */
export const TWO_TIERS: Era = {
  province: 'p:79@2025-07',
  unit: 'w:26773@2025-07',
  ward: 'ubnd-xa/w:26773@2025-07',
  above: 'so-xd-hcm',
  settledBy: ['Nguyễn Văn An', 'Phó Giám đốc Sở Xây dựng'],
  joint: TEXTS.jointVisitToday,
  city: ['Lê Văn Bình', 'Chủ tịch UBND Thành phố'],
};

/** S1b: the ward surveys and says that it is beyond its competence; who is above settles it with a photo of the new signs. */
export const coaches =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const { client } = stage;
    const story = await handIn(stage, { ...COACHES, unit: era.unit });
    const wardLink = await story.linkOf(era.ward);
    await story.tell();
    await expectOk(await client.decide(wardLink, { decision: 'accept' }));
    await daysLater(stage, 3);
    await expectOk(await client.decide(wardLink, { decision: 'note', text: TEXTS.survey }));
    await expectOk(await client.decide(wardLink, { decision: 'beyond-competence', text: TEXTS.beyond }));
    const link = await story.linkOf(era.above);
    await story.tell();
    await expectOk(await client.decide(link, { decision: 'accept' }));
    await daysLater(stage, 4);
    await expectOk(await client.decide(link, { decision: 'note', text: era.joint }));
    await daysLater(stage, 3);
    const photo = { name: 'bien-cam.png', type: 'image/png', bytes: signPhoto() };
    const fields = { decision: 'resolve', text: TEXTS.signs, ...officer(...era.settledBy) };
    await expectOk(await client.decide(link, fields, [photo]));
    await daysLater(stage, 9);
    await story.tellStatus();
    await readBack(stage, story, era.province);
    return story;
  };

/** S1c: nobody answers; reminders, then upwards to the city, whose office is reminded until somebody decides. */
export const silence =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const { client } = stage;
    const story = await handIn(stage, { ...COACHES, unit: era.unit });
    await story.linkOf(era.ward);
    for (let days = 0; days < 30; days += 3) {
      await daysLater(stage, 3);
      await story.tellStatus();
    }
    const holder = (await client.track(story.code)).holder;
    if (holder === null) throw new Error('nobody holds it');
    const link = await story.linkOf(holder.id);
    const answer = {
      decision: 'resolve',
      text: TEXTS.cityDecision,
      noEvidenceReason: 'Biển báo sẽ được lắp trong tuần.',
    };
    await expectOk(await client.decide(link, { ...answer, ...officer(...era.city) }));
    await daysLater(stage, 12);
    await story.tellStatus();
    await readBack(stage, story, era.province);
    return story;
  };
