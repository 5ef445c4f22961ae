import type { Instant } from '../../core/time.js';

/** An entry for the calendars of those who are invited. */
export interface CalendarEntry {
  /** The same for every version of one appointment. */
  uid: string;
  /** From 0; a higher one replaces what a calendar has. */
  sequence: number;
  /** When this version was made. */
  stamp: Instant;
  startsAt: Instant;
  endsAt: Instant;
  summary: string;
  location: string;
  description: string;
  url: string;
  /** Address of the mails; RFC 5546 asks for an organizer in what is published. */
  organizer: string;
}

const CRLF = '\r\n';
const LONGEST_LINE = 75;

/** RFC 5545 section 3.3.11: backslash, semicolon, comma and line breaks are escaped; other control characters have no place. */
const escaped = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replace(/\r\n|\r|\n/g, '\\n')
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');

/** 20250304T020000Z */
const utc = (at: Instant): string => at.replace(/\.\d{3}/, '').replace(/[-:]/g, '');

/** Section 3.1: no line longer than 75 octets; a continued one begins with a space. A character is never cut. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let present = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      lines.push(present);
      [present, octets] = [' ', 1];
    }
    present += character;
    octets += size;
  }
  return [...lines, present].join(CRLF);
};

/**
 * An iCalendar file (RFC 5545) with one entry. METHOD is PUBLISH: a REQUEST would have calendars mail acceptances to an
 * address that nobody reads, and would need everybody's address in it. UID and SEQUENCE let a moved appointment replace
 * the one before all the same.
 */
export const calendarFile = (entry: CalendarEntry): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kien nghi//Site visits//VI',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(entry.uid)}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SEQUENCE:${entry.sequence}`,
    'STATUS:CONFIRMED',
    `ORGANIZER:mailto:${entry.organizer}`,
    `SUMMARY:${escaped(entry.summary)}`,
    `LOCATION:${escaped(entry.location)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `URL:${entry.url}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ]
    .map((line) => folded(line) + CRLF)
    .join('');
