import { localDayOf, plusMs, startOfDay, type Instant, type LocalDay } from '../../core/time.js';
import { PREFIX } from './layout.js';

/** Key of an item; see layout.ts for what is read by which. */
export interface ItemKey {
  pk: string;
  sk: string;
}

/** Six digits: sorts as text up to 999,999 events of one petition. */
const numbered = (seq: number): string => seq.toString().padStart(6, '0');

export const historyPartition = (petitionId: string): string => `${PREFIX.history}${petitionId}`;

const inPetition = (petitionId: string, sk: string): ItemKey => ({
  pk: `${PREFIX.petition}${petitionId}`,
  sk,
});

export const keys = {
  petition: (id: string) => inPetition(id, 'META'),
  thread: (id: string, thread: string) => inPetition(id, `THREAD#${thread}`),
  notice: (id: string, noticeId: string) => inPetition(id, `${PREFIX.notice}${noticeId}`),
  decision: (id: string, nonce: string) => inPetition(id, `DECISION#${nonce}`),
  /** A petition that is, or was, linked to this one. */
  duplicate: (mainId: string, id: string) => inPetition(mainId, `${PREFIX.duplicate}${id}`),
  /** Who is asked to contribute in a thread, for byHolder. */
  support: (id: string, thread: string) => inPetition(id, `${PREFIX.support}${thread}`),
  /** The time for which an agency held a task, once it is over. */
  held: (id: string, taskNo: number) => inPetition(id, `${PREFIX.held}${numbered(taskNo)}`),
  event: (id: string, seq: number): ItemKey => ({
    pk: historyPartition(id),
    sk: `${PREFIX.event}${numbered(seq)}`,
  }),
  code: (code: string): ItemKey => ({ pk: `CODE#${code}`, sk: 'CODE' }),
  intake: (key: string): ItemKey => ({ pk: `IDEM#${key}`, sk: 'IDEM' }),
  releaseWalk: (): ItemKey => ({ pk: `${PREFIX.release}walk`, sk: 'WALK' }),
  link: (hash: string): ItemKey => ({ pk: `LINK#${hash}`, sk: 'LINK' }),
  digestLink: (hash: string): ItemKey => ({ pk: `LINK#${hash}`, sk: 'DIGEST' }),
  digest: (agencyId: string, day: LocalDay): ItemKey => ({
    pk: `${PREFIX.digest}${agencyId}`,
    sk: `DAY#${day}`,
  }),
  meeting: (id: string): ItemKey => ({ pk: `${PREFIX.meeting}${id}`, sk: 'MEETING' }),
  search: (userId: string, at: Instant, id: string): ItemKey => ({
    pk: `${PREFIX.search}${userId}`,
    sk: `${at}#${id}`,
  }),
  /** The hour of legal time, in UTC. */
  searchHour: (userId: string, at: Instant): ItemKey => ({
    pk: `${PREFIX.search}${userId}`,
    sk: `HOUR#${at.slice(0, 13)}`,
  }),
  /** Table Residents: ids of petitions sort by time. */
  finder: (key: string, petitionId: string): ItemKey => ({
    pk: finderPartition(key),
    sk: `${PREFIX.petition}${petitionId}`,
  }),
  /** Tables Residents, ResidentKeys and Contacts. */
  document: (id: string, seq: number) => inPetition(id, `DOC#${numbered(seq)}`),
  sketch: (id: string) => inPetition(id, 'SKETCH'),
  dataKey: (id: string) => inPetition(id, 'KEY'),
  /** Table SealedFiles; histories, codes and intake keys are named as a petition's, in that table. */
  sealedFile: (id: string): ItemKey => ({ pk: `${PREFIX.sealed}${id}`, sk: 'META' }),
  sealedCount: (provinceId: string, quarter: string): ItemKey => ({
    pk: countPartition(provinceId),
    sk: quarter,
  }),
  /** Table SealedPersons. */
  sealedPerson: (id: string): ItemKey => ({ pk: `${PREFIX.sealed}${id}`, sk: 'PERSON' }),
  contact: (agencyId: string, contactId: string): ItemKey => ({
    pk: agencyPartition(agencyId),
    sk: `CONTACT#${contactId}`,
  }),
};

export const agencyPartition = (agencyId: string): string => `${PREFIX.agency}${agencyId}`;

export const countPartition = (provinceId: string): string => `${PREFIX.count}${provinceId}`;

export const precedentPartition = (key: string): string => `${PREFIX.sorted}${key}`;

export const finderPartition = (key: string): string => `${PREFIX.finder}${key}`;

/** Null for whatever else is in the table of contacts. */
export const agencyOfPartition = (pk: string): string | null =>
  pk.startsWith(PREFIX.agency) ? pk.slice(PREFIX.agency.length) : null;

/** Shards of byWake. One a province: the reconciler reads each by itself. */
export const wakeShards = {
  threads: (provinceId: string) => `THREAD#${provinceId}`,
  notices: (provinceId: string) => `NOTICE#${provinceId}`,
  /** Mails to agencies of whose delivery nothing was heard yet. */
  unconfirmed: (provinceId: string) => `UNCONFIRMED#${provinceId}`,
  worklist: (provinceId: string) => `WORKLIST#${provinceId}`,
};

/** Partition of byReceived and byClosed: a province's month in Vietnam's time. */
export const monthPartition = (provinceId: string, at: Instant): string =>
  `${provinceId}#${localDayOf(at).slice(0, 7)}`;

/** The months, as `yyyy-mm`, from the one of a local day to that of another, both inclusive. */
export const monthsBetweenDays = (from: LocalDay, to: LocalDay): string[] =>
  from > to ? [] : monthsBetween(startOfDay(from), plusMs(startOfDay(to), 1));

/** The months, as `yyyy-mm`, that touch the period from `from` (inclusive) to `to` (exclusive). */
export const monthsBetween = (from: Instant, to: Instant): string[] => {
  const months: string[] = [];
  let at = from;
  while (at < to) {
    const month = localDayOf(at).slice(0, 7);
    months.push(month);
    const year = Number(month.slice(0, 4));
    const next = Number(month.slice(5)) + 1;
    const first = next > 12 ? `${year + 1}-01-01` : `${year}-${next.toString().padStart(2, '0')}-01`;
    at = startOfDay(first);
  }
  return months;
};

/** Sort key that orders by time and stays unique. `<at>` alone sorts before every key of that instant. */
export const timeKey = (at: Instant, petitionId: string): string => `${at}#${petitionId}`;

/** Sort key of byHolder; what has no due date (Party lane) comes last. */
export const openKey = (dueAt: Instant | null, petitionId: string): string =>
  `OPEN#${dueAt ?? '9999'}#${petitionId}`;

/** Sort key of byHolder for an open support task: outside the range of what agencies hold. */
export const supportKey = (petitionId: string, thread: string): string =>
  `${PREFIX.support}${petitionId}#${thread}`;

/** Sort key of byHolder for a time that is over: what ended after an instant is one range. */
export const heldKey = ({ since, until }: { since: Instant; until: Instant }, petitionId: string): string =>
  `${PREFIX.held}${until}#${since}#${petitionId}`;

/** Reads since when it was held out of such a key. */
export const sinceOfHeldKey = (key: string): Instant | null => key.split('#')[2] ?? null;

/** What ended after an instant: `~` sorts after every key of that instant, so it is exclusive. */
export const heldAfter = (at: Instant): { from: string; to: string } => ({
  from: `${PREFIX.held}${at}~`,
  to: `${PREFIX.held}~`,
});

/** Partitions of byLateness. */
export const lateShards = {
  running: (provinceId: string) => `RUNNING#${provinceId}`,
  decided: (provinceId: string, month: string) => `DECIDED#${provinceId}#${month}`,
};

/** Reads `PET#<id>` / `<prefix><rest>` back. @throws TypeError for any other key: an index gave what it must not hold. */
export const parsePetitionKey = (
  key: ItemKey,
  prefix: 'THREAD#' | 'NOTICE#' | 'SUPPORT#',
): { petitionId: string; rest: string } => {
  if (!key.pk.startsWith(PREFIX.petition) || !key.sk.startsWith(prefix))
    throw new TypeError('not such a key');
  return { petitionId: key.pk.slice(PREFIX.petition.length), rest: key.sk.slice(prefix.length) };
};

/** Id of the file whose record has that partition key; for telling of one that cannot be read. */
export const sealedIdOf = (pk: unknown): string =>
  typeof pk === 'string' ? pk.slice(PREFIX.sealed.length) : 'unknown';
