import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { calendarFile, type CalendarEntry } from '../../../web/mails/calendar-file.js';

const entry = (overrides: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'p1-khao-sat@kien-nghi.example',
  sequence: 2,
  stamp: '2025-03-04T02:00:00.000Z',
  startsAt: '2025-03-05T01:30:00.000Z',
  endsAt: '2025-03-05T03:30:00.000Z',
  summary: 'Khảo sát hiện trường',
  location: 'Đầu hẻm 5',
  description: 'Kiểm tra cống',
  url: 'https://kien-nghi.example/track.html#0000',
  organizer: 'khong-tra-loi@kien-nghi.example',
  ...overrides,
});

/** What a calendar program reads: unfolded, unescaped. */
const read = (file: string): Map<string, string> =>
  new Map(
    file
      .replaceAll('\r\n ', '')
      .split('\r\n')
      .map((line) => {
        const [name = '', ...rest] = line.split(':');
        const value = rest.join(':').replace(/\\([\\;,nN])/g, (_, c: string) => (/n/i.test(c) ? '\n' : c));
        return [name, value];
      }),
  );

describe('an iCalendar file', () => {
  test('has what RFC 5545 and 5546 ask for in an entry that is published', () => {
    expect(calendarFile(entry())).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Kien nghi//Site visits//VI',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:p1-khao-sat@kien-nghi.example',
        'DTSTAMP:20250304T020000Z',
        'DTSTART:20250305T013000Z',
        'DTEND:20250305T033000Z',
        'SEQUENCE:2',
        'STATUS:CONFIRMED',
        'ORGANIZER:mailto:khong-tra-loi@kien-nghi.example',
        'SUMMARY:Khảo sát hiện trường',
        'LOCATION:Đầu hẻm 5',
        'DESCRIPTION:Kiểm tra cống',
        'URL:https://kien-nghi.example/track.html#0000',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  const texts = fc.string({ unit: 'grapheme', maxLength: 400 }).map((text) => text.replace(/\p{Cc}/gu, ''));

  test.prop([texts, fc.array(texts, { maxLength: 4 })])(
    'keeps any text, in lines of at most 75 octets that are whole characters',
    (location, lines) => {
      const file = calendarFile(entry({ location, description: lines.join('\n') }));
      for (const line of file.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(Buffer.from(line).toString('utf8')).toBe(line);
      }
      const fields = read(file);
      expect(fields.get('LOCATION')).toBe(location);
      expect(fields.get('DESCRIPTION')).toBe(lines.join('\n'));
    },
  );

  test('lets no text begin a line of its own', () => {
    const file = calendarFile(
      entry({ location: 'x\r\nATTACH:http://x.example\rA:b\u0000', summary: 'a;b,c\\n' }),
    );
    expect(file).not.toMatch(/^ATTACH/m);
    expect(file).toContain('SUMMARY:a\\;b\\,c\\\\n\r\n');
    expect(file).toContain('LOCATION:x\\nATTACH:http://x.example\\nA:b\r\n');
  });
});
