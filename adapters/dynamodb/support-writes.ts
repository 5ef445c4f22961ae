import { isOpenSupport, supportOf, type SupportTask } from '../../core/petition/support.js';
import type { PetitionChange } from '../../core/ports/petition-store.js';
import { keys, supportKey } from './keys.js';
import type { Step } from './transaction.js';

const holderOf = (support: SupportTask | undefined): string | null =>
  support !== undefined && isOpenSupport(support) ? support.holder.id : null;

/**
 * An entry of byHolder for each open support task, beside those of the petitions: written only when who has it changes.
 * Nothing is ever deleted: one that is over has no key of the index any more.
 */
export const supportItems = ({ before, after }: Pick<PetitionChange, 'before' | 'after'>) =>
  after.supports.flatMap((support) => {
    const { thread } = support;
    const holderId = holderOf(support);
    const was = holderOf(before === null ? undefined : supportOf(before, thread));
    if (holderId === was) return [];
    const open = holderId !== null && { holderId, holderKey: supportKey(after.id, thread) };
    return [{ ...keys.support(after.id, thread), ...open }];
  });

export const supportWrites = (table: string, change: PetitionChange): Step<'head'>[] =>
  supportItems(change).map((item) => ({ name: 'head', item: { Put: { TableName: table, Item: item } } }));
