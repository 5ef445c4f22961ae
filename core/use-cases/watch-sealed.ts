import { NotFoundError } from '../errors.js';
import type { ContactStore } from '../ports/contacts.js';
import type { Mail, Mailer } from '../ports/mail.js';
import type { SealedLane, StandingAnswer } from '../ports/sealed-lane.js';
import { MOST_POST_ATTEMPTS, type Post, type SealedStore, type StoredFile } from '../ports/sealed-store.js';
import { isDeskRole } from '../registry/contact-role.js';
import type { Excluded, SealedHappening } from '../sealed/sealed-events.js';
import { isSealedLate, type SealedFile } from '../sealed/sealed-file.js';
import { SEALED_NOTICE } from '../sealed/sealed-notice.js';
import { plusMs, type Instant } from '../time.js';
import { changeSealedFile, type ChangeSealedDeps } from './change-sealed-file.js';

export interface WatchSealedDeps extends ChangeSealedDeps {
  lane: Pick<SealedLane, 'releaseId' | 'standing'>;
  store: Pick<SealedStore, 'load' | 'commit' | 'open' | 'claimPost' | 'settlePost'>;
  contacts: Pick<ContactStore, 'of'>;
  mailer: Mailer;
  compose(file: SealedFile): Pick<Mail, 'subject' | 'text' | 'html'>;
}

export interface Watched {
  open: number;
  /** Past their next date. */
  late: number;
  mailed: number;
  /** Nobody at the body takes mail, or two attempts may both have failed; tried again soon, then daily. */
  unreached: number;
  moved: number;
  /** Bodies that may not keep it with nobody found who follows. */
  orphaned: number;
  failed: number;
  /** Records that cannot be read. */
  unreadable: number;
}

/** What a pass has to tell somebody: ids, no person. */
export interface WatchReport {
  failed(fileId: string, error: unknown): void;
  unreadable(fileId: string): void;
  unreached(about: { fileId: string; bodyId: string; rounds: number; retryAt: Instant | null }): void;
  orphaned(about: { fileId: string; bodyId: string; why: Leaving['why'] }): void;
}

const PAGE = 100;
/** A mail service that refuses for half an hour is a matter for a person. */
const MOST_REFUSALS = 30;
/** Longer than the function's own time-out, in real time. */
const LEASE_SECONDS = 120;

/** After how many hours an unreached body is tried again: soon at first, then once a day as long as the file is open. */
const FIRST_RETRY_HOURS = [1, 4] as const;
const RETRY_HOURS = 24;

const HOUR_MS = 3_600_000;

type Leaving = Extract<StandingAnswer, { kind: 'leaves' }>;

const hasGrown = (before: Excluded, after: Excluded): boolean =>
  after.accused.length > before.accused.length || after.below.length > before.below.length;

/** One event of the watch, as long as the file is open and its body the one it was decided for. */
const record = async (
  deps: WatchSealedDeps,
  file: SealedFile,
  { happening, mails }: { happening: SealedHappening; mails: boolean },
): Promise<SealedFile> => {
  const load = async (): Promise<SealedFile> => {
    const loaded = await deps.store.load(file.id);
    if (loaded === null) throw new NotFoundError();
    return loaded;
  };
  const { file: now } = await changeSealedFile(deps, load, (before) => {
    const isOver = before.status === 'CLOSED' || before.body.id !== file.body.id;
    return Promise.resolve(isOver ? null : { happening, mails, actor: { kind: 'system' } });
  });
  return now;
};

/** From now on nobody who is excluded can open it, whether or not the body keeps it. */
const noteExcluded = (deps: WatchSealedDeps, file: SealedFile, excluded: Excluded): Promise<SealedFile> =>
  hasGrown(file.excluded, excluded)
    ? record(deps, file, { happening: { type: 'ExclusionsGrew', data: { excluded } }, mails: false })
    : Promise.resolve(file);

/** Moves a file whose body may not keep it. False: nobody was found, the file stays where it is and somebody is told. */
const moveOn = async (
  deps: WatchSealedDeps,
  file: SealedFile,
  { found, why, excluded }: Leaving,
): Promise<boolean> => {
  if (found === null) {
    // A body that may not see it, with nobody to follow: it does not see it.
    await noteExcluded(deps, file, excluded);
    return false;
  }
  const data = { ...found, why, excluded };
  await record(deps, file, { happening: { type: 'BodyChanged', data }, mails: true });
  return true;
};

const settled = ({ post }: StoredFile, status: Post['status']): Post => ({
  ...post,
  ...{ status, leaseUntil: null, retryAt: null },
});

/** The round is over with nobody told: when the next one begins. */
const unreached = ({ post }: StoredFile, now: Instant): Post => {
  const retryAt = plusMs(now, (FIRST_RETRY_HOURS[post.rounds] ?? RETRY_HOURS) * HOUR_MS);
  return { ...post, status: 'UNREACHED', leaseUntil: null, rounds: post.rounds + 1, retryAt };
};

const tellUnreached = async (
  deps: WatchSealedDeps,
  stored: StoredFile,
  report: WatchReport,
): Promise<boolean> => {
  const after = unreached(stored, deps.clock.now());
  const isOurs = await deps.store.settlePost(stored.file.id, { before: stored.post, after });
  if (isOurs) {
    const about = { fileId: stored.file.id, bodyId: stored.file.body.id };
    report.unreached({ ...about, rounds: after.rounds, retryAt: after.retryAt });
  }
  return isOurs;
};

/**
 * The desk of the body where it takes mail; colleagues and offices stand in for nobody. A mailbox that any excluded agency
 * has as well, that of an accused superior, a successor or an office below, is no way to tell only those above.
 */
const recipientsOf = async ({ contacts }: WatchSealedDeps, { body, excluded }: SealedFile) => {
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
  deps: WatchSealedDeps,
  fileId: string,
  report: WatchReport,
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

/** An unreached body whose next round is due: promised anew. */
const isDue = ({ post }: StoredFile, now: Instant): boolean =>
  post.status === 'UNREACHED' && post.retryAt !== null && post.retryAt <= now;

const watchPost = async (deps: WatchSealedDeps, stored: StoredFile, report: WatchReport) => {
  const { file, post } = stored;
  const now = deps.clock.now();
  if (isSpent(stored, now)) return (await tellUnreached(deps, stored, report)) ? 'unreached' : null;
  if (isDue(stored, now)) {
    const after = { ...settled(stored, 'PENDING'), attempts: 0 };
    if (!(await deps.store.settlePost(file.id, { before: post, after }))) return null;
  } else if (post.status !== 'PENDING' && post.status !== 'SENDING') return null;
  return mail(deps, file.id, report);
};

const watchOne = async (
  deps: WatchSealedDeps,
  stored: StoredFile,
  { watched, report }: { watched: Watched; report: WatchReport },
): Promise<void> => {
  const { file } = stored;
  watched.open += 1;
  if (isSealedLate(file, deps.clock.now())) watched.late += 1;
  const standing = await deps.lane.standing(file, deps.clock.now());
  if (standing.kind === 'leaves') {
    const isMoved = await moveOn(deps, file, standing);
    watched[isMoved ? 'moved' : 'orphaned'] += 1;
    if (!isMoved) report.orphaned({ fileId: file.id, bodyId: file.body.id, why: standing.why });
    return;
  }
  await noteExcluded(deps, file, standing.excluded);
  const outcome = await watchPost(deps, stored, report);
  if (outcome !== null) watched[outcome] += 1;
};

/**
 * Each minute: tells bodies of files that they were given, moves the files of bodies that have ended, and counts what is
 * past its date. A file that fails stops no other.
 */
export const watchSealed = async (deps: WatchSealedDeps, report: WatchReport): Promise<Watched> => {
  const watched: Watched = {
    ...{ open: 0, late: 0, mailed: 0, unreached: 0, moved: 0, orphaned: 0, failed: 0, unreadable: 0 },
  };
  let after: string | undefined;
  do {
    const page = await deps.store.open({ limit: PAGE, ...(after !== undefined && { after }) });
    for (const stored of page.items)
      try {
        await watchOne(deps, stored, { watched, report });
      } catch (error) {
        watched.failed += 1;
        report.failed(stored.file.id, error);
      }
    watched.unreadable += page.unreadable.length;
    for (const fileId of page.unreadable) report.unreadable(fileId);
    after = page.next;
  } while (after !== undefined);
  return watched;
};
