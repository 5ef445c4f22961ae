import type { Actor } from '../event-parts.js';
import type { Happening } from '../events.js';
import { fail, type Held } from '../petition/decision-input.js';
import { openSupports } from '../petition/support.js';
import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import type { NewMatter } from '../ports/petition-store.js';
import type { EventTexts } from '../ports/vault.js';
import { contactIndexKeys } from '../residents/contact-index.js';
import type { ChangeContext, ChangeDeps } from './change-petition.js';
import { newMatters, type MatterForm } from './new-matters.js';

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

/**
 * Splits a submission into matters: the event of the submission and the matters' petitions, for one transaction. Decided
 * anew on a head conflict.
 * @throws ValidationError.
 */
export const planSplit = async (
  deps: SplitDeps,
  { petition, context, actor, matters, text }: Ask,
): Promise<PlannedSplit> => {
  if (petition.matterOf !== null) fail('/decision', 'matter-of-split');
  if (openSupports(petition).length > 0) fail('/decision', 'supports-open');
  const reason = text ?? fail('/text', 'required');
  const [history, file] = await Promise.all([
    deps.store.history(petition.id),
    deps.vault.openFile(petition.id),
  ]);
  const first = history[0];
  if (first?.type !== 'PetitionSubmitted') throw new Error('a history without its first event');
  const { named, petitions } = await newMatters(
    deps,
    {
      ...{ petition, first: first.data, file, actor },
      finders: await contactIndexKeys(deps.keyed, file.submitter),
      ...{ release: context.jurisdiction.release, now: context.now },
    },
    matters,
  );
  return {
    happening: {
      type: 'PetitionSplit',
      data: {
        taskNo: petition.task.no,
        text: { digest: await deps.vault.digest(petition.id, reason) },
        matters: named,
      },
    },
    actor,
    texts: { text: reason },
    matters: petitions,
  };
};
