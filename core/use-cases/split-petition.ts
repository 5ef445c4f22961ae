import { genesisHash, sealEvent } from '../audit/chain.js';
import { createPetitionCode } from '../codes/petition-code.js';
import { sketchOf } from '../duplicates/sketch.js';
import type { Actor } from '../event-parts.js';
import type { EventData, Happening, PetitionEvent } from '../events.js';
import { fail, type Held } from '../petition/decision-input.js';
import { applyEvent } from '../petition/fold.js';
import { MAX_MATTERS, MIN_MATTERS, type MatterOf } from '../petition/matter-schemas.js';
import type { NewCategory } from '../petition/reclassify.js';
import { openSupports, LEAD_THREAD } from '../petition/support.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { NewMatter } from '../ports/petition-store.js';
import type { EventTexts, ResidentFile } from '../ports/vault.js';
import { contactIndexKeys } from '../residents/contact-index.js';
import { ENGINE_GRACE_SECONDS, type ChangeContext, type ChangeDeps } from './change-petition.js';
import { newCategoryFor } from './new-category.js';
import { newThread } from './new-thread.js';

/** One matter as the official names it; without a text, it keeps the whole description. */
export interface MatterForm {
  category: string;
  text: string | null;
}

export interface SplitDeps extends ChangeDeps {
  ids: Ids;
  keyed: Keyed;
}

interface Ask {
  petition: Held;
  context: ChangeContext;
  actor: Actor;
  matters: readonly MatterForm[];
  /** Why it is split, for the resident. */
  text: string | null;
}

export interface PlannedSplit {
  happening: Extract<Happening, { type: 'PetitionSplit' }>;
  actor: Actor;
  texts: EventTexts;
  matters: NewMatter[];
}

type Submitted = EventData<'PetitionSubmitted'>;

interface NamedMatter extends MatterForm {
  petitionId: string;
  code: string;
  chosen: NewCategory;
}

const checked = ({ petition, matters, text }: Ask): string => {
  if (petition.matterOf !== null) fail('/decision', 'matter-of-split');
  if (openSupports(petition).length > 0) fail('/decision', 'supports-open');
  if (matters.length < MIN_MATTERS) fail('/matters', 'too-few-matters', { min: MIN_MATTERS });
  if (matters.length > MAX_MATTERS) fail('/matters', 'too-many-matters', { max: MAX_MATTERS });
  return text ?? fail('/text', 'required');
};

const named = (deps: SplitDeps, { petition, matters }: Ask): Promise<NamedMatter[]> =>
  Promise.all(
    matters.map(async (matter, index) => ({
      ...matter,
      petitionId: deps.ids.petitionId(),
      code: createPetitionCode(deps.ids.randomBytes(8)),
      chosen:
        (await newCategoryFor(deps.registers, petition, matter.category)) ??
        fail(`/matters/${index}/category`, 'unknown-category'),
    })),
  );

/** What was handed in, under the matter's own category and with its own terms from the day of the receipt. */
const submittedAs = (
  first: Submitted,
  { petition }: Ask,
  { code, chosen: { category, timetable } }: NamedMatter,
): Omit<Submitted, 'text' | 'matterOf'> => {
  const { text: _text, receivedAtReason: _reason, matterOf: _of, ...kept } = first;
  const { receivedAt, conditions, unitId, placeIssue, provinceId } = petition;
  const known = Object.entries(conditions).filter(([key]) => category.conditions.includes(key));
  return {
    ...kept,
    ...{ code, unitId, placeIssue, provinceId, receivedAt },
    category: category.code,
    conditions: Object.fromEntries(known),
    lane: category.lane,
    serviceClass: timetable.serviceClass,
    promised: { firstNoticeBy: timetable.firstNotice(receivedAt), resolveBy: timetable.resolve(receivedAt) },
  };
};

interface Parts {
  ask: Ask;
  first: Submitted;
  file: ResidentFile;
  matterOf: MatterOf;
  finders: readonly string[];
}

const newMatter = async (deps: SplitDeps, matter: NamedMatter, parts: Parts): Promise<NewMatter> => {
  const { ask, first, matterOf, finders } = parts;
  const { petitionId } = matter;
  const file = { ...parts.file, description: matter.text ?? parts.file.description };
  const sealed = await deps.vault.sealFirst(petitionId, file);
  const event = sealEvent(genesisHash(petitionId), {
    schema: 1 as const,
    ...{ petitionId, seq: 1, at: ask.context.now, actor: ask.actor },
    release: ask.context.jurisdiction.release,
    type: 'PetitionSubmitted' as const,
    data: {
      ...submittedAs(first, ask, matter),
      text: { digest: sealed.digest(file.description) },
      ...(file.receivedAtReason !== undefined && {
        receivedAtReason: { digest: sealed.digest(file.receivedAtReason) },
      }),
      matterOf,
    },
  }) as PetitionEvent;
  const after = applyEvent(null, event);
  return {
    ...{ event, after, finders },
    sketch: await sketchOf(deps.keyed, { provinceId: after.provinceId, text: file.description }),
    sealed: { document: sealed.document, wrappedKey: sealed.wrappedKey },
    thread: newThread(
      { petitionId, thread: LEAD_THREAD, provinceId: after.provinceId },
      { startedAt: ask.context.now, wakeAt: deps.clock.inRealSeconds(ENGINE_GRACE_SECONDS) },
    ),
  };
};

/**
 * Splits a submission into matters: the event of the submission and the matters' petitions, for one transaction. Decided
 * anew on a head conflict, with fresh ids; nothing of an attempt that failed is in a table.
 * @throws ValidationError.
 */
export const planSplit = async (deps: SplitDeps, ask: Ask): Promise<PlannedSplit> => {
  const { petition, actor } = ask;
  const text = checked(ask);
  const [history, file, matters] = await Promise.all([
    deps.store.history(petition.id),
    deps.vault.openFile(petition.id),
    named(deps, ask),
  ]);
  const first = history[0];
  if (first?.type !== 'PetitionSubmitted') throw new Error('a history without its first event');
  const finders = await contactIndexKeys(deps.keyed, file.submitter);
  const common = {
    ...{ petitionId: petition.id, code: petition.code },
    categories: matters.map(({ chosen }) => chosen.category.code),
    formerly: [...new Set([petition.category, ...petition.reclassifications.map(({ from }) => from)])],
  };
  return {
    happening: {
      type: 'PetitionSplit',
      data: {
        taskNo: petition.task.no,
        text: { digest: await deps.vault.digest(petition.id, text) },
        matters: matters.map(({ petitionId, code, category }) => ({ petitionId, code, category })),
      },
    },
    actor,
    texts: { text },
    matters: await Promise.all(
      matters.map((matter, index) =>
        newMatter(deps, matter, {
          ...{ ask, first: first.data, file, finders },
          matterOf: { ...common, no: index + 1 },
        }),
      ),
    ),
  };
};
