import type { PetitionChange } from '../../core/ports/petition-store.js';
import { heldKey, keys } from './keys.js';

/**
 * When a task ends, by a hop or with the petition: from when until when its holder had it, found by the holder. Written
 * once, never changed: the number of the task is its key.
 */
export const heldItem = ({ before, after, event }: Pick<PetitionChange, 'before' | 'after' | 'event'>) => {
  const task = before?.task ?? null;
  if (task === null || task.no === after.task?.no) return null;
  const held = { since: task.openedAt, until: event.at };
  return {
    ...keys.held(after.id, task.no),
    holderId: task.holder.id,
    holderKey: heldKey(held, after.id),
  };
};
