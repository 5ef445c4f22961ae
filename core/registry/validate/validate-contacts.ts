import type { LocalDay } from '../../time.js';
import { agencyOn } from '../agency-on.js';
import { CONTACT_COLUMNS, ContactRowSchema, type ContactRow } from '../contact.js';
import { parseCsv } from '../csv.js';
import type { Registry } from '../registry.js';
import { error, warning, type Finding } from './finding.js';
import { issuesOf } from './validate-files.js';

export interface ContactList {
  rows: ContactRow[];
  findings: Finding[];
}

interface Read {
  row: ContactRow | null;
  findings: Finding[];
}

const FORM = {
  what: 'not a row of this table',
  mend: `columns are ${CONTACT_COLUMNS.join(',')}; quote fields with a comma`,
};

const readRow = (file: string, line: number, fields: string[] | null): Read => {
  const place = `line ${line}`;
  if (fields?.length !== CONTACT_COLUMNS.length) return { row: null, findings: [error(file, place, FORM)] };
  const row = Object.fromEntries(
    CONTACT_COLUMNS.map((name, i) => [name, (fields[i] ?? '').trim().normalize('NFC')]),
  );
  const findings = issuesOf(ContactRowSchema, row, { file, place });
  return { row: findings.length === 0 ? (row as ContactRow) : null, findings };
};

/** Reads a list of contacts; every bad line is told, the good ones are returned. */
export const parseContacts = (csv: string, file = 'contacts.csv'): ContactList => {
  const [head, ...lines] = parseCsv(csv);
  if (head?.fields?.join(',') !== CONTACT_COLUMNS.join(','))
    return { rows: [], findings: [error(file, 'line 1', FORM)] };
  const read = lines.map(({ line, fields }) => readRow(file, line, fields));
  const rows = read.flatMap(({ row }) => (row === null ? [] : [row]));
  const seen = new Set<string>();
  const doubles = rows.flatMap(({ agency, role }) => {
    const key = `${agency} ${role}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    if (isFirst) return [];
    return [
      error(file, key, { what: 'the role is given twice', mend: 'one contact for each role of an agency' }),
    ];
  });
  return { rows, findings: [...read.flatMap(({ findings }) => findings), ...doubles] };
};

/** Contacts against the agencies of a day: unknown ones, missing ones, and mailboxes that have not answered. */
export const validateContacts = (
  registry: Registry,
  rows: readonly ContactRow[],
  wanted: { agencies: readonly string[]; day: LocalDay; file?: string },
): Finding[] => {
  const file = wanted.file ?? 'contacts.csv';
  const known = new Set(rows.map(({ agency }) => agency));
  const mains = new Set(rows.filter(({ role }) => role === 'main').map(({ agency }) => agency));
  const strangers = [...known]
    .filter(
      (id) =>
        !registry.agencyVersions().some((version) => id === version.id || id.startsWith(`${version.id}/`)),
    )
    .map((id) => error(file, id, { what: 'unknown agency', mend: 'use an agency id of agencies.json' }));
  const missing = wanted.agencies
    .filter((id) => agencyOn(registry, id, wanted.day) !== null && !mains.has(id))
    .map((id) =>
      warning(file, id, { what: 'no main contact: its mails go to its superior', mend: 'enter one' }),
    );
  const unverified = rows
    .filter(({ verifiedOn }) => verifiedOn === '')
    .map(({ agency, role }) =>
      warning(file, `${agency} ${role}`, {
        what: 'the mailbox has not confirmed',
        mend: 'send the confirmation mail',
      }),
    );
  return [...strangers, ...missing, ...unverified];
};
