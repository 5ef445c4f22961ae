import { precedentItem } from '../../../adapters/dynamodb/desk-precedents.js';
import { linkChangeOf, linkItem, sketchItem } from '../../../adapters/dynamodb/duplicate-writes.js';
import { parseEventItem, toEventItem } from '../../../adapters/dynamodb/event-item.js';
import { heldItem } from '../../../adapters/dynamodb/held-item.js';
import { historyPartition, keys } from '../../../adapters/dynamodb/keys.js';
import { newNotice, toNoticeItem } from '../../../adapters/dynamodb/notice-item.js';
import { parsePetitionItem, toPetitionItem } from '../../../adapters/dynamodb/petition-item.js';
import { finderItem } from '../../../adapters/dynamodb/petition-writes.js';
import { supportItems } from '../../../adapters/dynamodb/support-writes.js';
import { toThreadItem } from '../../../adapters/dynamodb/thread-item.js';
import { HeadConflictError, StaleRunError } from '../../../core/errors.js';
import type { PetitionEvent } from '../../../core/events.js';
import type { Petition } from '../../../core/petition/petition.js';
import type {
  DecisionReceipt,
  Intake,
  NewMatter,
  IntakeOutcome,
  PetitionChange,
  PetitionStore,
  UsedKey,
} from '../../../core/ports/petition-store.js';
import { type InMemoryDatabase, type Item, putNew, valuesOf, type Write } from './in-memory-database.js';

const common = ({
  event,
  notices,
  sealed,
  after,
}: Pick<PetitionChange, 'event' | 'notices' | 'sealed' | 'after'>): Write[] => [
  putNew('head', 'Petitions', toEventItem(event)),
  ...notices.map((notice) => putNew('head', 'Petitions', toNoticeItem(newNotice(notice)))),
  ...(sealed.document === null
    ? []
    : [putNew('head', 'Residents', { ...keys.document(after.id, event.seq), jwe: sealed.document })]),
  ...(sealed.wrappedKey === null
    ? []
    : [putNew('head', 'ResidentKeys', { ...keys.dataKey(after.id), wrappedKey: sealed.wrappedKey })]),
];

const onThread = (
  { after, fence, wake }: Pick<PetitionChange, 'after' | 'fence' | 'wake'>,
  thread: string,
): Write[] => {
  const write: Write = {
    name: 'thread',
    table: 'Petitions',
    key: keys.thread(after.id, thread),
    check: (item) => item !== undefined && (fence === null || item['run'] === fence.run),
  };
  if (wake === null) return [write];
  const raise = (item: Item | undefined): Item | undefined =>
    item && { ...item, wakeSeq: Number(item['wakeSeq']) + 1, wakeAt: wake.graceUntil };
  return [{ ...write, apply: raise }];
};

const onThreads = ({ after, fence, wake, opens = [] }: PetitionChange): Write[] => {
  const woken = wake === null ? [] : (wake.threads ?? ['lead']);
  const touched = new Set([...(fence === null ? [] : [fence.thread]), ...woken]);
  return [
    ...[...touched].flatMap((thread) =>
      onThread(
        {
          after,
          fence: fence?.thread === thread ? fence : null,
          wake: woken.includes(thread) ? wake : null,
        },
        thread,
      ),
    ),
    ...opens.map((thread) => putNew('head', 'Petitions', toThreadItem(thread))),
  ];
};

const ofMatter = ({ event, after, thread, sealed, finders, sketch }: NewMatter): Write[] => [
  putNew('head', 'Petitions', { ...keys.code(after.code), petitionId: after.id }),
  putNew('head', 'Petitions', toPetitionItem(after)),
  putNew('head', 'Petitions', toThreadItem(thread)),
  ...finders.map((finder) => putNew('head', 'Residents', finderItem(finder, after.id))),
  putNew('head', 'Residents', sketchItem(after.id, sketch)),
  ...common({ event, after, sealed, notices: [] }),
];

const onDuplicate = (change: PetitionChange): Write[] => {
  const link = linkChangeOf(change);
  if (link === null) return [];
  const item = linkItem(link);
  const put: Write = {
    name: 'head',
    table: 'Petitions',
    key: { pk: item.pk, sk: item.sk },
    apply: () => item,
  };
  const canBeFollowed = (found: Item | undefined): boolean =>
    found !== undefined &&
    !['LINKED', 'WITHDRAWN', 'SPLIT', 'CLOSED'].includes(parsePetitionItem(found).status);
  return link.isLinked
    ? [put, { name: 'head', table: 'Petitions', key: keys.petition(link.mainId), check: canBeFollowed }]
    : [put];
};

export class InMemoryPetitionStore implements PetitionStore {
  constructor(private readonly database: InMemoryDatabase) {}

  async create(change: PetitionChange, intake: Intake): Promise<IntakeOutcome> {
    const { id, code } = change.after;
    const { key, fingerprint } = intake.key;
    const failed = this.database.transact([
      putNew('intake', 'Petitions', { ...keys.intake(key), petitionId: id, fingerprint }),
      putNew('head', 'Petitions', { ...keys.code(code), petitionId: id }),
      putNew('head', 'Petitions', toPetitionItem(change.after)),
      putNew('head', 'Petitions', toThreadItem(intake.thread)),
      ...intake.finders.map((finder) => putNew('head', 'Residents', finderItem(finder, id))),
      ...(intake.sketch === undefined ? [] : [putNew('head', 'Residents', sketchItem(id, intake.sketch))]),
      ...common(change),
      ...(intake.split === undefined
        ? []
        : [
            putNew('head', 'Petitions', toEventItem(intake.split.event)),
            ...intake.split.matters.flatMap(ofMatter),
          ]),
    ]);
    if (failed.size === 0) return Promise.resolve({ kind: 'created' });
    const first = await this.intake(key);
    if (first === null) throw new HeadConflictError();
    if (first.fingerprint !== fingerprint) return { kind: 'mismatch' };
    return { kind: 'repeated', petitionId: first.petitionId };
  }

  intake(key: string): Promise<UsedKey | null> {
    const item = this.database.get('Petitions', keys.intake(key));
    return Promise.resolve(item === undefined ? null : (valuesOf(item) as unknown as UsedKey));
  }

  async commit(change: PetitionChange): Promise<void> {
    const { before, after, receipt } = change;
    if (before === null) throw new TypeError('a later change needs the record before it');
    const isAtHead = (item: Item | undefined): boolean => {
      const head = item && parsePetitionItem(item).head;
      return head?.seq === before.head.seq && head.hash === before.head.hash;
    };
    const item = toPetitionItem(after);
    const sorted = precedentItem(change);
    const held = heldItem(change);
    const failed = this.database.transact([
      { name: 'head', table: 'Petitions', key: keys.petition(after.id), check: isAtHead, apply: () => item },
      ...common(change),
      ...(receipt === null
        ? []
        : [putNew('head', 'Petitions', { ...keys.decision(after.id, receipt.nonce), ...receipt })]),
      ...(sorted === null ? [] : [putNew('head', 'Petitions', sorted)]),
      ...onDuplicate(change),
      ...supportItems(change).map((entry): Write => ({
        name: 'head',
        table: 'Petitions',
        key: { pk: entry.pk, sk: entry.sk },
        apply: () => entry,
      })),
      ...(held === null ? [] : [putNew('head', 'Petitions', held)]),
      ...onThreads(change),
      ...(change.matters ?? []).flatMap(ofMatter),
    ]);
    if (failed.has('thread')) throw new StaleRunError();
    if (failed.size > 0) throw new HeadConflictError();
    return Promise.resolve();
  }

  load(petitionId: string): Promise<Petition | null> {
    const item = this.database.get('Petitions', keys.petition(petitionId));
    return Promise.resolve(item === undefined ? null : parsePetitionItem(item));
  }

  async findByCode(code: string): Promise<Petition | null> {
    const item = this.database.get('Petitions', keys.code(code));
    return item === undefined ? null : this.load(String(item['petitionId']));
  }

  history(petitionId: string): Promise<PetitionEvent[]> {
    return Promise.resolve(
      this.database.query('Petitions', historyPartition(petitionId)).map(parseEventItem),
    );
  }

  receipt(petitionId: string, nonce: string): Promise<DecisionReceipt | null> {
    const item = this.database.get('Petitions', keys.decision(petitionId, nonce));
    return Promise.resolve(item === undefined ? null : (valuesOf(item) as unknown as DecisionReceipt));
  }
}
