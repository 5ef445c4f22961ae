import type { Clock } from '../ports/clock.js';
import type { ContactStore } from '../ports/contacts.js';
import type { Mail, Mailer } from '../ports/mail.js';
import { MOST_POST_ATTEMPTS, type Post, type SealedStore, type StoredFile } from '../ports/sealed-store.js';
import { isDeskRole } from '../registry/contact-role.js';
import type { SealedFile } from '../sealed/sealed-file.js';
import { SEALED_NOTICE } from '../sealed/sealed-notice.js';
import { plusMs, type Instant } from '../time.js';

export interface PostSealedDeps {
  clock: Clock;
  store: Pick<SealedStore, 'claimPost' | 'settlePost'>;
  contacts: Pick<ContactStore, 'of'>;
  mailer: Mailer;
  compose(file: SealedFile): Pick<Mail, 'subject' | 'text' | 'html'>;
}

/** A round that ended with nobody told; ids, no person. */
export interface UnreachedBody {
  fileId: string;
  bodyId: string;
  rounds: number;
  retryAt: Instant | null;
}

type Report = (about: UnreachedBody) => void;

/** A mail service that refuses for half an hour is a matter for a person. */
const MOST_REFUSALS = 30;
/** Longer than the function's own time-out, in real time. */
const LEASE_SECONDS = 120;

/** After how many hours an unreached body is tried again: soon at first, then once a day as long as the file is open. */
const FIRST_RETRY_HOURS = [1, 4] as const;
const RETRY_HOURS = 24;

const HOUR_MS = 3_600_000;

const settled = ({ post }: StoredFile, status: Post['status']): Post => ({
  ...post,
  ...{ status, leaseUntil: null, retryAt: null },
});

/** The round is over with nobody told: when the next one begins. */
const unreached = ({ post }: StoredFile, now: Instant): Post => {
  const retryAt = plusMs(now, (FIRST_RETRY_HOURS[post.rounds] ?? RETRY_HOURS) * HOUR_MS);
  return { ...post, status: 'UNREACHED', leaseUntil: null, rounds: post.rounds + 1, retryAt };
};

const tellUnreached = async (deps: PostSealedDeps, stored: StoredFile, report: Report): Promise<boolean> => {
  const after = unreached(stored, deps.clock.now());
  const isOurs = await deps.store.settlePost(stored.file.id, { before: stored.post, after });
  if (isOurs) {
    const about = { fileId: stored.file.id, bodyId: stored.file.body.id };
    report({ ...about, rounds: after.rounds, retryAt: after.retryAt });
  }
  return isOurs;
};

/**
 * The desk of the body where it takes mail; colleagues and offices stand in for nobody. A mailbox that any excluded agency
 * has as well, that of an accused superior, a successor or an office below, is no way to tell only those above.
 */
const recipientsOf = async ({ contacts }: PostSealedDeps, { body, excluded }: SealedFile) => {
  const others = [...new Set([...excluded.accused, ...excluded.below])];
  const theirs = await contacts.of(body.id);
  const shunned = new Set<string>();
  for (const id of others) for (const { email } of await contacts.of(id)) shunned.add(email.toLowerCase());
  return theirs.filter(
    ({ role, email, bouncedOn }) =>
      isDeskRole(role) && bouncedOn === undefined && !shunned.has(email.toLowerCase()),
  );
};

/** Tells the body of its file, at most twice a round: an attempt whose end is unknown may have arrived. */
const mail = async (
  deps: PostSealedDeps,
  fileId: string,
  report: Report,
): Promise<'mailed' | 'unreached' | null> => {
  const lease = { now: deps.clock.now(), leaseUntil: deps.clock.inRealSeconds(LEASE_SECONDS) };
  const claimed = await deps.store.claimPost(fileId, lease);
  if (claimed === null) return null;
  const { file, post: before } = claimed;
  for (const { id, email } of await recipientsOf(deps, file)) {
    const about = { petitionId: file.id, noticeId: SEALED_NOTICE, contactId: id };
    const outcome = await deps.mailer.send({ to: email, about, ...deps.compose(file) });
    if (outcome.kind === 'accepted') {
      await deps.store.settlePost(fileId, { before, after: settled(claimed, 'SENT') });
      return 'mailed';
    }
    if (!outcome.isFinal && before.attempts < MOST_REFUSALS) {
      await deps.store.settlePost(fileId, { before, after: settled(claimed, 'PENDING') });
      return null;
    }
  }
  return (await tellUnreached(deps, claimed, report)) ? 'unreached' : null;
};

/** Two attempts that may have left are over: the round ends, and somebody is told once. */
const isSpent = ({ post }: StoredFile, now: Instant): boolean =>
  post.status === 'SENDING' && post.attempts >= MOST_POST_ATTEMPTS && (post.leaseUntil ?? '') <= now;

/** An unreached body whose next round is due: promised anew. One that was left without a day is due at once. */
const isDue = ({ post }: StoredFile, now: Instant): boolean =>
  post.status === 'UNREACHED' && (post.retryAt === null || post.retryAt <= now);

/** Keeps the promise that the body hears of a file. Null: nothing was due, or another sender has it. */
export const postSealed = async (
  deps: PostSealedDeps,
  stored: StoredFile,
  report: Report,
): Promise<'mailed' | 'unreached' | null> => {
  const { file, post } = stored;
  const now = deps.clock.now();
  if (isSpent(stored, now)) return (await tellUnreached(deps, stored, report)) ? 'unreached' : null;
  if (isDue(stored, now)) {
    const after = { ...settled(stored, 'PENDING'), attempts: 0 };
    if (!(await deps.store.settlePost(file.id, { before: post, after }))) return null;
  } else if (post.status !== 'PENDING' && post.status !== 'SENDING') return null;
  return mail(deps, file.id, report);
};
