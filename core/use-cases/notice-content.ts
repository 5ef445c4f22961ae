import { createDigestLink } from '../digests/digest-link.js';
import { isOutdated } from '../petition/outdated-notice.js';
import type { Petition } from '../petition/petition.js';
import type { Clock } from '../ports/clock.js';
import type { Contact } from '../ports/contacts.js';
import type { Digest } from '../ports/digests.js';
import type { Keyed } from '../ports/keyed.js';
import type { LinkStore } from '../ports/links.js';
import type { MailComposer } from '../ports/mail.js';
import type { NoticeRef, StoredNotice } from '../ports/notices.js';
import { digestFacts, type DigestFacts } from './digest-facts.js';
import { digestOfNotice, type DigestDeps } from './digest-of-notice.js';

export interface DigestMailDeps {
  clock: Clock;
  links: LinkStore;
  linkKeys: Keyed;
  linkKeyVersion: string;
  composer: MailComposer;
  publicOrigin: string;
}

/** What is sent: about a petition, or the list of all that the agency holds. */
export interface Content {
  notice: StoredNotice;
  petition: Petition;
  digest: { of: Digest; facts: DigestFacts } | null;
}

/** The mail of a digest for one contact; its link opens from before it leaves. */
export const digestMailTo = async (
  deps: DigestMailDeps,
  { of, facts }: NonNullable<Content['digest']>,
  contact: Contact,
) => {
  const { linkId, link } = await createDigestLink(deps, of, contact);
  await deps.links.putDigest(link);
  const url = `${deps.publicOrigin}/d/${linkId}`;
  return deps.composer.digest({ ...facts, contact, day: of.day, now: deps.clock.now(), url });
};

/** What a notice is to send; or how it ends unsent: its time has passed, or its agency's digest says it. */
export const contentOf = async (
  deps: DigestDeps,
  notice: StoredNotice,
  petition: Petition,
): Promise<Content | 'skipped' | { coveredBy: NoticeRef }> => {
  const place = await digestOfNotice(deps, notice, petition);
  if (place.kind === 'carries') {
    const facts = await digestFacts(deps, place.digest.agencyId);
    // Others rest on it, so it leaves even if its own petition is settled meanwhile; not when all are.
    if (facts.open === 0) return 'skipped';
    const marked = { ...notice, digestDay: place.digest.day };
    return { notice: marked, petition, digest: { of: place.digest, facts } };
  }
  if (isOutdated(notice, petition)) return 'skipped';
  return place.kind === 'covered' ? { coveredBy: place.by.carrier } : { notice, petition, digest: null };
};
