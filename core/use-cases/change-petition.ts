import { sealEvent } from '../audit/chain.js';
import { HeadConflictError, NotFoundError } from '../errors.js';
import type { Actor } from '../event-parts.js';
import type { Happening, PetitionEvent } from '../events.js';
import { applyEvent } from '../petition/fold.js';
import { noticesFor } from '../petition/notices.js';
import type { Petition } from '../petition/petition.js';
import type { RuleContext } from '../petition/rule-context.js';
import { threadsToOpen, threadsToWake } from '../petition/thread-step.js';
import type { Backoff } from '../ports/backoff.js';
import type { Clock } from '../ports/clock.js';
import type { DecisionReceipt, NewMatter, PetitionChange, PetitionStore } from '../ports/petition-store.js';
import type { Registers } from '../ports/registers.js';
import type { EventTexts, SealedTexts, Vault } from '../ports/vault.js';
import { newThread } from './new-thread.js';

export interface ChangeDeps {
  clock: Clock;
  store: PetitionStore;
  registers: Registers;
  vault: Vault;
  backoff: Backoff;
}

/** What a command sees when it decides. `now` is the time that its event will carry. */
export interface ChangeContext extends RuleContext {
  petition: Petition;
}

/** What a command wants to happen. */
export interface PlannedChange {
  happening: Happening;
  actor: Actor;
  /** Texts for the vault under this event. */
  texts?: EventTexts;
  /** Petitions that begin with it. */
  matters?: readonly NewMatter[];
  fence?: PetitionChange['fence'];
  /** Idempotency of a form post; its `seq` is filled in here. */
  precedentKey?: PetitionChange['precedentKey'];
  receipt?: Omit<DecisionReceipt, 'petitionId' | 'seq'>;
}

export interface Changed {
  petition: Petition;
  event: PetitionEvent | null;
}

/** How long the workflow may owe a step before the reconciler looks, in real seconds. */
export const ENGINE_GRACE_SECONDS = 120;
const ATTEMPTS = 5;
const NO_TEXTS: SealedTexts = { document: null, wrappedKey: null };

/** A duplicate waits for another petition: what it does next is read from that one too. */
const mainOf = (store: Pick<PetitionStore, 'load'>, { duplicateOf }: Petition): Promise<Petition | null> =>
  duplicateOf === null ? Promise.resolve(null) : store.load(duplicateOf.id);

/** The petition, its rules and the time of the next event: `max(now, previous event)`, so that history never runs back. */
export const contextOf = async (
  deps: Pick<ChangeDeps, 'clock' | 'registers'> & { store: Pick<PetitionStore, 'load'> },
  petition: Petition,
): Promise<ChangeContext> => {
  const [jurisdiction, timetable, main] = await Promise.all([
    deps.registers.jurisdiction(petition.provinceId),
    deps.registers.timetable(petition),
    petition.status === 'LINKED' ? mainOf(deps.store, petition) : null,
  ]);
  const clockNow = deps.clock.now();
  return {
    petition,
    jurisdiction,
    timetable,
    now: clockNow > petition.head.at ? clockNow : petition.head.at,
    main,
  };
};

/** What a change means to the handling threads: exactly those concerned are woken, and new ones opened. */
const engineOf = (
  { clock }: Pick<ChangeDeps, 'clock'>,
  { context, after, fence }: { context: ChangeContext; after: Petition; fence: PetitionChange['fence'] },
): Pick<PetitionChange, 'wake' | 'opens'> => {
  const { petition: before, now } = context;
  const graceUntil = clock.inRealSeconds(ENGINE_GRACE_SECONDS);
  // The workflow's own commits need no wake of their thread: it asks for the next step anyway.
  const threads = threadsToWake(before, after, context).filter((thread) => thread !== fence?.thread);
  const of = { petitionId: after.id, provinceId: after.provinceId };
  const opens = threadsToOpen(before, after).map((thread) =>
    newThread({ ...of, thread }, { startedAt: now, wakeAt: graceUntil }),
  );
  return { wake: threads.length === 0 ? null : { graceUntil, threads }, opens };
};

const write = async (deps: ChangeDeps, context: ChangeContext, plan: PlannedChange): Promise<Changed> => {
  const { petition: before, now } = context;
  const seq = before.head.seq + 1;
  const event: PetitionEvent = sealEvent(before.head.hash, {
    schema: 1 as const,
    petitionId: before.id,
    seq,
    at: now,
    actor: plan.actor,
    release: context.jurisdiction.release,
    ...plan.happening,
  });
  const after = applyEvent(before, event);
  // Another class has other terms, and its messages other hours.
  const timetable =
    after.serviceClass === before.serviceClass ? context.timetable : await deps.registers.timetable(after);
  const fence = plan.fence ?? null;
  await deps.store.commit({
    before,
    event,
    after,
    notices: noticesFor(event, { before, after }, timetable),
    ...engineOf(deps, { context: { ...context, timetable }, after, fence }),
    ...(plan.matters !== undefined && { matters: plan.matters }),
    fence,
    ...(plan.precedentKey !== undefined && { precedentKey: plan.precedentKey }),
    sealed: plan.texts === undefined ? NO_TEXTS : await deps.vault.sealTexts(before.id, seq, plan.texts),
    receipt: plan.receipt === undefined ? null : { ...plan.receipt, petitionId: before.id, seq },
  });
  return { petition: after, event };
};

/**
 * Changes a petition by one event: loads it, lets `plan` decide, writes; when another change came first, loads again
 * and lets it decide again, up to five times. `plan` returns null when nothing is left to do.
 * @throws NotFoundError, whatever `plan` throws, HeadConflictError when five attempts met five other writers.
 */
export const changePetition = async (
  deps: ChangeDeps,
  petitionId: string,
  plan: (context: ChangeContext) => Promise<PlannedChange | null>,
): Promise<Changed> => {
  for (let attempt = 1; ; attempt++) {
    const petition = await deps.store.load(petitionId);
    if (petition === null) throw new NotFoundError();
    const context = await contextOf(deps, petition);
    const planned = await plan(context);
    if (planned === null) return { petition, event: null };
    try {
      return await write(deps, context, planned);
    } catch (error) {
      if (!(error instanceof HeadConflictError) || attempt === ATTEMPTS) throw error;
      await deps.backoff.wait(attempt);
    }
  }
};
