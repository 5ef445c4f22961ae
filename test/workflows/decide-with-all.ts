import type { Decision } from '../../core/petition/transitions.js';
import { CATEGORY, CITY, DISTRICT, NEIGHBOUR, SLOW_CATEGORY } from '../support/asl/small-registers.js';
import type { World } from '../support/asl/world.js';

/** The thread that asks for more time, if any does. */
const extensionOf = async (world: World, id: string): Promise<string> =>
  (await world.petition(id)).supports.find(({ extensionRequest }) => extensionRequest !== null)?.thread ??
  'support-1';

/** The holder decides, with all that any decision may need. */
export const decideWithAll = async (world: World, id: string, decision: Decision): Promise<void> => {
  await world.decide(id, {
    ...{ decision, agency: NEIGHBOUR.id, until: '2025-03-12' },
    ...{
      supports: [DISTRICT.id, CITY.id],
      thread: await extensionOf(world, id),
      supportOpenReason: 'Đã đủ.',
    },
    ...{ visitDay: '2025-03-19', visitTime: '08:30', visitPlace: 'Đầu hẻm' },
    category: (await world.petition(id)).category === SLOW_CATEGORY ? CATEGORY : SLOW_CATEGORY,
    contact: (await world.petition(id)).task?.assignedTo === 'office-1' ? 'main' : 'office-1',
    ...{ ground: 'already-settled', track: 'khieu-nai', body: 'Công ty Môi trường đô thị' },
  });
};
