/**
 * Shape of the tables: what the stores read and write, and what the infrastructure defines. Constants only, no SDK, so
 * that both may import it.
 *
 * | question                                    | read                                                            |
 * |---------------------------------------------|-----------------------------------------------------------------|
 * | record of a petition                        | Petitions `PET#<id>` / `META`, consistent                       |
 * | its engine fields, a notice, a form receipt | Petitions `PET#<id>` / `THREAD#` `NOTICE#` `DECISION#`          |
 * | its history                                 | Petitions `HIST#<id>` / `E#000001…`, consistent, ascending      |
 * | petition of a public code                   | Petitions `CODE#<code>`, then `META`                            |
 * | petitions linked to another one             | Petitions `PET#<main>` / `DUPLICATE#<id>`                       |
 * | first answer to an intake key               | Petitions `IDEM#<key>`                                          |
 * | a meeting with the keys of its items        | Petitions `MEETING#<id>`                                        |
 * | meetings of a province's month              | byReceived `MEETING#<province>#<yyyy-mm>` / `<day>#<id>`        |
 * | searches of the desk, by user               | Petitions `SEARCH#<user>` / `<at>#<id>`; count: `HOUR#<hour>`   |
 * | task of a mailed link                       | Petitions `LINK#<hash>`                                         |
 * | list of an agency's digest                  | Petitions `LINK#<hash>` / `DIGEST`, then byHolder               |
 * | what the desk decided of matters alike      | Petitions `SORTED#<category, place>` / `<at>#<id>`, newest first |
 * | digest of an agency's day                   | Petitions `DIGEST#<agency>` / `DAY#<yyyy-mm-dd>`                |
 * | threads, notices whose time has come        | byWake `THREAD#<province>`, `NOTICE#<province>` up to now       |
 * | how far a new release has been applied      | Petitions `RELEASE#walk`; byWake `THREAD#<province>`, all       |
 * | notices to be phoned or printed             | byWake `WORKLIST#<province>`, oldest first                      |
 * | mails of whose delivery nothing was heard   | byWake `UNCONFIRMED#<province>` up to an hour ago               |
 * | petitions received / closed in a period     | byReceived, byClosed `<province>#<yyyy-mm>` (local month)       |
 * | petitions that an agency holds, by due date | byHolder `<agency>` / `OPEN#<due or 9999>#<id>`                 |
 * | what an agency held until when, since when  | byHolder `<agency>` / `HELD#<until>#<since>#<id>`               |
 * | what runs in a province, first due first    | byLateness `RUNNING#<province>` / `<due>#<id>`                  |
 * | what was decided late in a month, by how much | byLateness `DECIDED#<province>#<yyyy-mm>` / `<ms>#<id>`       |
 * | open support tasks of an agency             | byHolder `<agency>` / `SUPPORT#<id>#<thread>`                   |
 * | petitions of a ward                         | byUnit `<unit>` / `<receivedAt>#<id>`                           |
 * | texts of an event, data key of a petition   | Residents `PET#<id>` / `DOC#000001`, ResidentKeys / `KEY`       |
 * | keyed sketch of a petition's text           | Residents `PET#<id>` / `SKETCH`                                 |
 * | petitions of a contact (blind index)        | Residents `FIND#<keyed digest>` / `PET#<id>`, newest first      |
 * | contacts of an agency                       | Contacts `AGENCY#<id>` / `CONTACT#<id>`                         |
 * | record of a denunciation                    | SealedFiles `SEALED#<id>` / `META`; history, code, key as above |
 * | denunciations of a body, open ones          | SealedFiles byBody, byOpen                                      |
 * | how many, by province and quarter           | SealedFiles `COUNT#<province>` / `2026-Q4`                      |
 * | who denounces whom, of what                 | SealedPersons `SEALED#<id>` / `PERSON`                          |
 *
 * Write units of a routing commit (event 1.5 KB, record 3 KB, two notices): transactional writes cost double, so
 * 4 (event) + 6 (record) + 4 (notices) = 14 on the table. On the indexes: 1 each in byReceived and byUnit, because
 * the holder in `summary` changed, 1 in byHolder, 1 in byLateness, 2 in byWake for the notices = 6. The petitions' indexes hold only
 * `summary` (under 1 KB, one unit): a reminder rewrites the record but not the summary, and so writes to none of them.
 * ALL would cost three units an index on every commit. byWake holds keys only: tokens and counters never touch it.
 */
export const KEY = { partition: 'pk', sort: 'sk' } as const;

/** `keys`: keys only; otherwise the attributes that go with them. */
export interface IndexLayout {
  partition: string;
  sort: string;
  projects: 'keys' | readonly string[];
}

/** Indexes of Petitions; all key attributes are strings. An item without them is in no index. */
export const INDEXES = {
  byWake: { partition: 'wakeShard', sort: 'wakeAt', projects: 'keys' },
  byReceived: { partition: 'receivedMonth', sort: 'receivedKey', projects: ['summary'] },
  byClosed: { partition: 'closedMonth', sort: 'closedKey', projects: ['summary'] },
  byHolder: { partition: 'holderId', sort: 'holderKey', projects: ['summary'] },
  byUnit: { partition: 'unitId', sort: 'receivedKey', projects: ['summary'] },
  byLateness: { partition: 'lateShard', sort: 'lateKey', projects: ['summary'] },
} as const satisfies Record<string, IndexLayout>;

export type IndexName = keyof typeof INDEXES;

/** Indexes of SealedFiles: files of a body; open files by their next date. */
export const SEALED_INDEXES = {
  byBody: { partition: 'bodyId', sort: 'bodyKey', projects: ['file', 'post'] },
  byOpen: { partition: 'openShard', sort: 'openKey', projects: ['file', 'post'] },
} as const satisfies Record<string, IndexLayout>;

interface TableLayout {
  indexes: Record<string, IndexLayout>;
  stream: 'NEW_AND_OLD_IMAGES' | null;
}

/** All tables have the string keys `pk` and `sk`. Persons are in Residents, Contacts and SealedPersons only: no stream, no export. */
export const TABLES = {
  Petitions: { indexes: INDEXES, stream: 'NEW_AND_OLD_IMAGES' },
  Residents: { indexes: {}, stream: null },
  ResidentKeys: { indexes: {}, stream: null },
  Contacts: { indexes: {}, stream: null },
  SealedFiles: { indexes: SEALED_INDEXES, stream: null },
  SealedPersons: { indexes: {}, stream: null },
} as const satisfies Record<string, TableLayout>;

export type TableId = keyof typeof TABLES;

/** The one attribute of a contact, beside its keys, that functions which check links may read. */
export const ADDRESS_SINCE = 'addressSince';

/** What the officials' page may know of the contacts of an agency: no name, no address. */
export const POST_ATTRIBUTES = ['pk', 'sk', 'id', 'role', 'position', ADDRESS_SINCE, 'bouncedOn'] as const;

/** Prefixes of `pk` and `sk` by which stream filters choose records: new events and new notices. */
export const PREFIX = {
  petition: 'PET#',
  history: 'HIST#',
  event: 'E#',
  notice: 'NOTICE#',
  release: 'RELEASE#',
  agency: 'AGENCY#',
  meeting: 'MEETING#',
  finder: 'FIND#',
  search: 'SEARCH#',
  digest: 'DIGEST#',
  sealed: 'SEALED#',
  count: 'COUNT#',
  duplicate: 'DUPLICATE#',
  support: 'SUPPORT#',
  sorted: 'SORTED#',
  held: 'HELD#',
} as const;
