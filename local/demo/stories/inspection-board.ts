import { INSPECTION_FINDING, TEXTS } from '../cast.js';
import type { Narrator } from '../narrator.js';
import { daysLater, enter, expectOk, officer, readBack, type Stage } from '../stage.js';

/** The ward about which the board has found something. */
interface Era {
  province: string;
  unit: string;
  ward: string;
}

export const BOARD_OF_THANH_KHE_TAY: Era = {
  province: 'p:48@0',
  unit: 'w:20206@0',
  ward: 'ubnd-xa/w:20206@0',
};

export const BOARD_OF_THANH_KHE: Era = {
  province: 'p:48@2025-07',
  unit: 'w:20209@2025-07',
  ward: 'ubnd-xa/w:20209@2025-07',
};

/** S4b: the ward's People's Inspection Board hands in a finding; the result is due within fifteen days. */
export const finding =
  (era: Era) =>
  async (stage: Stage): Promise<Narrator> => {
    const story = await enter(stage, { ...INSPECTION_FINDING, unit: era.unit });
    const link = await story.linkOf(era.ward);
    await story.tellStatus();
    await daysLater(stage, 11);
    const fields = {
      decision: 'resolve',
      text: TEXTS.minutesOfGifts,
      noEvidenceReason: TEXTS.photoFollows,
      ...officer('Hồ Văn Phúc', 'Chủ tịch UBND phường'),
    };
    await expectOk(await stage.client.decide(link, fields));
    await daysLater(stage, 14);
    await story.tellStatus();
    await readBack(stage, story, era.province);
    return story;
  };
