import { genesisHash, sealEvent } from '../audit/chain.js';
import { createPetitionCode } from '../codes/petition-code.js';
import { sketchOf } from '../duplicates/sketch.js';
import { HeadConflictError, IdempotencyMismatchError, NotFoundError } from '../errors.js';
import type { Actor } from '../event-parts.js';
import type { EventData, PetitionEvent } from '../events.js';
import { applyEvent } from '../petition/fold.js';
import { noticesFor } from '../petition/notices.js';
import type { Petition } from '../petition/petition.js';
import { LEAD_THREAD } from '../petition/support.js';
import { serviceClassOf } from '../petition/service-class.js';
import type { Clock } from '../ports/clock.js';
import type { FileStore } from '../ports/files.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { Intake, IntakeKey, PetitionStore } from '../ports/petition-store.js';
import type { Registers } from '../ports/registers.js';
import type { Thread } from '../ports/thread-store.js';
import type { Vault } from '../ports/vault.js';
import { contactIndexKeys } from '../residents/contact-index.js';
import { ENGINE_GRACE_SECONDS } from './change-petition.js';
import { newThread } from './new-thread.js';
import { checkSubmission, factsOf, type CheckedSubmission } from './check-submission.js';
import { putPhotos } from './put-photos.js';
import { receiptSecret } from './receipt-secret.js';
import { newMatters } from './new-matters.js';
import type { Submission } from './submission.js';

export interface SubmitDeps {
  clock: Clock;
  ids: Ids;
  registers: Registers;
  vault: Vault;
  store: PetitionStore;
  files: FileStore;
  keyed: Keyed;
}

export interface Receipt {
  petition: Petition;
  /** Lets the resident answer later; derived from the petition, so a repeated post gets the same one. */
  secret: string;
}

const actorOf = ({ enteredBy }: Submission): Actor =>
  enteredBy === undefined ? { kind: 'resident' } : { kind: 'operator', userId: enteredBy };

/** What the desk gave besides; nothing at all for what was handed in on the public channel. */
const enteredFieldsOf = (
  { entered = {}, file }: Submission,
  sealed: { digest(text: string): string },
): Partial<EventData<'PetitionSubmitted'>> => ({
  ...entered,
  ...(file.receivedAtReason !== undefined && {
    receivedAtReason: { digest: sealed.digest(file.receivedAtReason) },
  }),
  ...(file.onBehalfOf !== undefined && { isOnBehalf: true }),
  ...(file.representatives !== undefined && { representatives: file.representatives.length }),
});

const firstEvent = async (deps: SubmitDeps, prepared: CheckedSubmission, key: IntakeKey) => {
  const { submission, category, place, now } = prepared;
  const id = deps.ids.petitionId();
  const serviceClass = serviceClassOf({
    ...{ category, urgent: submission.urgent },
    submitterKind: submission.file.submitter.kind,
  });
  const receivedAt = submission.entered?.receivedAt ?? now;
  const [jurisdiction, timetable, sealed, files] = await Promise.all([
    deps.registers.jurisdiction(place.provinceId),
    deps.registers.timetable({
      provinceId: place.provinceId,
      serviceClass,
      unitId: place.kind === 'ward' ? place.unitId : null,
      calendars: {},
    }),
    deps.vault.sealFirst(id, submission.file),
    putPhotos(deps, submission.photos, key),
  ]);
  const event = sealEvent(genesisHash(id), {
    schema: 1 as const,
    petitionId: id,
    seq: 1,
    at: now,
    actor: actorOf(submission),
    release: jurisdiction.release,
    type: 'PetitionSubmitted' as const,
    data: {
      code: createPetitionCode(deps.ids.randomBytes(8)),
      ...factsOf(prepared),
      serviceClass,
      channel: submission.channel,
      submitterKind: submission.file.submitter.kind,
      files,
      text: { digest: sealed.digest(submission.file.description) },
      promised: {
        firstNoticeBy: timetable.firstNotice(receivedAt),
        resolveBy: timetable.resolve(receivedAt),
      },
      ...enteredFieldsOf(submission, sealed),
    },
  }) as PetitionEvent;
  return { event, sealed, timetable };
};

const leadThread = ({ clock }: SubmitDeps, { id, provinceId, head }: Petition): Thread =>
  newThread(
    { petitionId: id, thread: LEAD_THREAD, provinceId },
    { startedAt: head.at, wakeAt: clock.inRealSeconds(ENGINE_GRACE_SECONDS) },
  );

/** The second event of a submission that came as several matters, with their petitions. */
const splitOf = async (
  deps: SubmitDeps,
  whole: { event: PetitionEvent; finders: readonly string[] },
  { matters, file }: Submission,
): Promise<Intake['split']> => {
  const { event, finders } = whole;
  if (matters.length === 0 || event.type !== 'PetitionSubmitted') return undefined;
  const { petitionId, at: now, actor, release } = event;
  const { named, petitions } = await newMatters(
    deps,
    { ...{ petition: applyEvent(null, event), first: event.data, file, finders }, actor, release, now },
    matters,
  );
  return {
    event: sealEvent(event.hash, {
      ...{ schema: 1 as const, petitionId, seq: 2, at: now, actor, release },
      type: 'PetitionSplit' as const,
      data: { taskNo: null, text: null, matters: named },
    }) as PetitionEvent,
    matters: petitions,
  };
};

const receiptOf = async (deps: SubmitDeps, petition: Petition): Promise<Receipt> => ({
  petition,
  // A repeated post gets the answer of the first one, also when the desk has handed out a newer receipt since.
  secret: await receiptSecret(deps.keyed, petition.id),
});

const attempt = async (deps: SubmitDeps, prepared: CheckedSubmission, key: IntakeKey): Promise<Receipt> => {
  const { event, sealed, timetable } = await firstEvent(deps, prepared, key);
  const { submission, place } = prepared;
  const finders = await contactIndexKeys(deps.keyed, submission.file.submitter);
  const split = await splitOf(deps, { event, finders }, submission);
  const first = applyEvent(null, event);
  const after = split === undefined ? first : applyEvent(first, split.event);
  const outcome = await deps.store.create(
    {
      before: null,
      event,
      after,
      notices: noticesFor(event, { before: null, after: first }, timetable),
      wake: null,
      fence: null,
      sealed: { document: sealed.document, wrappedKey: sealed.wrappedKey },
      receipt: null,
    },
    {
      key,
      thread: leadThread(deps, after),
      finders,
      sketch: await sketchOf(deps.keyed, { ...place, text: submission.file.description }),
      ...(split !== undefined && { split }),
    },
  );
  if (outcome.kind === 'mismatch') throw new IdempotencyMismatchError();
  return outcome.kind === 'created' ? receiptOf(deps, after) : firstReceipt(deps, outcome.petitionId);
};

/** Written in the transaction of the intake: its first event, and a split for which no task was there yet. */
const isOfIntake = (event: PetitionEvent): boolean =>
  event.seq === 1 || (event.type === 'PetitionSplit' && event.data.taskNo === null);

/** As the first answer had it, whatever has been promised or split since. */
const firstReceipt = async (deps: SubmitDeps, petitionId: string): Promise<Receipt> => {
  const taken = (await deps.store.history(petitionId)).filter(isOfIntake);
  const petition = taken.reduce<Petition | null>(applyEvent, null);
  if (petition === null) throw new NotFoundError();
  return receiptOf(deps, petition);
};

/** The first answer to a key that was used before; null while it is free. @throws IdempotencyMismatchError. */
export const answerGiven = async (deps: SubmitDeps, key: IntakeKey): Promise<Receipt | null> => {
  const used = await deps.store.intake(key.key);
  if (used === null) return null;
  if (used.fingerprint !== key.fingerprint) throw new IdempotencyMismatchError();
  return firstReceipt(deps, used.petitionId);
};

/**
 * Takes in a petition: when this returns, the petition, its first event and the promise of a receipt are in the table.
 * The same key with the same body gives the same receipt, also when both arrive at once.
 * @throws ValidationError, IdempotencyMismatchError.
 */
export const submitPetition = async (
  deps: SubmitDeps,
  submission: Submission,
  key: IntakeKey,
): Promise<Receipt> => {
  // With photos it pays to look first: a repetition uploads none. Without, the transaction finds out for no extra read.
  const given = submission.photos.length === 0 ? null : await answerGiven(deps, key);
  if (given !== null) return given;
  const prepared = await checkSubmission(deps.registers, submission, deps.clock.now());
  try {
    return await attempt(deps, prepared, key);
  } catch (error) {
    // A code or id that exists already (60 random bits): once more with fresh ones.
    if (error instanceof HeadConflictError) return attempt(deps, prepared, key);
    throw error;
  }
};
