import { genesisHash, sealEvent } from '../audit/chain.js';
import { createPetitionCode } from '../codes/petition-code.js';
import { sketchOf } from '../duplicates/sketch.js';
import type { Actor } from '../event-parts.js';
import type { EventData, PetitionEvent } from '../events.js';
import { fail } from '../petition/decision-input.js';
import { applyEvent } from '../petition/fold.js';
import { MAX_MATTERS, MIN_MATTERS, type MatterOf } from '../petition/matter-schemas.js';
import type { Petition } from '../petition/petition.js';
import type { NewCategory } from '../petition/reclassify.js';
import { LEAD_THREAD } from '../petition/support.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { NewMatter } from '../ports/petition-store.js';
import type { Registers } from '../ports/registers.js';
import type { ResidentFile, Vault } from '../ports/vault.js';
import type { Instant } from '../time.js';
import { ENGINE_GRACE_SECONDS } from './change-petition.js';
import { newCategoryFor } from './new-category.js';
import { newThread } from './new-thread.js';

/** One matter as whoever splits names it; without a text, it keeps the whole description. */
export interface MatterForm {
  category: string;
  text: string | null;
  /** Answers to the questions of its category, where they are known; those of the submission count besides. */
  conditions?: Record<string, boolean>;
  /** Where it is, if elsewhere in the same province: the address and the point of the submission are not its own then. */
  place?: { unit: string } | { point: { lat: number; lon: number } };
  /** Its own address; without a place of its own it stands for that of the submission. */
  address?: string;
}

export interface MatterDeps {
  clock: Clock;
  ids: Ids;
  keyed: Keyed;
  registers: Pick<Registers, 'category' | 'place' | 'timetable'>;
  vault: Pick<Vault, 'sealFirst'>;
}

type Submitted = EventData<'PetitionSubmitted'>;

/** A submission that is to be split, as it is at that instant. */
export interface Undivided {
  petition: Petition;
  first: Submitted;
  file: ResidentFile;
  /** By which contacts of its resident the desk finds it. */
  finders: readonly string[];
  actor: Actor;
  release: string;
  now: Instant;
}

export interface Matters {
  /** As the submission's own event names them. */
  named: EventData<'PetitionSplit'>['matters'];
  petitions: NewMatter[];
}

type WhereItIs = Pick<Petition, 'unitId' | 'placeIssue'>;

interface NamedMatter extends MatterForm {
  petitionId: string;
  code: string;
  chosen: NewCategory;
  at: WhereItIs;
}

/** @throws ValidationError for a place that is not in the registry, or in another province. */
const whereItIs = async (
  { registers }: Pick<MatterDeps, 'registers'>,
  { petition, now }: Pick<Undivided, 'petition' | 'now'>,
  { matter: { place }, pointer }: { matter: MatterForm; pointer: string },
): Promise<WhereItIs> => {
  if (place === undefined) return petition;
  const found = await registers.place(place, now);
  const field = `${pointer}/${'unit' in place ? 'unit' : 'point'}`;
  if (found.kind === 'unknown') return fail(field, found.code);
  if (found.provinceId !== petition.provinceId) return fail(field, 'matter-elsewhere');
  return found.kind === 'ward'
    ? { unitId: found.unitId, placeIssue: null }
    : { unitId: null, placeIssue: found.issue };
};

/** @throws ValidationError for too few, too many, a category or a place that is not in the registry. */
const namedMatters = (
  deps: MatterDeps,
  whole: Pick<Undivided, 'petition' | 'now'>,
  matters: readonly MatterForm[],
): Promise<NamedMatter[]> => {
  const { ids, registers } = deps;
  if (matters.length < MIN_MATTERS) fail('/matters', 'too-few-matters', { min: MIN_MATTERS });
  if (matters.length > MAX_MATTERS) fail('/matters', 'too-many-matters', { max: MAX_MATTERS });
  return Promise.all(
    matters.map(async (matter, index) => {
      const pointer = `/matters/${index}`;
      const at = await whereItIs(deps, whole, { matter, pointer });
      const { unitId, placeIssue } = at;
      const there = { ...whole.petition, unitId, placeIssue };
      const chosen =
        (await newCategoryFor(registers, there, matter.category)) ??
        fail(`${pointer}/category`, 'unknown-category');
      const known = new Set(chosen.category.conditions);
      if (Object.keys(matter.conditions ?? {}).some((key) => !known.has(key)))
        fail(`${pointer}/conditions`, 'unknown-condition');
      const code = createPetitionCode(ids.randomBytes(8));
      return { ...matter, petitionId: ids.petitionId(), code, chosen, at };
    }),
  );
};

/** What was handed in, under the matter's own category and with its own terms from the day of the receipt. */
const submittedAs = (
  { first, petition }: Undivided,
  { code, conditions: answered = {}, chosen: { category, timetable }, at }: NamedMatter,
): Omit<Submitted, 'text' | 'matterOf'> => {
  const { text: _text, receivedAtReason: _reason, matterOf: _of, ...kept } = first;
  const { receivedAt, conditions, provinceId } = petition;
  const { unitId, placeIssue } = at;
  const known = Object.entries(conditions).filter(([key]) => category.conditions.includes(key));
  return {
    ...kept,
    ...{ code, unitId, placeIssue, provinceId, receivedAt },
    category: category.code,
    conditions: { ...Object.fromEntries(known), ...answered },
    lane: category.lane,
    serviceClass: timetable.serviceClass,
    promised: { firstNoticeBy: timetable.firstNotice(receivedAt), resolveBy: timetable.resolve(receivedAt) },
  };
};

/** The file of the submission, with what is the matter's own. */
const fileOf = (file: ResidentFile, { text, place, address }: MatterForm): ResidentFile => ({
  ...file,
  ...(place !== undefined && { address: null, point: 'point' in place ? place.point : null }),
  ...(address !== undefined && { address }),
  description: text ?? file.description,
});

const newMatter = async (
  deps: MatterDeps,
  matter: NamedMatter,
  { whole, matterOf }: { whole: Undivided; matterOf: MatterOf },
): Promise<NewMatter> => {
  const { petitionId } = matter;
  const file = fileOf(whole.file, matter);
  const sealed = await deps.vault.sealFirst(petitionId, file);
  const event = sealEvent(genesisHash(petitionId), {
    schema: 1 as const,
    ...{ petitionId, seq: 1, at: whole.now, actor: whole.actor, release: whole.release },
    type: 'PetitionSubmitted' as const,
    data: {
      ...submittedAs(whole, matter),
      text: { digest: sealed.digest(file.description) },
      ...(file.receivedAtReason !== undefined && {
        receivedAtReason: { digest: sealed.digest(file.receivedAtReason) },
      }),
      matterOf,
    },
  }) as PetitionEvent;
  const after = applyEvent(null, event);
  return {
    ...{ event, after, finders: whole.finders },
    sketch: await sketchOf(deps.keyed, { provinceId: after.provinceId, text: file.description }),
    sealed: { document: sealed.document, wrappedKey: sealed.wrappedKey },
    thread: newThread(
      { petitionId, thread: LEAD_THREAD, provinceId: after.provinceId },
      { startedAt: whole.now, wakeAt: deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS) },
    ),
  };
};

/**
 * The petitions into which a submission is split (ADR 0018), for the transaction that splits it. Ids and codes are fresh
 * at each call: nothing of an attempt that failed is in a table.
 * @throws ValidationError.
 */
export const newMatters = async (
  deps: MatterDeps,
  whole: Undivided,
  matters: readonly MatterForm[],
): Promise<Matters> => {
  const { petition } = whole;
  const named = await namedMatters(deps, whole, matters);
  const common = {
    ...{ petitionId: petition.id, code: petition.code },
    of: named.length,
    formerly: [...new Set([petition.category, ...petition.reclassifications.map(({ from }) => from)])],
  };
  return {
    named: named.map(({ petitionId, code, category }) => ({ petitionId, code, category })),
    petitions: await Promise.all(
      named.map((matter, index) =>
        newMatter(deps, matter, { whole, matterOf: { ...common, no: index + 1 } }),
      ),
    ),
  };
};
