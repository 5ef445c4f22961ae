import type { Instant } from '../../../core/time.js';
import type { Narrator } from '../narrator.js';
import type { Stage } from '../stage.js';
import { coaches, silence, THREE_TIERS, TWO_TIERS } from './coaches.js';
import { BOARD_OF_THANH_KHE, BOARD_OF_THANH_KHE_TAY, finding } from './inspection-board.js';
import {
  BAN_CO,
  CAU_ONG_LANH,
  DISTRICT_1,
  DISTRICT_3,
  frontConference,
  groupDialogue,
  SA_DEC,
  SA_DEC_CITY,
  THANH_KHE,
  THANH_KHE_TAY,
  visit,
  workingSession,
} from './party-lane.js';
import { CAU_KHO, CAU_ONG_LANH_WARD, conference } from './peoples-conference.js';
import { lastAfternoon } from './reform.js';
import { twoMatters, twoMattersToday } from './two-matters.js';

/** A story on its own day, or once more with the units that are competent today. */
export interface Play {
  id: string;
  title: string;
  /** Legal instant at which it begins; stories follow each other. */
  at: Instant;
  play: (stage: Stage) => Promise<Narrator>;
}

/** Ascending by date: legal time only goes forward. */
export const STORIES: readonly Play[] = [
  {
    id: 'S2',
    title:
      'Phường Cầu Kho, Quận 1: a working session; vacant posts go to the district, to be looked at again in a month',
    at: '2022-03-11T02:00:00.000Z',
    play: workingSession(DISTRICT_1),
  },
  {
    id: 'S2b',
    title: 'Phường Cầu Kho: its first monthly people’s conference, five matters, the pavement twice',
    at: '2022-04-15T02:00:00.000Z',
    play: conference(CAU_KHO),
  },
  {
    id: 'S4',
    title: 'Phường Thanh Khê Tây, Đà Nẵng: a direction to the Front, recorded in its lane',
    at: '2022-05-10T02:00:00.000Z',
    play: frontConference(THANH_KHE_TAY),
  },
  {
    id: 'S1a',
    title: 'Khu phố 5, Phường 4, Quận 3: identity cards and health insurance, two matters of one submission',
    at: '2023-03-10T01:30:00.000Z',
    play: twoMatters,
  },
  {
    id: 'S1b',
    title:
      'Coaches in KDC Phú Nhuận, phường Thới An, Quận 12: the ward is not competent, the district settles it',
    at: '2023-03-10T02:00:00.000Z',
    play: coaches(THREE_TIERS),
  },
  {
    id: 'S1c',
    title: 'The same, and nobody answers: reminders, then late, then upwards',
    at: '2023-04-04T02:00:00.000Z',
    play: silence(THREE_TIERS),
  },
  {
    id: 'S3',
    title: 'Phường 2, Sa Đéc: eighty people’s groups, through the Front, to the Party committee',
    at: '2023-05-19T02:00:00.000Z',
    play: groupDialogue(SA_DEC_CITY),
  },
  {
    id: 'S4b',
    title: 'Phường Thanh Khê Tây: the People’s Inspection Board hands in a finding, due within fifteen days',
    at: '2024-05-10T02:00:00.000Z',
    play: finding(BOARD_OF_THANH_KHE_TAY),
  },
  {
    id: 'S0',
    title: 'Khu phố 4, Phường 2, Quận 3: a visit of the leaders, recorded and directed',
    at: '2024-11-25T02:00:00.000Z',
    play: visit(DISTRICT_3),
  },
  {
    id: 'S5',
    title: 'Quận 3 on its last afternoon: what is open there moves at midnight, or waits at the desk',
    at: '2025-06-30T09:00:00.000Z',
    play: lastAfternoon,
  },
];

/** The same once more with the units that are competent today: two tiers since 2025-07-01, the rules of 2026. */
export const STORIES_TODAY: readonly Play[] = [
  {
    id: 'S2b',
    title: 'A people’s conference, today: phường Cầu Ông Lãnh',
    at: '2026-04-13T02:00:00.000Z',
    play: conference(CAU_ONG_LANH_WARD),
  },
  {
    id: 'S1a',
    title: 'Two matters, today: the ward was divided, the desk asks and does not guess',
    at: '2026-05-04T02:00:00.000Z',
    play: twoMattersToday,
  },
  {
    id: 'S4b',
    title: 'The Inspection Board, today: phường Thanh Khê',
    at: '2026-06-08T02:00:00.000Z',
    play: finding(BOARD_OF_THANH_KHE),
  },
  {
    id: 'S0',
    title: 'A visit, today: phường Bàn Cờ',
    at: '2026-07-01T02:00:00.000Z',
    play: visit(BAN_CO),
  },
  {
    id: 'S3',
    title: 'People’s groups, today: phường Sa Đéc in the new Đồng Tháp',
    at: '2026-07-20T02:00:00.000Z',
    play: groupDialogue(SA_DEC),
  },
  {
    id: 'S4',
    title: 'The Front, today: phường Thanh Khê',
    at: '2026-08-05T02:00:00.000Z',
    play: frontConference(THANH_KHE),
  },
  {
    id: 'S2',
    title: 'A working session, today: phường Cầu Ông Lãnh',
    at: '2026-08-24T02:00:00.000Z',
    play: workingSession(CAU_ONG_LANH),
  },
  {
    id: 'S1b',
    title: 'Coaches, today: phường Thới An is not competent, Sở Xây dựng settles it',
    at: '2026-10-12T02:00:00.000Z',
    play: coaches(TWO_TIERS),
  },
  {
    id: 'S1c',
    title: 'Coaches, today, and nobody answers: the city’s People’s Committee, then its chairman',
    at: '2026-11-02T02:00:00.000Z',
    play: silence(TWO_TIERS),
  },
];
