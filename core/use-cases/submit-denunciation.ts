import { createPetitionCode } from '../codes/petition-code.js';
import {
  HeadConflictError,
  IdempotencyMismatchError,
  NotFoundError,
  ValidationError,
  type InputIssue,
} from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { IntakeKey } from '../ports/petition-store.js';
import type { AccusedInput, BodyAnswer, SealedLane } from '../ports/sealed-lane.js';
import type { SealedStore } from '../ports/sealed-store.js';
import type { Denunciation, Sealer } from '../ports/sealed-vault.js';
import { applySealedEvent, type SealedFile } from '../sealed/sealed-file.js';
import type { SealedActor } from '../sealed/sealed-events.js';
import type { Instant } from '../time.js';
import { entryIssues, ownBodyIssues, receiptOf, type DeskEntry } from './desk-entry.js';
import { nextSealedEvent } from './seal-event.js';

export interface SubmitDenunciationDeps {
  clock: Clock;
  ids: Ids;
  lane: SealedLane;
  store: Pick<SealedStore, 'create' | 'load'>;
  sealer: Sealer;
}

export interface DenunciationInput {
  unit: string;
  accused: AccusedInput;
  sealed: Denunciation;
  /** Null where the denouncer handed it in here. */
  entry: DeskEntry | null;
}

/**
 * `guided`: nothing was kept, because the province takes none here or nobody in the province stands above those accused.
 */
export type DenunciationOutcome = { kind: 'taken'; file: SealedFile } | { kind: 'guided' };

type Body = Extract<BodyAnswer, { kind: 'body' }>;

/** Now, and when it was received: the same unless it is entered from paper. */
interface When {
  now: Instant;
  receivedAt: Instant;
}

const refuse = (issues: InputIssue[]): void => {
  if (issues.length > 0) throw new ValidationError(issues);
};

const bodyFor = async (
  { lane }: SubmitDenunciationDeps,
  { unit, accused, entry }: DenunciationInput,
  { now, receivedAt }: When,
): Promise<{ provinceId: string; found: Body } | null> => {
  const place = await lane.at(unit, now);
  if (place === null) throw new ValidationError([{ pointer: '/unit', code: 'unknown-unit' }]);
  if (!place.taken) return null;
  const found = await lane.body(accused, { provinceId: place.provinceId, at: receivedAt });
  if (found.kind === 'unknown-agency')
    throw new ValidationError([{ pointer: '/accused/agency', code: 'unknown-agency' }]);
  if (found.kind === 'none') return null;
  if (entry !== null) refuse(ownBodyIssues(entry, found.excluded));
  return { provinceId: place.provinceId, found };
};

const actorOf = (entry: DeskEntry | null): SealedActor =>
  entry === null
    ? { kind: 'denouncer' }
    : { kind: 'officer', userId: entry.officer.userId, bodyId: entry.bodyId };

const enteredOf = (entry: DeskEntry | null, receivedAt: Instant) =>
  entry === null ? {} : { entered: { channel: entry.channel, receivedAt, lateReason: entry.lateReason } };

const attempt = async (
  deps: SubmitDenunciationDeps,
  ask: When & { input: DenunciationInput; provinceId: string; found: Body },
  key: IntakeKey,
): Promise<SealedFile> => {
  const { input, provinceId, found, now, receivedAt } = ask;
  const fileId = deps.ids.petitionId();
  const [checkBy, release, { sha256, ...person }] = await Promise.all([
    deps.lane.deadline('check', provinceId, receivedAt),
    deps.lane.releaseId(),
    deps.sealer.seal(fileId, input.sealed),
  ]);
  const { body, rule, accused, excluded } = found;
  const data = {
    code: createPetitionCode(deps.ids.randomBytes(8)),
    ...{ provinceId, accused, excluded, body, rule, checkBy },
    superiorToo: 'superiorToo' in input.accused && input.accused.superiorToo,
    sealedSha256: sha256,
    ...enteredOf(input.entry, receivedAt),
  };
  const by = { fileId, actor: actorOf(input.entry), release, now };
  const event = nextSealedEvent(null, { type: 'DenunciationReceived', data }, by);
  const after = applySealedEvent(null, event);
  const outcome = await deps.store.create({ event, after, person }, key);
  if (outcome.kind === 'mismatch') throw new IdempotencyMismatchError();
  if (outcome.kind === 'created') return after;
  const first = await deps.store.load(outcome.fileId);
  if (first === null) throw new NotFoundError();
  return first;
};

/**
 * Takes in a denunciation where the province has decided so: record, first event, code, ciphertext and the promise to tell
 * the competent body are one transaction. Identity and text are locked before anything is written. The same key with the
 * same body gives the same file.
 * @throws ValidationError, IdempotencyMismatchError.
 */
export const submitDenunciation = async (
  deps: SubmitDenunciationDeps,
  input: DenunciationInput,
  key: IntakeKey,
): Promise<DenunciationOutcome> => {
  const now = deps.clock.now();
  const { entry } = input;
  if (entry !== null) refuse(entryIssues(entry, now));
  const when = { now, receivedAt: entry === null ? now : receiptOf(entry, now) };
  const competent = await bodyFor(deps, input, when);
  if (competent === null) return { kind: 'guided' };
  const ask = { input, ...competent, ...when };
  try {
    return { kind: 'taken', file: await attempt(deps, ask, key) };
  } catch (error) {
    // A code or id that exists already (60 random bits): once more with fresh ones.
    if (error instanceof HeadConflictError) return { kind: 'taken', file: await attempt(deps, ask, key) };
    throw error;
  }
};
