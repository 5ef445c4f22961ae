import type { Intake, NewMatter, PetitionChange } from '../../core/ports/petition-store.js';
import { precedentItem } from './desk-precedents.js';
import { duplicateWrites, sketchItem } from './duplicate-writes.js';
import { toEventItem } from './event-item.js';
import { heldItem } from './held-item.js';
import { keys } from './keys.js';
import { newNotice, toNoticeItem } from './notice-item.js';
import { toPetitionItem } from './petition-item.js';
import type { PetitionTables } from './tables.js';
import { supportWrites } from './support-writes.js';
import { toThreadItem } from './thread-item.js';
import type { Step } from './transaction.js';

/** Whose condition failed: the intake key, the head (record, event, code, receipt), or the thread's run. */
export type WriteName = 'intake' | 'head' | 'thread';

type WriteStep = Step<WriteName>;
type TableNames = Omit<PetitionTables, 'client'>;

/** The thread that a commit wakes when it names none. */
export const LEAD = 'lead';

const putNew = (name: WriteName, table: string, item: Record<string, unknown>): WriteStep => ({
  name,
  item: { Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' } },
});

/** What every change writes besides the record and the thread. */
const putCommon = (
  names: TableNames,
  { event, notices, sealed, after }: Pick<PetitionChange, 'event' | 'notices' | 'sealed' | 'after'>,
): WriteStep[] => [
  putNew('head', names.petitions, toEventItem(event)),
  ...notices.map((notice) => putNew('head', names.petitions, toNoticeItem(newNotice(notice)))),
  ...(sealed.document === null
    ? []
    : [putNew('head', names.residents, { ...keys.document(after.id, event.seq), jwe: sealed.document })]),
  ...(sealed.wrappedKey === null
    ? []
    : [putNew('head', names.residentKeys, { ...keys.dataKey(after.id), wrappedKey: sealed.wrappedKey })]),
];

/** The blind index of the resident's contacts. */
export const finderItem = (key: string, petitionId: string) => ({
  ...keys.finder(key, petitionId),
  petitionId,
});

/** At most eight of them, ten writes each: with the change that makes them they stay below the hundred of a transaction. */
const matterWrites = (
  names: TableNames,
  { event, after, thread, sealed, finders, sketch }: NewMatter,
): WriteStep[] => [
  putNew('head', names.petitions, { ...keys.code(after.code), petitionId: after.id }),
  putNew('head', names.petitions, toPetitionItem(after)),
  putNew('head', names.petitions, toThreadItem(thread)),
  ...finders.map((finder) => putNew('head', names.residents, finderItem(finder, after.id))),
  putNew('head', names.residents, sketchItem(after.id, sketch)),
  ...putCommon(names, { event, after, sealed, notices: [] }),
];

const splitWrites = (names: TableNames, { split }: Intake): WriteStep[] =>
  split === undefined
    ? []
    : [
        putNew('head', names.petitions, toEventItem(split.event)),
        ...split.matters.flatMap((matter) => matterWrites(names, matter)),
      ];

/** The transaction of the first commit. */
export const firstWrites = (names: TableNames, change: PetitionChange, intake: Intake): WriteStep[] => {
  const { id, code } = change.after;
  const { key, fingerprint } = intake.key;
  return [
    putNew('intake', names.petitions, { ...keys.intake(key), petitionId: id, fingerprint }),
    putNew('head', names.petitions, { ...keys.code(code), petitionId: id }),
    putNew('head', names.petitions, toPetitionItem(change.after)),
    putNew('head', names.petitions, toThreadItem(intake.thread)),
    ...intake.finders.map((finder) => putNew('head', names.residents, finderItem(finder, id))),
    ...(intake.sketch === undefined ? [] : [putNew('head', names.residents, sketchItem(id, intake.sketch))]),
    ...putCommon(names, change),
    ...splitWrites(names, intake),
  ];
};

/** Fence and wake of one thread meet in one item, and a transaction may touch an item once: so one operation does both. */
const threadWrite = (
  names: TableNames,
  { after, fence, wake }: Pick<PetitionChange, 'after' | 'fence' | 'wake'>,
  thread: string,
): WriteStep[] => {
  const item = { TableName: names.petitions, Key: keys.thread(after.id, thread) };
  const condition = fence === null ? 'attribute_exists(pk)' : '#run = :run';
  const expected = fence === null ? {} : { ':run': fence.run };
  const run = fence === null ? {} : { '#run': 'run' };
  if (wake !== null) {
    const update = {
      ...item,
      UpdateExpression: 'SET wakeAt = :at ADD wakeSeq :one',
      ConditionExpression: condition,
      ...(fence !== null && { ExpressionAttributeNames: run }),
      ExpressionAttributeValues: { ...expected, ':at': wake.graceUntil, ':one': 1 },
    };
    return [{ name: 'thread', item: { Update: update } }];
  }
  if (fence === null) return [];
  const check = {
    ...item,
    ConditionExpression: condition,
    ExpressionAttributeNames: run,
    ExpressionAttributeValues: expected,
  };
  return [{ name: 'thread', item: { ConditionCheck: check } }];
};

/** The fence, the threads that are woken, each once, and those that are opened. */
const threadWrites = (names: TableNames, { after, fence, wake, opens = [] }: PetitionChange): WriteStep[] => {
  const woken = wake === null ? [] : (wake.threads ?? [LEAD]);
  const touched = [...new Set([...(fence === null ? [] : [fence.thread]), ...woken])];
  return [
    ...touched.flatMap((thread) =>
      threadWrite(
        names,
        {
          after,
          fence: fence?.thread === thread ? fence : null,
          wake: woken.includes(thread) ? wake : null,
        },
        thread,
      ),
    ),
    ...opens.map((thread) => putNew('head', names.petitions, toThreadItem(thread))),
  ];
};

/** The transaction of a later commit: the record moves only from the head that the change was decided on. */
export const laterWrites = (names: TableNames, change: PetitionChange): WriteStep[] => {
  const { before, after, receipt } = change;
  if (before === null) throw new TypeError('a later change needs the record before it');
  const record: WriteStep = {
    name: 'head',
    item: {
      Put: {
        TableName: names.petitions,
        Item: toPetitionItem(after),
        ConditionExpression: '#petition.#head.#seq = :seq AND #petition.#head.#hash = :hash',
        ExpressionAttributeNames: {
          '#petition': 'petition',
          '#head': 'head',
          '#seq': 'seq',
          '#hash': 'hash',
        },
        ExpressionAttributeValues: { ':seq': before.head.seq, ':hash': before.head.hash },
      },
    },
  };
  const sorted = precedentItem(change);
  const held = heldItem(change);
  const decision =
    receipt === null
      ? []
      : [putNew('head', names.petitions, { ...keys.decision(after.id, receipt.nonce), ...receipt })];
  return [
    record,
    ...putCommon(names, change),
    ...decision,
    ...(sorted === null ? [] : [putNew('head', names.petitions, sorted)]),
    ...duplicateWrites(names.petitions, change),
    ...supportWrites(names.petitions, change),
    ...(held === null ? [] : [putNew('head', names.petitions, held)]),
    ...threadWrites(names, change),
    ...(change.matters ?? []).flatMap((matter) => matterWrites(names, matter)),
  ];
};
