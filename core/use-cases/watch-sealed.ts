import { NotFoundError } from '../errors.js';
import type { ContactStore } from '../ports/contacts.js';
import type { Mail, Mailer } from '../ports/mail.js';
import type { SealedLane } from '../ports/sealed-lane.js';
import { MOST_POST_ATTEMPTS, type Post, type SealedStore, type StoredFile } from '../ports/sealed-store.js';
import { isDeskRole } from '../registry/contact-role.js';
import { isSealedLate, type SealedFile } from '../sealed/sealed-file.js';
import { SEALED_NOTICE } from '../sealed/sealed-notice.js';
import { changeSealedFile, type ChangeSealedDeps } from './change-sealed-file.js';

export interface WatchSealedDeps extends ChangeSealedDeps {
  lane: Pick<SealedLane, 'releaseId' | 'isInForce' | 'body'>;
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
  /** Nobody at the body takes mail; or two attempts may both have failed. */
  unreached: number;
  moved: number;
  /** Bodies that have ended with nobody found who follows. */
  orphaned: number;
  failed: number;
}

const PAGE = 100;
/** A mail service that refuses for half an hour is a matter for a person. */
const MOST_REFUSALS = 30;
/** Longer than the function's own time-out, in real time. */
const LEASE_SECONDS = 120;

/**
 * Who takes over from a body that has ended: found anew, so that it is again nobody accused. Of a free name only the vault
 * knows whom it means, and of a unit that is no more nobody knows who it is now: a person has to say where those go.
 */
const successorOf = async ({ lane, clock }: WatchSealedDeps, file: SealedFile) => {
  const { accused, superiorToo, provinceId } = file;
  if (accused === null) return null;
  const found = await lane.body({ agencyId: accused.id, superiorToo }, { provinceId, at: clock.now() });
  return found.kind === 'body' ? found : null;
};

/** Moves a file whose body has ended. False: nobody was found, the file stays where it is and somebody is told. */
const moveOn = async (deps: WatchSealedDeps, file: SealedFile): Promise<boolean> => {
  const found = await successorOf(deps, file);
  if (found === null) return false;
  const load = async (): Promise<SealedFile> => {
    const loaded = await deps.store.load(file.id);
    if (loaded === null) throw new NotFoundError();
    return loaded;
  };
  await changeSealedFile(deps, load, (before) =>
    Promise.resolve(
      before.status === 'CLOSED' || before.body.id !== file.body.id
        ? null
        : {
            happening: { type: 'BodyChanged', data: { body: found.body, rule: found.rule } },
            actor: { kind: 'system' },
            mails: true,
          },
    ),
  );
  return true;
};

const settled = (stored: StoredFile, status: Post['status']): Post => ({
  ...{ status, leaseUntil: null },
  attempts: stored.post.attempts,
});

/** The desk of the body where it takes mail; colleagues and offices stand in for nobody. A mailbox that the accused unit has as well is no way to tell only those above it. */
const recipientsOf = async ({ contacts }: WatchSealedDeps, { body, accused }: SealedFile) => {
  const [theirs, ofAccused] = await Promise.all([
    contacts.of(body.id),
    accused === null ? [] : contacts.of(accused.id),
  ]);
  const shunned = new Set(ofAccused.map(({ email }) => email.toLowerCase()));
  return theirs.filter(
    ({ role, email, bouncedOn }) =>
      isDeskRole(role) && bouncedOn === undefined && !shunned.has(email.toLowerCase()),
  );
};

/** Tells the body of its file, at most twice: an attempt whose end is unknown may have arrived. */
const mail = async (deps: WatchSealedDeps, fileId: string): Promise<'mailed' | 'unreached' | null> => {
  const lease = { now: deps.clock.now(), leaseUntil: deps.clock.inRealSeconds(LEASE_SECONDS) };
  const claimed = await deps.store.claimPost(fileId, lease);
  if (claimed === null) return null;
  const { file } = claimed;
  for (const { id, email } of await recipientsOf(deps, file)) {
    const about = { petitionId: file.id, noticeId: SEALED_NOTICE, contactId: id };
    const outcome = await deps.mailer.send({ to: email, about, ...deps.compose(file) });
    if (outcome.kind === 'accepted') {
      await deps.store.settlePost(fileId, settled(claimed, 'SENT'));
      return 'mailed';
    }
    if (!outcome.isFinal && claimed.post.attempts < MOST_REFUSALS) {
      await deps.store.settlePost(fileId, settled(claimed, 'PENDING'));
      return null;
    }
  }
  await deps.store.settlePost(fileId, settled(claimed, 'UNREACHED'));
  return 'unreached';
};

/** Two attempts that may have left are over: nobody tries a third time, and somebody is told once. */
const isSpent = ({ post }: StoredFile, now: string): boolean =>
  post.status === 'SENDING' && post.attempts >= MOST_POST_ATTEMPTS && (post.leaseUntil ?? '') <= now;

const watchOne = async (deps: WatchSealedDeps, stored: StoredFile, watched: Watched): Promise<void> => {
  const { file, post } = stored;
  watched.open += 1;
  if (isSealedLate(file, deps.clock.now())) watched.late += 1;
  if (!(await deps.lane.isInForce(file.body, { provinceId: file.provinceId, at: deps.clock.now() })))
    watched[(await moveOn(deps, file)) ? 'moved' : 'orphaned'] += 1;
  else if (isSpent(stored, deps.clock.now())) {
    await deps.store.settlePost(file.id, settled(stored, 'UNREACHED'));
    watched.unreached += 1;
  } else if (post.status === 'PENDING' || post.status === 'SENDING') {
    const outcome = await mail(deps, file.id);
    if (outcome !== null) watched[outcome] += 1;
  }
};

/**
 * Each minute: tells bodies of files that they were given, moves the files of bodies that have ended, and counts what is
 * past its date. A file that fails stops no other.
 */
export const watchSealed = async (
  deps: WatchSealedDeps,
  failed: (fileId: string, error: unknown) => void,
): Promise<Watched> => {
  const watched: Watched = {
    ...{ open: 0, late: 0, mailed: 0, unreached: 0, moved: 0, orphaned: 0, failed: 0 },
  };
  let after: string | undefined;
  do {
    const page = await deps.store.open({ limit: PAGE, ...(after !== undefined && { after }) });
    for (const stored of page.items)
      try {
        await watchOne(deps, stored, watched);
      } catch (error) {
        watched.failed += 1;
        failed(stored.file.id, error);
      }
    after = page.next;
  } while (after !== undefined);
  return watched;
};
