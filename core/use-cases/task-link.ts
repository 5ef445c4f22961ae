import { inDigest, linkHash, linkOfTask } from '../digests/digest-link.js';
import { NotFoundError, TaskClosedError } from '../errors.js';
import { openRequest } from '../petition/extension-request.js';
import type { Petition, Task } from '../petition/petition.js';
import { supportOf, type SupportTask } from '../petition/support.js';
import { isSupportTenured } from '../petition/support-step.js';
import { isTenured } from '../petition/tenure.js';
import { isHeld } from '../petition/transitions.js';
import type { Contact, ContactAddresses } from '../ports/contacts.js';
import type { Keyed } from '../ports/keyed.js';
import type { Link, LinkStore } from '../ports/links.js';
import type { ChangeContext } from './change-petition.js';

/** What decides whether a link still acts. */
export interface LinkDeps {
  links: Pick<LinkStore, 'find' | 'findDigest'>;
  contacts: ContactAddresses;
  /** Version of the link secret in force; raised when the secret is replaced, which ends every link mailed before. */
  linkKeyVersion: string;
}

export type LinkState =
  | { kind: 'live'; petition: Petition & { task: Task } }
  /** The open support task of the link's thread. */
  | { kind: 'support'; petition: Petition; support: SupportTask }
  /** `moved`: the task is over or elsewhere. `replaced`: the task is open, but this link no longer stands for it. */
  | { kind: 'dead'; because: 'moved' | 'replaced' };

/**
 * The link of a task for one contact: 128 bits, the same in every reminder and retry, another one for another address
 * or under another key. Only its digest is in the record.
 */
export const createLink = async (
  deps: { linkKeys: Keyed; linkKeyVersion: string },
  task: {
    petitionId: string;
    taskNo: number;
    thread?: string | undefined;
    contact: Contact;
    requestSeq?: number | undefined;
  },
): Promise<{ linkId: string; link: Link }> => {
  const { agencyId, id: contactId, addressSince } = task.contact;
  const { petitionId, taskNo, thread, requestSeq } = task;
  const keyVersion = deps.linkKeyVersion;
  const of = {
    ...(thread !== undefined && { thread }),
    ...(requestSeq !== undefined && { requestSeq }),
  };
  // Links of the petition's own tasks are what they were before there were supporters and requests.
  const named = [petitionId, taskNo, agencyId, contactId, addressSince, keyVersion, ...Object.values(of)];
  const mac = await deps.linkKeys.mac('task-link', JSON.stringify(named));
  const linkId = Buffer.from(mac.slice(0, 32), 'hex').toString('base64url');
  const hash = linkHash(linkId);
  return { linkId, link: { hash, petitionId, taskNo, ...of, agencyId, contactId, addressSince, keyVersion } };
};

const linkInDigest = async (
  links: LinkDeps['links'],
  linkId: string,
  { digestLinkId, task }: NonNullable<ReturnType<typeof inDigest>>,
): Promise<Link | null> => {
  const digest = await links.findDigest(linkHash(digestLinkId));
  return digest === null ? null : linkOfTask(digest, linkHash(linkId), task);
};

/** The link behind an id from a mail, or from the list of a digest. @throws NotFoundError. */
export const findLink = async (links: LinkDeps['links'], linkId: string): Promise<Link> => {
  const named = inDigest(linkId);
  const link = named === null ? await links.find(linkHash(linkId)) : await linkInDigest(links, linkId, named);
  if (link === null) throw new NotFoundError();
  return link;
};

/**
 * The link of a holder or of a supporter: that of a superior or of a head answers a request and never acts for the holder.
 * @throws NotFoundError for an unknown link, TaskClosedError for one that is bound to a request.
 */
export const findHoldersLink = async (links: LinkDeps['links'], linkId: string): Promise<Link> => {
  const link = await findLink(links, linkId);
  if (link.requestSeq !== undefined) throw new TaskClosedError();
  return link;
};

type AskedOf = Pick<ChangeContext, 'petition' | 'jurisdiction' | 'now'>;

/** The holder's link decides the task; that of its superior only the request, and that of its head only the draft, while it is open. */
const isForHolder = (petition: Petition, link: Link, { now }: AskedOf): boolean => {
  if (link.requestSeq === undefined) return petition.task?.holder.id === link.agencyId;
  const request = openRequest(petition, now);
  if (request?.seq === link.requestSeq) return request.superior.id === link.agencyId;
  return petition.task?.proposal?.seq === link.requestSeq && petition.task.holder.id === link.agencyId;
};

const isForOpenTask = (
  petition: Petition,
  link: Link,
  asked: AskedOf,
): petition is Petition & { task: Task } =>
  isHeld(petition.status) &&
  petition.task !== null &&
  petition.task.no === link.taskNo &&
  isForHolder(petition, link, asked) &&
  isTenured(petition, asked);

/** What the link opens if nothing but its contact and key could end it; null when its task is over or elsewhere. */
const openTaskOf = (link: Link, asked: AskedOf): Exclude<LinkState, { kind: 'dead' }> | null => {
  const { petition } = asked;
  if (link.thread === undefined)
    return isForOpenTask(petition, link, asked) ? { kind: 'live', petition } : null;
  const support = supportOf(petition, link.thread);
  const isForOpenSupport =
    support?.ended === null &&
    support.no === link.taskNo &&
    support.holder.id === link.agencyId &&
    isSupportTenured(petition, support, asked);
  return isForOpenSupport ? { kind: 'support', petition, support } : null;
};

/**
 * Does the link act? Its task must be the open one, rightfully held by the link's agency at this instant; the contact must
 * still have the address to which it was mailed; and the secret from which it was derived must be in force.
 */
export const stateOfLink = async (deps: LinkDeps, link: Link, asked: AskedOf): Promise<LinkState> => {
  const open = openTaskOf(link, asked);
  if (open === null) return { kind: 'dead', because: 'moved' };
  const isCurrent =
    link.keyVersion === deps.linkKeyVersion &&
    (link.until === undefined || asked.now < link.until) &&
    link.addressSince === (await deps.contacts.addressSince(link.agencyId, link.contactId));
  return isCurrent ? open : { kind: 'dead', because: 'replaced' };
};

/** Who acted, in the history: the role and since when it has its address, which the contacts' audit resolves. */
export const actorOf = ({ agencyId, contactId, addressSince }: Link) => ({
  kind: 'agency' as const,
  agencyId,
  contactId: `${contactId}@${addressSince}`,
});
