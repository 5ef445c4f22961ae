import type { MeetingSummary } from '../../core/meetings/meeting.js';
import type { Registers } from '../../core/ports/registers.js';

/** A meeting with the name of its ward. */
export const withPlaceName = async (
  registers: Pick<Registers, 'placeName'>,
  meeting: MeetingSummary,
): Promise<MeetingSummary & { placeName: string | null }> => {
  const { unitId, provinceId, enteredAt } = meeting;
  const placeName = unitId === null ? null : await registers.placeName(provinceId, unitId, enteredAt);
  return { ...meeting, placeName };
};
