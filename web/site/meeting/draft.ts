import type { MeetingKind } from '../../../core/meetings/meeting.js';
import type { MeetingBody, MeetingItemBody, UnitItem } from '../api.js';

/** One matter as it is typed or stands in a row of a spreadsheet. */
export interface Row {
  category: string;
  description: string;
  name: string;
  kind: string;
  phone: string;
  email: string;
  address: string;
  unit: string;
  addressee: string;
  followUpOn: string;
  externalRef: string;
}

export interface MeetingDraft {
  kind: MeetingKind;
  heldOn: string;
  unit: UnitItem | null;
  receivedBy: string;
  reason: string;
  hasConsent: boolean;
  rows: Row[];
}

export const EMPTY_ROW: Row = {
  category: '',
  description: '',
  name: '',
  kind: 'person',
  phone: '',
  email: '',
  address: '',
  unit: '',
  addressee: '',
  followUpOn: '',
  externalRef: '',
};

export const firstDraft = (today: string): MeetingDraft => ({
  kind: 'PEOPLE_CONFERENCE',
  heldOn: today,
  unit: null,
  receivedBy: '',
  reason: '',
  hasConsent: false,
  rows: [],
});

const trimmed = (value: string): string => value.normalize('NFC').trim();

const optional = <K extends string>(key: K, value: string): Partial<Record<K, string>> =>
  trimmed(value) === '' ? {} : ({ [key]: trimmed(value) } as Record<K, string>);

const itemOf = (row: Row): MeetingItemBody => ({
  category: row.category,
  description: trimmed(row.description),
  ...optional('unit', row.unit),
  ...optional('address', row.address),
  ...optional('addressee', row.addressee),
  ...optional('externalRef', row.externalRef),
  ...optional('followUpOn', row.followUpOn),
  submitter: {
    kind: row.kind,
    name: trimmed(row.name),
    ...optional('phone', row.phone),
    ...optional('email', row.email),
  },
});

/** The body of `POST /api/meetings`. */
export const bodyOf = (draft: MeetingDraft): MeetingBody => ({
  kind: draft.kind,
  heldOn: draft.heldOn,
  unit: draft.unit?.id ?? '',
  ...optional('receivedBy', draft.receivedBy),
  ...optional('receivedAtReason', draft.reason),
  ...(draft.rows.length > 0 && { consent: true as const }),
  items: draft.rows.map(itemOf),
});
