import { describe, expect, it } from 'vitest';
import type { MailFacts } from '../../../core/ports/mail.js';
import { mailComposer } from '../../../web/mails/mail-composer.js';
import { smallTimetable } from '../../support/asl/small-registers.js';
import { aContact } from '../../support/builders/link-builder.js';
import { aPetition, routed } from '../../support/builders/petition-builder.js';
import { SUPPORTER, supportRequested, visitProposed } from '../../support/builders/support-happenings.js';

const facts = (kind: MailFacts['kind'], change: Partial<MailFacts> = {}): MailFacts => ({
  kind,
  petition: aPetition({}, routed(), supportRequested(), visitProposed()),
  now: '2025-03-05T02:00:00.000Z',
  timetable: smallTimetable('thuong'),
  categoryLabel: 'Vệ sinh môi trường: rác, mùi hôi, ô nhiễm',
  placeName: 'Phường Thới An, Quận 12, Thành phố Hồ Chí Minh',
  contact: aContact(),
  taskUrl: null,
  trackUrl: 'https://kien-nghi.example/track.html#0000-0000-0001-Y',
  said: null,
  reclassified: null,
  thread: 'support-1',
  visit: { place: 'Đầu hẻm 5', text: 'Kiểm tra cống.', organizer: 'no-reply@kien-nghi.example' },
  ...change,
});

describe('mails about joint handling', () => {
  it('an invitation carries an entry for the calendar that names no person; a moved one replaces it', () => {
    const { text, attachments } = mailComposer.compose(facts('site-visit'));
    expect(text).toContain('08:30, thứ Tư 05/03/2025, dự kiến đến 10:30');
    expect(text).toContain('Đầu hẻm 5');
    const [file] = attachments ?? [];
    expect(file).toMatchObject({
      fileName: 'khao-sat.ics',
      contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    });
    const unfolded = (file?.content ?? '').replaceAll('\r\n ', '');
    expect(unfolded).toContain('DTSTART:20250305T013000Z\r\nDTEND:20250305T033000Z\r\nSEQUENCE:0');
    expect(unfolded).toContain('LOCATION:Đầu hẻm 5\\, Phường Thới An');
    const uid = /UID:.*/.exec(unfolded)?.[0];
    const moved = aPetition({}, routed(), visitProposed(), visitProposed({ sequence: 1 }));
    const again = mailComposer.compose(facts('site-visit', { petition: moved }));
    const replaced = (again.attachments?.[0]?.content ?? '').replaceAll('\r\n ', '');
    expect(replaced).toContain('SEQUENCE:1');
    expect(replaced).toContain(uid);
    expect(again.subject).toContain('Đổi lịch khảo sát');
    expect(mailComposer.compose(facts('assignment')).attachments).toBeUndefined();
  });

  it('a request for support names lead, supporter and its own deadline', () => {
    const { text, subject } = mailComposer.compose(facts('support-requested'));
    expect(subject).toContain('(hạn 07/03/2025)');
    expect(text).toContain(SUPPORTER.name);
    expect(text).toContain('Ủy ban nhân dân phường Thới An đang giải quyết');
    expect(text).toContain('17:00, thứ Sáu 07/03/2025 (còn 2 ngày làm việc)');
  });

  it('of which one came back names the agency that cannot be reached, not the lead', () => {
    const { text } = mailComposer.compose(facts('unreachable-unit'));
    expect(text).toContain(`gửi ${SUPPORTER.name} bị trả lại`);
  });
});
