import { localDayOf, type Instant, type LocalDay } from '../../core/time.js';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;
const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const;

/** "17/03/2023" for a local day. */
export const dayWords = (day: LocalDay): string => day.split('-').reverse().join('/');

/** "17:00, thứ Sáu 17/03/2023": the local time (+07:00) of an instant, whatever zone the reader's machine is in. */
export const instantWords = (at: Instant): string => {
  const local = new Date(Date.parse(at) + 7 * HOUR_MS);
  const weekday = WEEKDAYS[local.getUTCDay()] ?? '';
  return `${local.toISOString().slice(11, 16)}, ${weekday} ${dayWords(localDayOf(at))}`;
};

/** "17/03/2023": the local day of an instant. */
export const dateWords = (at: Instant): string => dayWords(localDayOf(at));

/** A span of real time where no working day is in between: "5 giờ", "20 phút". */
const spanWords = (ms: number): string =>
  ms >= HOUR_MS ? `${Math.floor(ms / HOUR_MS)} giờ` : `${Math.max(1, Math.floor(ms / MINUTE_MS))} phút`;

/** A deadline as people read it. */
export interface DeadlineView {
  at: Instant;
  /** The deadline, or the days counted to it, rest on a calendar year that is missing or not final. */
  provisional: boolean;
  /** Working days left, or begun since it has passed. */
  workingDays: number;
}

/** "còn 3 ngày làm việc", "quá hạn 2 ngày làm việc"; on the day itself "còn 2 giờ". */
export const timeLeftWords = ({ at, workingDays }: DeadlineView, now: Instant): string => {
  const state = at <= now ? 'quá hạn' : 'còn';
  if (workingDays > 0) return `${state} ${workingDays} ngày làm việc`;
  const ms = Math.abs(Date.parse(at) - Date.parse(now));
  // Late for more than a day without a working day in it: a weekend or a holiday.
  return at <= now && ms >= DAY_MS ? 'quá hạn, đang trong ngày nghỉ' : `${state} ${spanWords(ms)}`;
};

/** "17:00, thứ Sáu 17/03/2023 (còn 3 ngày làm việc)". */
export const deadlineWords = (deadline: DeadlineView, now: Instant): string => {
  const doubt = deadline.provisional ? ', tạm tính theo lịch làm việc chưa chính thức' : '';
  return `${instantWords(deadline.at)} (${timeLeftWords(deadline, now)}${doubt})`;
};
