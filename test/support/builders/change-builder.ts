import type { Happening } from '../../../core/events.js';
import { applyEvent } from '../../../core/petition/fold.js';
import type { Notice } from '../../../core/petition/notices.js';
import type { Petition } from '../../../core/petition/petition.js';
import type { Intake, PetitionChange } from '../../../core/ports/petition-store.js';
import type { Thread } from '../../../core/ports/thread-store.js';
import { plusMs } from '../../../core/time.js';
import { aFirstEvent, aNextEvent, type Next } from './petition-builder.js';

/** A thread as intake makes it: the engine owes the first step within two minutes. */
export const aThread = (overrides: Partial<Thread> & Pick<Thread, 'petitionId'>): Thread => ({
  thread: 'lead',
  provinceId: 'hcm',
  run: 1,
  waitNo: 0,
  retry: 0,
  token: null,
  wakeSeq: 1,
  handledSeq: 0,
  wakeAt: '2025-03-03T01:32:00.000Z',
  ignoredWakes: 0,
  failures: 0,
  runStartedAt: '2025-03-03T01:30:00.000Z',
  ...overrides,
});

export const aNotice = (overrides: Partial<Notice> & Pick<Notice, 'petitionId'>): Notice => ({
  id: '000001-0',
  kind: 'receipt',
  to: { kind: 'resident' },
  provinceId: 'hcm',
  taskNo: null,
  seq: 1,
  sendAfter: '2025-03-03T01:30:00.000Z',
  ...overrides,
});

type Extra = Partial<Pick<PetitionChange, 'notices' | 'wake' | 'opens' | 'fence' | 'sealed' | 'receipt'>>;

const NOTHING = {
  notices: [],
  wake: null,
  fence: null,
  sealed: { document: null, wrappedKey: null },
  receipt: null,
} satisfies Extra;

/** What intake hands to the store for petition number `n`, with a receipt as its notice. */
export const aFirstChange = (
  first: Parameters<typeof aFirstEvent>[0] = {},
  extra: Extra = {},
): { change: PetitionChange; intake: Intake } => {
  const event = aFirstEvent(first);
  const after = applyEvent(null, event);
  const n = first.n ?? 1;
  const at = { petitionId: after.id, provinceId: after.provinceId };
  return {
    change: {
      ...NOTHING,
      before: null,
      event,
      after,
      notices: [aNotice({ ...at, sendAfter: after.receivedAt })],
      sealed: { document: `jwe-${n}-1`, wrappedKey: `key-${n}` },
      ...extra,
    },
    intake: {
      key: { key: `intake-${n}`, fingerprint: `body-${n}` },
      thread: aThread({ ...at, wakeAt: plusMs(after.receivedAt, 120_000), runStartedAt: after.receivedAt }),
      finders: [`contact-${n}`],
    },
  };
};

/** A later change of a petition. */
export const aNextChange = (
  before: Petition,
  happening: Happening,
  extra: Extra & { when?: Next } = {},
): PetitionChange => {
  const { when, ...rest } = extra;
  const event = aNextEvent(before, happening, when);
  return { ...NOTHING, before, event, after: applyEvent(before, event), ...rest };
};
