/** Messages to officials. */
export const OFFICIAL_NOTICE_KINDS = [
  'assignment',
  'informed',
  'reminder',
  'overdue',
  'follow-up',
  'first-notice',
  'escalated-to-you',
  'moved-away',
  'answered',
  'resumed',
  'deadline-moved',
  'reopened',
  'appealed-to-you',
  'withdrawn',
  'unreachable-unit',
] as const;
export type OfficialNoticeKind = (typeof OFFICIAL_NOTICE_KINDS)[number];

/** Messages to the resident; sent where an e-mail was given, but see `isLetter`. */
export const RESIDENT_NOTICE_KINDS = [
  'receipt',
  'accepted',
  'moved',
  'extended',
  'date-moved',
  'reclassified',
  'question',
  'decision',
  'withdrawal-noted',
] as const;
export type ResidentNoticeKind = (typeof RESIDENT_NOTICE_KINDS)[number];

/** Every kind of message, for the schemas of what is stored. */
export const NOTICE_KINDS = [...OFFICIAL_NOTICE_KINDS, ...RESIDENT_NOTICE_KINDS] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Carries what the unit wrote to the resident, and must reach the person. */
export const isLetter = ({ kind }: { kind: NoticeKind }): boolean =>
  kind === 'decision' || kind === 'question';
