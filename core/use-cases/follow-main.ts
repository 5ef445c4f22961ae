import { NotFoundError } from '../errors.js';
import {
  answerOfMain,
  followedAnswer,
  goneBecause,
  isMainAnswered,
  returned,
  type CopiedTexts,
} from '../petition/duplicates.js';
import type { Petition, Task } from '../petition/petition.js';
import type { EventTexts, Vault } from '../ports/vault.js';
import {
  changePetition,
  type ChangeContext,
  type ChangeDeps,
  type PlannedChange,
} from './change-petition.js';
import type { ThreadRun } from './take-next-step.js';

type Followed = Omit<PlannedChange, 'fence'>;

const digestsOf = async (vault: Vault, petitionId: string, texts: EventTexts): Promise<CopiedTexts> => {
  const named = Object.entries(texts).map(
    async ([name, text]) => [name, { digest: await vault.digest(petitionId, text) }] as const,
  );
  return Object.fromEntries(await Promise.all(named));
};

/** What the lead alone says of its supporters, and who approved its answer, stays with the main petition. */
const toCopy = ({ supportOpenReason: _own, approvedBy: _head, ...texts }: EventTexts): EventTexts => texts;

/** The main petition's answer, sealed anew under the key of the duplicate. */
const copyAnswer = async (
  deps: ChangeDeps,
  petition: Petition & { task: Task },
  { main, context }: { main: Petition; context: ChangeContext },
): Promise<Followed> => {
  const event = answerOfMain(main, await deps.store.history(main.id));
  const texts = toCopy(await deps.vault.openTexts(main.id, event.seq));
  const happening = followedAnswer(petition, main, {
    event,
    texts: await digestsOf(deps.vault, petition.id, texts),
    timetable: context.timetable,
    now: context.now,
  });
  return { happening, actor: { kind: 'system' }, texts };
};

const planFollowing = async (deps: ChangeDeps, context: ChangeContext): Promise<Followed | null> => {
  const { petition, main } = context;
  const { task, status } = petition;
  if (status !== 'LINKED' || task === null || main == null) return null;
  const held = { ...petition, task };
  if (isMainAnswered(petition, main)) return copyAnswer(deps, held, { main, context });
  const because = goneBecause(petition, main);
  return because === null ? null : { happening: returned(held, because, context), actor: { kind: 'system' } };
};

/**
 * Does to a duplicate what has become of its main petition: the same answer, or a task of its own again. Decided anew from
 * both records, so a repeated or late call does nothing twice, and one that comes before the main petition has moved
 * nothing at all.
 * @throws StaleRunError when this run was superseded, NotFoundError for an answer that is not in the vault any more.
 */
export const followMain = async (deps: ChangeDeps, at: ThreadRun): Promise<void> => {
  await changePetition(deps, at.petitionId, async (context) => {
    if (context.petition.status === 'LINKED' && context.main === null) throw new NotFoundError();
    const followed = await planFollowing(deps, context);
    return followed && { ...followed, fence: { thread: at.thread, run: at.run } };
  });
};
