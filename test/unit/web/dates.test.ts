import { describe, expect, it } from 'vitest';
import { deadlineWords, instantWords, timeLeftWords } from '../../../web/words/dates.js';
import { vn } from '../../support/instants.js';

const deadline = (at: string, workingDays: number) => ({ at, provisional: false, workingDays });

describe('dates in words', () => {
  it('gives local time with the weekday, also where UTC is another day', () => {
    expect(instantWords(vn('2023-03-17', '17:00'))).toBe('17:00, thứ Sáu 17/03/2023');
    expect(instantWords('2025-06-30T17:00:00.000Z')).toBe('00:00, thứ Ba 01/07/2025');
    expect(instantWords(vn('2023-03-19', '06:30'))).toBe('06:30, Chủ nhật 19/03/2023');
  });

  it('says how long is left in working days, on the last day in hours or minutes', () => {
    const due = vn('2023-03-17', '17:00');
    expect(deadlineWords(deadline(due, 3), vn('2023-03-14', '09:00'))).toBe(
      '17:00, thứ Sáu 17/03/2023 (còn 3 ngày làm việc)',
    );
    expect(timeLeftWords(deadline(due, 0), vn('2023-03-17', '15:00'))).toBe('còn 2 giờ');
    expect(timeLeftWords(deadline(due, 0), vn('2023-03-17', '16:20'))).toBe('còn 40 phút');
  });

  it('says late from the very instant on, in working days as soon as one has begun', () => {
    const due = vn('2023-03-17', '17:00');
    expect(timeLeftWords(deadline(due, 0), due)).toBe('quá hạn 1 phút');
    expect(timeLeftWords(deadline(due, 0), vn('2023-03-18', '08:00'))).toBe('quá hạn 15 giờ');
    expect(timeLeftWords(deadline(due, 1), vn('2023-03-20', '08:00'))).toBe('quá hạn 1 ngày làm việc');
  });

  it('never counts the days of a weekend or a holiday', () => {
    const due = vn('2023-03-17', '17:00');
    expect(timeLeftWords(deadline(due, 0), vn('2023-03-19', '08:00'))).toBe('quá hạn, đang trong ngày nghỉ');
    expect(timeLeftWords(deadline(vn('2023-03-19', '17:00'), 0), vn('2023-03-18', '09:00'))).toBe(
      'còn 32 giờ',
    );
  });

  it('says when the calendar is not final', () => {
    const due = { at: vn('2027-02-15', '17:00'), provisional: true, workingDays: 0 };
    expect(deadlineWords(due, vn('2027-02-14', '17:00'))).toContain('tạm tính');
  });
});
