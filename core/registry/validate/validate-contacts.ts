import type { LocalDay } from '../../time.js';
import { agencyOn, splitAgencyId } from '../agency-on.js';
import { parseArea } from '../area.js';
import { CONTACT_COLUMNS, ContactRowSchema, type ContactRow } from '../contact.js';
import { isDeskRole, roleOfContact } from '../contact-role.js';
import { parseCsv } from '../csv.js';
import type { Registry } from '../registry.js';
import { UnitIdSchema } from '../unit.js';
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

const HEADER = CONTACT_COLUMNS.join(',');

const FORM = {
  what: 'not a row of this table',
  mend: `columns are ${HEADER}; quote fields with a comma`,
};

const FIELDS =
  'role is main, alternate, head, or colleague-1, office-1 and so on; email is one address; verifiedOn is empty or like 2026-11-02';

/** What spreadsheets make of a list: another encoding, semicolons, or other columns. */
const faultOfFile = (csv: string, head: string[] | null): { what: string; mend: string } | null => {
  if (csv.includes('\uFFFD') || csv.includes('\0'))
    return { what: 'the text is not UTF-8', mend: 'save it as "CSV UTF-8"' };
  if (head?.join(',') === HEADER) return null;
  if (head?.join(',').replaceAll(';', ',') === HEADER)
    return { what: 'columns are parted by semicolons', mend: 'save it with commas' };
  return { what: 'not the header of a list of contacts', mend: `make the first line ${HEADER}` };
};

const readRow = (file: string, line: number, fields: string[] | null): Read => {
  const place = `line ${line}`;
  if (fields?.length !== CONTACT_COLUMNS.length) return { row: null, findings: [error(file, place, FORM)] };
  const row = Object.fromEntries(
    CONTACT_COLUMNS.map((name, i) => [name, (fields[i] ?? '').trim().normalize('NFC')]),
  );
  const findings = issuesOf(ContactRowSchema, row, { file, place }).map((one) => ({ ...one, mend: FIELDS }));
  return { row: findings.length === 0 ? (row as ContactRow) : null, findings };
};

/** A task is handed on by the name of the post alone: two of one name could not be told apart. */
const samePosts = (file: string, rows: readonly ContactRow[]): Finding[] => {
  const seen = new Set<string>();
  return rows.flatMap(({ agency, role, position }) => {
    const post = `${agency} ${position.toLowerCase()}`;
    const isKnown = seen.has(post);
    seen.add(post);
    return isKnown && !isDeskRole(roleOfContact(role))
      ? [
          error(file, `${agency} ${role}`, {
            what: 'another contact of the agency has the same position',
            mend: 'name the field of work in it',
          }),
        ]
      : [];
  });
};

/** Reads a list of contacts; every bad line is told, the good ones are returned. */
export const parseContacts = (csv: string, file = 'contacts.csv'): ContactList => {
  const [head, ...lines] = parseCsv(csv);
  const fault = faultOfFile(csv, head?.fields ?? null);
  if (fault !== null) return { rows: [], findings: [error(file, `line ${head?.line ?? 1}`, fault)] };
  if (lines.length === 0)
    return {
      rows: [],
      findings: [error(file, 'line 2', { what: 'no contact', mend: 'add a line for each' })],
    };
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
  return {
    rows,
    findings: [...read.flatMap(({ findings }) => findings), ...doubles, ...samePosts(file, rows)],
  };
};

const UNKNOWN_AGENCY = {
  what: 'unknown agency',
  mend: 'use an id of agencies.json, with the unit where each unit has such a body: ubnd-xa/w:26773@2025-07',
};

/** A body of any day: contacts may be imported before a reform and outlive one. */
const isKnownAgency = (registry: Registry, id: string): boolean => {
  const { baseId, key } = splitAgencyId(id);
  const versions = registry.agencyVersions().filter((version) => version.id === baseId);
  const isEach = versions.some(({ areaUnitPattern }) => parseArea(areaUnitPattern)?.kind === 'each');
  if (key === null) return versions.length > 0 && !isEach;
  const namesUnit = UnitIdSchema.safeParse(key).success;
  return versions.length > 0 && (namesUnit ? registry.unit(key) !== undefined : !isEach);
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
    .filter((id) => !isKnownAgency(registry, id))
    .map((id) => error(file, id, UNKNOWN_AGENCY));
  const missing = wanted.agencies
    .filter((id) => agencyOn(registry, id, wanted.day) !== null && !mains.has(id))
    .map((id) =>
      warning(file, id, {
        what: 'no main contact in this list',
        mend: 'enter one, unless it was imported before',
      }),
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
