import { expect } from 'vitest';
import { foldHistory } from '../../../core/petition/fold.js';
import { formatCode } from '../../../core/codes/petition-code.js';
import { advancePetition } from '../../../core/use-cases/advance-petition.js';
import { decideTask } from '../../../core/use-cases/decide-task.js';
import { hearResident, type ResidentWord } from '../../../core/use-cases/hear-resident.js';
import { receiptSecret } from '../../../core/use-cases/receipt-secret.js';
import { aContact, aLink } from '../../support/builders/link-builder.js';
import type { Petition } from '../../../core/petition/petition.js';
import { aForm, atWard, createScene, hashOf, LINK_ID, load, type Scene } from './scene.js';

/** The resident says something, with the receipt at hand. */
export const hear = async (
  scene: Scene,
  id: string,
  said: { word: ResidentWord; key?: string; code?: string; secret?: string },
) =>
  hearResident(scene, {
    code: said.code ?? formatCode((await load(scene, id)).code),
    secret: said.secret ?? (await receiptSecret(scene.keyed, id)),
    word: said.word,
    key: said.key ?? null,
  });

export const answer = (text: string): ResidentWord => ({ kind: 'answer', text });
export const WITHDRAW: ResidentWord = { kind: 'withdraw', text: null };
export const SATISFIED: ResidentWord = { kind: 'feedback', satisfied: true, rating: 5, text: null };
export const dissatisfied = (text = 'Rác vẫn còn ở đầu hẻm.'): ResidentWord => ({
  kind: 'feedback',
  satisfied: false,
  rating: 1,
  text,
});

/** Held by the ward; `decide` goes through its link. */
export const held = async (overrides: Parameters<typeof atWard>[1] = {}) => {
  const scene = createScene();
  const { id, at } = await atWard(scene, overrides);
  const decide = async (...[decision, more]: [Parameters<typeof aForm>[1]['decision'], object?]) =>
    decideTask(scene, LINK_ID, await aForm(scene, { decision, ...more }));
  const advance = (action: Parameters<typeof advancePetition>[2]) => advancePetition(scene, at, action);
  return { scene, id, decide, advance };
};

/** The ward waits for the resident's answer. */
export const waiting = async (...of: Parameters<typeof held>) => {
  const world = await held(...of);
  await world.decide('ask', { text: 'Rác ở đầu hẻm nào?' });
  return world;
};

/** The holder of the open task, which has no link here yet, gets one and answers. */
export const resolveTask = async (scene: Scene, id: string): Promise<Petition> => {
  const { task } = await load(scene, id);
  const link = aLink({
    hash: hashOf(LINK_ID),
    petitionId: id,
    taskNo: task?.no ?? 0,
    agencyId: task?.holder.id ?? '',
  });
  await scene.contacts.put(aContact({ agencyId: link.agencyId }));
  await scene.links.put(link);
  const { petition } = await decideTask(scene, LINK_ID, await aForm(scene, { decision: 'resolve' }));
  return petition;
};

/** The ward has answered. */
export const resolved = async () => {
  const world = await held();
  await world.decide('resolve');
  return world;
};

export const expectFolded = async (scene: Scene, id: string): Promise<void> => {
  expect(foldHistory(await scene.store.history(id))).toEqual(await load(scene, id));
};
