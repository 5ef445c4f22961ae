import { linkHash } from '../digests/digest-link.js';
import { NotFoundError } from '../errors.js';
import type { DigestLink } from '../ports/links.js';
import type { Instant } from '../time.js';
import type { LinkDeps } from './task-link.js';

/** `expired`: its days are over. `replaced`: its contact or the links' key is another one now. */
export type DigestLinkState = 'live' | 'expired' | 'replaced';

/** The link of a digest's mail. @throws NotFoundError. */
export const findDigestLink = async (links: LinkDeps['links'], linkId: string): Promise<DigestLink> => {
  const link = await links.findDigest(linkHash(linkId));
  if (link === null) throw new NotFoundError();
  return link;
};

/** Does the link of a digest still open the agency's list? */
export const stateOfDigestLink = async (
  { contacts, linkKeyVersion }: Pick<LinkDeps, 'contacts' | 'linkKeyVersion'>,
  link: DigestLink,
  now: Instant,
): Promise<DigestLinkState> => {
  if (link.until <= now) return 'expired';
  const isCurrent =
    link.keyVersion === linkKeyVersion &&
    link.addressSince === (await contacts.addressSince(link.agencyId, link.contactId));
  return isCurrent ? 'live' : 'replaced';
};
