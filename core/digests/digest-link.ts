import { createHash } from 'node:crypto';
import type { Contact } from '../ports/contacts.js';
import type { Digest } from '../ports/digests.js';
import type { Keyed } from '../ports/keyed.js';
import type { DigestLink, Link } from '../ports/links.js';
import { plusMs } from '../time.js';

const DAY_MS = 86_400_000;

/** A link outlives the digests of the next days, and a week off. */
export const DIGEST_LINK_DAYS = 10;

export const linkHash = (linkId: string): string => createHash('sha256').update(linkId).digest('hex');

/**
 * The link of a day's digest for one contact: 128 bits, the same when the mail is sent again, another one for another
 * address or under another key. Only its digest is in the record.
 */
export const createDigestLink = async (
  deps: { linkKeys: Keyed; linkKeyVersion: string },
  { day, at }: Digest,
  contact: Contact,
): Promise<{ linkId: string; link: DigestLink }> => {
  const { agencyId, id: contactId, addressSince } = contact;
  const keyVersion = deps.linkKeyVersion;
  const named = [agencyId, contactId, addressSince, day, keyVersion];
  const mac = await deps.linkKeys.mac('digest-link', JSON.stringify(named));
  const linkId = Buffer.from(mac.slice(0, 32), 'hex').toString('base64url');
  const until = plusMs(at, DIGEST_LINK_DAYS * DAY_MS);
  return {
    linkId,
    link: { hash: linkHash(linkId), agencyId, contactId, addressSince, keyVersion, day, until },
  };
};

/** A task as a digest names it. */
export interface TaskRef {
  petitionId: string;
  taskNo: number;
}

/** `<petition>.<task>`: as the boxes of the page say it. */
export const taskRefWords = ({ petitionId, taskNo }: TaskRef): string => `${petitionId}.${taskNo}`;

const TASK_REF = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,3})$/;

/** Reads `taskRefWords` back; null for anything else. */
export const parseTaskRef = (words: string): TaskRef | null => {
  const [, petitionId, taskNo] = TASK_REF.exec(words) ?? [];
  return petitionId === undefined || taskNo === undefined ? null : { petitionId, taskNo: Number(taskNo) };
};

/** `<digest link>.<petition>.<task>`: the page of one task, opened from the list. Nothing is stored for it. */
export const taskLinkId = (digestLinkId: string, task: TaskRef): string =>
  `${digestLinkId}.${taskRefWords(task)}`;

/** The digest's link and the task in an id; null for the link of a single mail. */
export const inDigest = (linkId: string): { digestLinkId: string; task: TaskRef } | null => {
  const dot = linkId.indexOf('.');
  if (dot < 0) return null;
  const task = parseTaskRef(linkId.slice(dot + 1));
  return task === null ? null : { digestLinkId: linkId.slice(0, dot), task };
};

/** The link of a task by way of a digest: it acts for the contact of the digest, as long as that one does. */
export const linkOfTask = (digest: DigestLink, hash: string, task: TaskRef): Link => {
  const { agencyId, contactId, addressSince, keyVersion, until } = digest;
  return { hash, ...task, agencyId, contactId, addressSince, keyVersion, until };
};
