import { genesisHash, sealEvent } from '../audit/chain.js';
import { createPetitionCode } from '../codes/petition-code.js';
import { HeadConflictError, IdempotencyMismatchError, NotFoundError, ValidationError } from '../errors.js';
import type { Actor, PetitionEvent } from '../events.js';
import { applyEvent } from '../petition/fold.js';
import type { PetitionFacts } from '../petition/jurisdiction.js';
import { noticesFor } from '../petition/notices.js';
import type { Petition } from '../petition/petition.js';
import type { Clock } from '../ports/clock.js';
import type { FileStore } from '../ports/files.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { IntakeKey, PetitionStore } from '../ports/petition-store.js';
import type { CategoryFacts, Place, Registers } from '../ports/registers.js';
import type { Thread } from '../ports/thread-store.js';
import type { ResidentFile, Vault } from '../ports/vault.js';
import { ENGINE_GRACE_SECONDS } from './change-petition.js';
import { checkNamedAgencies } from './check-named-agencies.js';
import { putPhotos, type Photo } from './put-photos.js';
import { receiptSecret } from './receipt-secret.js';

export interface SubmitDeps {
  clock: Clock;
  ids: Ids;
  registers: Registers;
  vault: Vault;
  store: PetitionStore;
  files: FileStore;
  keyed: Keyed;
}

/** A petition as handed in, parsed and bounded by the intake schema; photos sniffed and stripped. */
export interface Submission {
  category: string;
  conditions: Record<string, boolean>;
  /** The resident says that the category's urgent circumstances are given. */
  urgent: boolean;
  place: { unit: string } | { point: { lat: number; lon: number } };
  file: ResidentFile;
  channel: string;
  /** Agency whose tier's leaders received it: the tier at which it starts. */
  receivedBy: string | null;
  /** Agency written to; in the Party lane only. */
  addressee: string | null;
  /** Agency whose officials it is about: it goes to those above. */
  against: string | null;
  /** User id of the operator who entered it; absent when it was handed in on the public channel. */
  enteredBy?: string;
  photos: Photo[];
}

export interface Receipt {
  petition: Petition;
  /** Lets the resident answer later; derived from the petition, so a repeated post gets the same one. */
  secret: string;
}

type Located = Exclude<Place, { kind: 'unknown' }>;

const locate = async (deps: SubmitDeps, submission: Submission, now: string): Promise<Located> => {
  const place = await deps.registers.place(submission.place, now);
  if (place.kind !== 'unknown') return place;
  throw new ValidationError([{ pointer: 'unit' in submission.place ? '/unit' : '/point', code: place.code }]);
};

const checkedCategory = async (deps: SubmitDeps, submission: Submission): Promise<CategoryFacts> => {
  const category = await deps.registers.category(submission.category);
  if (category === null) throw new ValidationError([{ pointer: '/category', code: 'unknown-category' }]);
  const known = new Set(category.conditions);
  const unknown = Object.keys(submission.conditions).findIndex((key) => !known.has(key));
  if (unknown >= 0) throw new ValidationError([{ pointer: '/conditions', code: 'unknown-condition' }]);
  if (submission.urgent && category.urgentWhen === '')
    throw new ValidationError([{ pointer: '/urgent', code: 'never-urgent' }]);
  return category;
};

const serviceClassOf = (category: CategoryFacts, submission: Submission): string =>
  submission.urgent ? 'khan' : category.serviceClass;

interface Prepared {
  submission: Submission;
  category: CategoryFacts;
  place: Located;
  now: string;
}

const factsOf = ({ submission, category, place }: Prepared): PetitionFacts => ({
  category: category.code,
  conditions: submission.conditions,
  lane: category.lane,
  provinceId: place.provinceId,
  unitId: place.kind === 'ward' ? place.unitId : null,
  placeIssue: place.kind === 'ward' ? null : place.issue,
  addressee: submission.addressee,
  receivedBy: submission.receivedBy,
  against: submission.against,
});

const actorOf = ({ enteredBy }: Submission): Actor =>
  enteredBy === undefined ? { kind: 'resident' } : { kind: 'operator', userId: enteredBy };

const firstEvent = async (deps: SubmitDeps, prepared: Prepared, key: IntakeKey) => {
  const { submission, category, place, now } = prepared;
  const id = deps.ids.petitionId();
  const serviceClass = serviceClassOf(category, submission);
  const [jurisdiction, timetable, sealed, files] = await Promise.all([
    deps.registers.jurisdiction(place.provinceId),
    deps.registers.timetable(place.provinceId, serviceClass),
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
      promised: { firstNoticeBy: timetable.firstNotice(now), resolveBy: timetable.resolve(now) },
    },
  }) as PetitionEvent;
  return { event, sealed, timetable };
};

const newThread = (deps: SubmitDeps, petition: Petition): Thread => ({
  petitionId: petition.id,
  thread: 'lead',
  provinceId: petition.provinceId,
  run: 1,
  waitNo: 0,
  retry: 0,
  token: null,
  wakeSeq: 1,
  handledSeq: 0,
  wakeAt: deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS),
  ignoredWakes: 0,
  failures: 0,
  runStartedAt: petition.receivedAt,
});

const receiptOf = async (deps: SubmitDeps, petition: Petition): Promise<Receipt> => ({
  petition,
  secret: await receiptSecret(deps.keyed, petition.id),
});

const attempt = async (deps: SubmitDeps, prepared: Prepared, key: IntakeKey): Promise<Receipt> => {
  const { event, sealed, timetable } = await firstEvent(deps, prepared, key);
  const after = applyEvent(null, event);
  const outcome = await deps.store.create(
    {
      before: null,
      event,
      after,
      notices: noticesFor(event, { before: null, after }, timetable),
      wake: null,
      fence: null,
      sealed: { document: sealed.document, wrappedKey: sealed.wrappedKey },
      receipt: null,
    },
    { key, thread: newThread(deps, after) },
  );
  if (outcome.kind === 'mismatch') throw new IdempotencyMismatchError();
  return outcome.kind === 'created' ? receiptOf(deps, after) : firstReceipt(deps, outcome.petitionId);
};

const firstReceipt = async (deps: SubmitDeps, petitionId: string): Promise<Receipt> => {
  const first = await deps.store.load(petitionId);
  if (first === null) throw new NotFoundError();
  return receiptOf(deps, first);
};

/** The first answer to a key that was used before; null while it is free. */
const answerGiven = async (deps: SubmitDeps, key: IntakeKey): Promise<Receipt | null> => {
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
  const now = deps.clock.now();
  const [category, place] = await Promise.all([
    checkedCategory(deps, submission),
    locate(deps, submission, now),
  ]);
  const prepared = { submission, category, place, now };
  checkNamedAgencies(await deps.registers.jurisdiction(place.provinceId), factsOf(prepared), now);
  try {
    return await attempt(deps, prepared, key);
  } catch (error) {
    // A code or id that exists already (60 random bits): once more with fresh ones.
    if (error instanceof HeadConflictError) return attempt(deps, prepared, key);
    throw error;
  }
};
