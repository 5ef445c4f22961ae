import { createPetitionCode } from '../codes/petition-code.js';
import { HeadConflictError, IdempotencyMismatchError, NotFoundError, ValidationError } from '../errors.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { IntakeKey } from '../ports/petition-store.js';
import type { AccusedInput, BodyAnswer, SealedLane } from '../ports/sealed-lane.js';
import type { SealedStore } from '../ports/sealed-store.js';
import type { Denunciation, Sealer } from '../ports/sealed-vault.js';
import { applySealedEvent, type SealedFile } from '../sealed/sealed-file.js';
import type { Instant } from '../time.js';
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
}

/**
 * `guided`: nothing was kept, because the province takes none here or nobody in the province stands above those accused.
 */
export type DenunciationOutcome = { kind: 'taken'; file: SealedFile } | { kind: 'guided' };

type Body = Extract<BodyAnswer, { kind: 'body' }>;

const bodyFor = async (
  { lane }: SubmitDenunciationDeps,
  { unit, accused }: DenunciationInput,
  at: Instant,
): Promise<{ provinceId: string; found: Body } | null> => {
  const place = await lane.at(unit, at);
  if (place === null) throw new ValidationError([{ pointer: '/unit', code: 'unknown-unit' }]);
  if (!place.taken) return null;
  const found = await lane.body(accused, { provinceId: place.provinceId, at });
  if (found.kind === 'unknown-agency')
    throw new ValidationError([{ pointer: '/accused/agency', code: 'unknown-agency' }]);
  return found.kind === 'none' ? null : { provinceId: place.provinceId, found };
};

const attempt = async (
  deps: SubmitDenunciationDeps,
  ask: { input: DenunciationInput; provinceId: string; found: Body; now: Instant },
  key: IntakeKey,
): Promise<SealedFile> => {
  const { input, provinceId, found, now } = ask;
  const fileId = deps.ids.petitionId();
  const [checkBy, release, { sha256, ...person }] = await Promise.all([
    deps.lane.deadline('check', provinceId, now),
    deps.lane.releaseId(),
    deps.sealer.seal(fileId, input.sealed),
  ]);
  const { body, rule, accused, excluded } = found;
  const data = {
    code: createPetitionCode(deps.ids.randomBytes(8)),
    ...{ provinceId, accused, excluded, body, rule, checkBy },
    superiorToo: 'superiorToo' in input.accused && input.accused.superiorToo,
    sealedSha256: sha256,
  };
  const by = { fileId, actor: { kind: 'denouncer' as const }, release, now };
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
  const competent = await bodyFor(deps, input, now);
  if (competent === null) return { kind: 'guided' };
  const ask = { input, ...competent, now };
  try {
    return { kind: 'taken', file: await attempt(deps, ask, key) };
  } catch (error) {
    // A code or id that exists already (60 random bits): once more with fresh ones.
    if (error instanceof HeadConflictError) return { kind: 'taken', file: await attempt(deps, ask, key) };
    throw error;
  }
};
