/** Messages with the link of a support task, to the agency that was asked. */
export const SUPPORT_TASK_KINDS = [
  'support-requested',
  'support-reminder',
  'support-overdue',
  'support-escalated-to-you',
  'support-deadline-moved',
  'support-transferred-to-you',
  'support-extension-allowed',
  'support-extension-refused',
] as const;

/** Messages about support tasks and site visits, to whoever has a part in them. */
export const SUPPORT_NOTICE_KINDS = [
  ...SUPPORT_TASK_KINDS,
  'support-moved-away',
  'support-ended',
  'support-answered',
  'support-declined',
  'support-late',
  'support-unanswerable',
  'support-transferred',
  'support-extension-requested',
  'site-visit',
] as const;
export type SupportNoticeKind = (typeof SUPPORT_NOTICE_KINDS)[number];

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
  ...SUPPORT_NOTICE_KINDS,
  'arbitrate',
  'directed',
  'extension-requested',
  'extension-approved',
  'extension-refused',
  'assigned-to-you',
  'approval-requested',
  'answer-approved',
  'answer-returned',
  'draft-void',
  'answer-code',
] as const;
export type OfficialNoticeKind = (typeof OFFICIAL_NOTICE_KINDS)[number];

/** Messages to the resident; sent where an e-mail was given, but see `isLetter`. */
export const RESIDENT_NOTICE_KINDS = [
  'receipt',
  'accepted',
  'moved',
  'extended',
  'date-moved',
  'wait-moved',
  'reclassified',
  'question',
  'decision',
  'withdrawal-noted',
  'receipt-renewed',
  'split',
  'merged',
  'unmerged',
] as const;
export type ResidentNoticeKind = (typeof RESIDENT_NOTICE_KINDS)[number];

/** Goes to the resident, whose mails, letters and messages have words of their own. */
export const isForResident = (kind: NoticeKind): kind is ResidentNoticeKind =>
  (RESIDENT_NOTICE_KINDS as readonly NoticeKind[]).includes(kind);

/** Every kind of message, for the schemas of what is stored. */
export const NOTICE_KINDS = [...OFFICIAL_NOTICE_KINDS, ...RESIDENT_NOTICE_KINDS] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Carries what the unit wrote to the resident, and must reach the person. */
export const isLetter = ({ kind }: { kind: NoticeKind }): boolean =>
  kind === 'decision' || kind === 'question';

/** The support thread whose task a message's number counts in; undefined where it is the petition's own. */
export const threadOfTask = ({
  kind,
  thread,
}: {
  kind: NoticeKind;
  thread?: string | undefined;
}): string | undefined => ((SUPPORT_TASK_KINDS as readonly NoticeKind[]).includes(kind) ? thread : undefined);
