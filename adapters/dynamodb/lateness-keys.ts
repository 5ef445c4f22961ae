import { clockStoppedAt, dueAt, type Petition } from '../../core/petition/petition.js';
import { lateShards } from './keys.js';
import { localDayOf } from '../../core/time.js';

/** Sorts as text up to three hundred years. */
const padded = (ms: number): string => ms.toString().padStart(13, '0');

/** A decided petition that was late stands in the month of its decision, by how much it was late. */
const decidedKeys = (petition: Petition, due: string): Record<string, string> => {
  const decidedAt = petition.outcome?.at;
  const stopped = clockStoppedAt(petition);
  if (decidedAt === undefined || stopped === null || stopped <= due) return {};
  return {
    lateShard: lateShards.decided(petition.provinceId, localDayOf(decidedAt).slice(0, 7)),
    lateKey: `${padded(Date.parse(stopped) - Date.parse(due))}#${petition.id}`,
  };
};

/** Keys of byLateness: what has a due date and a holder that owes a decision, by that date; then what was decided late. */
export const latenessKeys = (petition: Petition): Record<string, string> => {
  const due = dueAt(petition);
  if (due === null) return {};
  if (petition.outcome !== null) return decidedKeys(petition, due);
  if (petition.task === null) return {};
  return { lateShard: lateShards.running(petition.provinceId), lateKey: `${due}#${petition.id}` };
};
