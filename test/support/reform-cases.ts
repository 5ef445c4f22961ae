import type { Instant, LocalDay } from '../../core/time.js';
import { vn } from './instants.js';
import { BOARD_WARDS } from './reform-registries.js';

const WARD_2 = 'w:27157@0';
const WARD_4 = 'w:27148@0';
const DISTRICT_3 = 'ubnd-huyen/d:770@0';
const CITY = 'ubnd-tinh/p:79@0';

/** A kind of petition and where it is before and after a reform. */
export interface ReformMatter {
  category: string;
  unit: string;
  conditions?: Record<string, boolean>;
  /** Whose leaders received it: the tier at which it starts. */
  receivedBy?: string;
  from: string;
  to: string;
  why: 'reassigned' | 'function-moved' | 'triage' | 'stays';
}

/** A day on which agencies end or competences move. */
export interface ReformCase {
  day: LocalDay;
  /** What is known of the future when the petitions are handed in. */
  knownOn: LocalDay;
  /** When they are handed in: in office hours, before the reform is published. */
  opened: Instant;
  /** The working morning on which officials read of it. */
  morning: LocalDay;
  matters: ReformMatter[];
}

/** The days of the rehearsal, with matters found in the registry that ships (tests of routing derive them). */
export const REFORMS: readonly ReformCase[] = [
  {
    day: '2025-03-01',
    knownOn: '2025-02-15',
    opened: vn('2025-02-28', '09:00'),
    morning: '2025-03-03',
    matters: [
      {
        ...{ category: 'CCCD', unit: WARD_2, from: 'cong-an-huyen/d:770@0' },
        ...{ to: `cong-an-xa/${WARD_2}`, why: 'reassigned' },
      },
      {
        ...{ category: 'VT', unit: WARD_4, receivedBy: CITY, from: 'so-tttt-hcm' },
        ...{ to: 'so-khcn-hcm', why: 'reassigned' },
      },
      {
        ...{ category: 'ASXH', unit: WARD_2, receivedBy: CITY, from: 'so-ldtbxh-hcm' },
        ...{ to: 'so-y-te-hcm', why: 'reassigned' },
      },
      {
        ...{ category: 'GT-BIEN', unit: WARD_4, receivedBy: CITY, from: 'so-gtvt-hcm' },
        ...{ to: 'so-gtcc-hcm', why: 'reassigned' },
      },
      { category: 'GT-HT', unit: WARD_2, from: `ubnd-xa/${WARD_2}`, to: `ubnd-xa/${WARD_2}`, why: 'stays' },
    ],
  },
  {
    day: '2025-07-01',
    knownOn: '2025-06-15',
    opened: vn('2025-06-30', '09:00'),
    morning: '2025-07-01',
    matters: [
      {
        ...{ category: 'GT-HT', unit: WARD_2, receivedBy: DISTRICT_3, from: DISTRICT_3 },
        ...{ to: 'ubnd-xa/w:27154@2025-07', why: 'reassigned' },
      },
      {
        ...{ category: 'GT-HT', unit: WARD_4, receivedBy: DISTRICT_3, from: DISTRICT_3 },
        ...{ to: 'ban-tiep-nhan/p:79@2025-07', why: 'triage' },
      },
      {
        ...{ category: 'HOTICH', unit: WARD_2, from: `ubnd-xa/${WARD_2}` },
        ...{ to: 'ubnd-xa/w:27154@2025-07', why: 'reassigned' },
      },
      {
        ...{ category: 'GT-BIEN', unit: WARD_4, receivedBy: CITY },
        ...{ from: 'so-xd-hcm', to: 'so-xd-hcm', why: 'stays' },
      },
    ],
  },
  {
    day: '2025-11-20',
    knownOn: '2025-11-01',
    opened: vn('2025-11-19', '09:00'),
    morning: '2025-11-20',
    matters: [
      {
        ...{ category: 'XD', unit: 'w:27154@2025-07', conditions: { 'xd-so-cap': true } },
        ...{ from: 'phong-ktcn-sxd', to: 'so-xd-hcm', why: 'function-moved' },
      },
      {
        ...{ category: 'XD', unit: 'w:27154@2025-07' },
        ...{ from: 'ubnd-xa/w:27154@2025-07', to: 'ubnd-xa/w:27154@2025-07', why: 'stays' },
      },
    ],
  },
  {
    day: '2026-02-02',
    knownOn: '2026-01-15',
    opened: vn('2026-01-30', '09:00'),
    morning: '2026-02-02',
    matters: [
      ...BOARD_WARDS.map((unit): ReformMatter => ({
        ...{ category: 'DATDAI', unit, conditions: { 'boi-thuong': true } },
        ...{ from: 'ban-btgpmb-hcm/kv3', to: `ubnd-xa/${unit}`, why: 'reassigned' },
      })),
      {
        ...{ category: 'NUOC', unit: BOARD_WARDS[0], conditions: { 'cap-nuoc': true } },
        ...{ from: 'sawaco', to: 'sawaco', why: 'stays' },
      },
    ],
  },
];
