import type { TextSketch } from '../../core/duplicates/sketch.js';
import type { PetitionChange } from '../../core/ports/petition-store.js';
import { keys } from './keys.js';
import type { Step } from './transaction.js';

/** A change that makes a petition follow another one, or ends that. */
interface LinkChange {
  mainId: string;
  id: string;
  isLinked: boolean;
}

/** Null for the changes that leave links as they are. */
export const linkChangeOf = ({ before, after }: PetitionChange): LinkChange | null => {
  const was = before?.status === 'LINKED' ? before.duplicateOf : null;
  const is = after.status === 'LINKED' ? after.duplicateOf : null;
  if (was?.id === is?.id) return null;
  if (is !== null) return { mainId: is.id, id: after.id, isLinked: true };
  return was === null ? null : { mainId: was.id, id: after.id, isLinked: false };
};

/** Nothing is ever deleted: a link that is over says so. */
export const linkItem = ({ mainId, id, isLinked }: LinkChange) => ({
  ...keys.duplicate(mainId, id),
  petitionId: id,
  isLinked,
});

export const sketchItem = (petitionId: string, sketch: TextSketch) => ({
  ...keys.sketch(petitionId),
  sketch,
});

/**
 * The link where the main petition finds it. The main petition must be one that can be followed at this instant: two that
 * are linked to each other at once would wait for each other for ever.
 */
export const duplicateWrites = (table: string, change: PetitionChange): Step<'head'>[] => {
  const link = linkChangeOf(change);
  if (link === null) return [];
  const put: Step<'head'> = { name: 'head', item: { Put: { TableName: table, Item: linkItem(link) } } };
  if (!link.isLinked) return [put];
  const check = {
    TableName: table,
    Key: keys.petition(link.mainId),
    ConditionExpression:
      'attribute_exists(pk) AND NOT #petition.#status IN (:linked, :withdrawn, :split, :closed)',
    ExpressionAttributeNames: { '#petition': 'petition', '#status': 'status' },
    ExpressionAttributeValues: {
      ':linked': 'LINKED',
      ':withdrawn': 'WITHDRAWN',
      ':split': 'SPLIT',
      ':closed': 'CLOSED',
    },
  };
  return [put, { name: 'head', item: { ConditionCheck: check } }];
};
