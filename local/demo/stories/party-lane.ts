import { addDays } from '../../../core/deadline/local-day.js';
import { localDayOf, type LocalDay } from '../../../core/time.js';
import type { Narrator } from '../narrator.js';
import { FRONT_CONFERENCE, GROUP_DIALOGUE, KHU_PHO_BOARD, TEXTS, VACANT_POSTS } from '../cast.js';
import { daysLater, enter, expectOk, officer, readBack, record, type Stage } from '../stage.js';

/** Whose leaders heard it, and where that was. */
interface Era {
  province: string;
  unit: string;
  /** Party or Front body that holds it. */
  holder: string;
  leader: readonly [name: string, position: string];
}

export const DISTRICT_3: Era = {
  province: 'p:79@0',
  unit: 'w:27157@0',
  holder: 'dang-uy-huyen/d:770@0',
  leader: ['Phạm Thị Hoa', 'Bí thư Quận ủy Quận 3'],
};

export const BAN_CO: Era = {
  province: 'p:79@2025-07',
  unit: 'w:27154@2025-07',
  holder: 'dang-uy-xa/w:27154@2025-07',
  leader: ['Phạm Thị Hoa', 'Bí thư Đảng ủy phường Bàn Cờ'],
};

export const DISTRICT_1: Era = {
  province: 'p:79@0',
  unit: 'w:26761@0',
  holder: 'dang-uy-huyen/d:760@0',
  leader: ['Trần Thị Minh', 'Phó Bí thư Thường trực Quận ủy Quận 1'],
};

export const CAU_ONG_LANH: Era = {
  province: 'p:79@2025-07',
  unit: 'w:26758@2025-07',
  holder: 'dang-uy-xa/w:26758@2025-07',
  leader: ['Trần Thị Minh', 'Bí thư Đảng ủy phường Cầu Ông Lãnh'],
};

export const SA_DEC_CITY: Era = {
  province: 'p:87@0',
  unit: 'w:29911@0',
  holder: 'dang-uy-xa/w:29911@0',
  leader: ['Võ Văn Tâm', 'Bí thư Đảng ủy Phường 2'],
};

export const SA_DEC: Era = {
  province: 'p:82@2025-07',
  unit: 'w:29905@2025-07',
  holder: 'dang-uy-xa/w:29905@2025-07',
  leader: ['Võ Văn Tâm', 'Bí thư Đảng ủy phường Sa Đéc'],
};

export const THANH_KHE_TAY: Era = {
  province: 'p:48@0',
  unit: 'w:20206@0',
  holder: 'mttq-xa/w:20206@0',
  leader: ['Đặng Thị Liên', 'Chủ tịch Ủy ban MTTQ Việt Nam phường'],
};

export const THANH_KHE: Era = {
  province: 'p:48@2025-07',
  unit: 'w:20209@2025-07',
  holder: 'mttq-xa/w:20209@2025-07',
  leader: ['Đặng Thị Liên', 'Chủ tịch Ủy ban MTTQ Việt Nam phường'],
};

const settle = async (
  stage: Stage,
  story: Narrator,
  { era, text, daysUntil = 1 }: { era: Era; text: string; daysUntil?: number },
): Promise<void> => {
  const link = await story.linkOf(era.holder);
  await story.tell();
  if (daysUntil > 1) await daysLater(stage, daysUntil);
  const fields = { decision: 'resolve', text, ...officer(...era.leader) };
  await expectOk(await stage.client.decide(link, fields));
  await daysLater(stage, 14);
  await story.tellStatus();
  await readBack(stage, story, era.province);
};

const today = async ({ client }: Stage): Promise<LocalDay> => localDayOf(await client.now());

const only = (stories: Narrator[]): Narrator => {
  const [story, ...more] = stories;
  if (story === undefined || more.length > 0) throw new Error('one matter was expected');
  return story;
};

/** S0: the operator enters what a khu phố told the leaders, who direct. Recorded, no statutory clock. */
export const visit =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const story = await enter(stage, { ...KHU_PHO_BOARD, unit: era.unit, receivedBy: era.holder });
    await settle(stage, story, { era, text: TEXTS.direction });
    return story;
  };

/** S2: one record of a working session; the vacant posts are a matter for the leaders, to be looked at again on a day. */
export const workingSession =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const heldOn = await today(stage);
    const followUpOn = addDays(heldOn, 31);
    const story = only(
      await record(stage, {
        ...{ kind: 'ANNUAL_DIALOGUE', heldOn, unit: era.unit, receivedBy: era.holder, consent: true },
        items: [{ ...VACANT_POSTS, followUpOn }],
      }),
    );
    // The day that the leader named comes, and the holder is asked how far it is; it is never late.
    await settle(stage, story, { era, text: TEXTS.posts, daysUntil: 33 });
    return story;
  };

/** S3: the Front speaks for eighty people's groups and writes to the Party committee: recorded and answered there. */
export const groupDialogue =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const story = only(
      await record(stage, {
        ...{ kind: 'GROUP_DIALOGUE', heldOn: await today(stage), unit: era.unit, consent: true },
        items: [{ ...GROUP_DIALOGUE, addressee: era.holder }],
      }),
    );
    await settle(stage, story, { era, text: TEXTS.groups });
    return story;
  };

/** S4: the ward's secretary directs the Front, which persuades residents to give land along two alleys. */
export const frontConference =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const story = await enter(stage, { ...FRONT_CONFERENCE, unit: era.unit, addressee: era.holder });
    await settle(stage, story, { era, text: TEXTS.alleys });
    return story;
  };
