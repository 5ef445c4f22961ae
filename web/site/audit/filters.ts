import type { Status } from '../../../core/petition/transitions.js';
import { localDayOf, plusMs } from '../../../core/time.js';
import { provinceAt } from '../ui/province.js';

/** The filters as typed; empty = not asked. Names are those of the query, but for the days. */
export interface Filters {
  from: string;
  to: string;
  province: string;
  agency: string;
  unit: string;
  category: string;
  status: Status | '';
  late: '' | 'true' | 'false';
  /** Read in the order of lateness instead of receipt. */
  order: '' | 'running' | 'decidedLate';
  /** Month of the decision, `yyyy-mm`; only with `decidedLate`. */
  month: string;
  lane: '' | 'admin' | 'party';
  tier: string;
  former: string;
  lateDays: string;
  transfersOver: string;
  escalated: '' | 'true';
  reopened: '' | 'true';
  undelivered: '' | 'true';
  provisional: '' | 'true';
}

const MONTH_MS = 30 * 86_400_000;

/** The last thirty days in the province where the system began, under its id of that day. */
export const firstFilters = (now: string): Filters => ({
  from: localDayOf(plusMs(now, -MONTH_MS)),
  to: localDayOf(now),
  province: provinceAt(now),
  agency: '',
  unit: '',
  category: '',
  status: '',
  late: '',
  order: '',
  month: localDayOf(now).slice(0, 7),
  lane: '',
  tier: '',
  former: '',
  lateDays: '',
  transfersOver: '',
  escalated: '',
  reopened: '',
  undelivered: '',
  provisional: '',
});

const dayAfter = (day: string): string => localDayOf(plusMs(`${day}T00:00:00.000Z`, 86_400_000));

/** The query of the list. The last day counts whole: the period of the API ends before its `to`. */
export const queryOf = ({ from, to, province, order, month, ...others }: Filters): Record<string, string> => {
  // Lateness has its own order: the period of receipt would only leave out what is latest.
  if (order === 'running') return { ...others, province, running: 'true' };
  if (order === 'decidedLate') return { ...others, province, decidedLate: month };
  // What an agency holds now is asked for without a period.
  if (others.agency !== '' && from === '' && to === '') return others;
  return { ...others, province, 'received.from': from, 'received.to': to === '' ? '' : dayAfter(to) };
};

/** The choice that asks for nothing. */
export const ANY = { id: '', name: 'Tất cả' };
