import { OFFICIAL_NOTICE_KINDS } from '../../../core/petition/notice-kinds.js';
import type { MailFacts } from '../../../core/ports/mail.js';
import { smallTimetable } from '../../support/asl/small-registers.js';
import { supportRequested, visitProposed } from '../../support/builders/support-happenings.js';
import { aPetition, resolved, routed } from '../../support/builders/petition-builder.js';

export const WITHOUT_TASK = [
  'informed',
  'moved-away',
  'withdrawn',
  'unreachable-unit',
  'support-moved-away',
  'support-ended',
  'site-visit',
] as const;

export const TASK_URL = 'https://kien-nghi.example/t/AbCdEfGhIjKlMnOpQrStUv';
export const TRACK_URL = 'https://kien-nghi.example/track.html#0000-0000-0001-Y';
export const PERSON = { name: 'Trần Thị Mai', phone: '0900000001', email: 'mai@cu-dan.example' };
export const VISIT = { place: 'Đầu hẻm 5', text: 'Kiểm tra cống.', organizer: 'no-reply@kien-nghi.example' };
export const ANSWER = 'Đã lắp biển cấm dừng đỗ.\n<b>Không</b> còn xe khách.';

export const open = aPetition({}, routed(), supportRequested(), visitProposed());
export const decided = aPetition({}, routed(), resolved({ documentNo: '125/UBND' }));

/** What a mail of a kind may speak of. */
export const facts = (kind: MailFacts['kind'], change: Partial<MailFacts> = {}): MailFacts => {
  const isOfficial = (OFFICIAL_NOTICE_KINDS as readonly string[]).includes(kind);
  const hasTask = isOfficial && !(WITHOUT_TASK as readonly string[]).includes(kind);
  return {
    kind,
    petition: kind === 'decision' ? decided : open,
    now: '2025-03-05T02:00:00.000Z',
    timetable: smallTimetable('thuong'),
    categoryLabel: 'Vệ sinh môi trường: rác, mùi hôi, ô nhiễm',
    placeName: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh',
    contact: isOfficial
      ? {
          agencyId: 'a',
          id: 'c',
          role: 'main',
          name: 'Lê Văn Bình',
          position: 'Phó Chủ tịch',
          email: 'b@ubnd.example',
          verifiedOn: null,
          addressSince: '2025-01-02T02:00:00.000Z',
        }
      : null,
    taskUrl: hasTask ? TASK_URL : null,
    trackUrl: TRACK_URL,
    said: kind === 'decision' ? ANSWER : null,
    ...(kind.startsWith('support') && { thread: 'support-1' }),
    ...(kind === 'site-visit' && { visit: VISIT }),
    reclassified: null,
    ...change,
  };
};
