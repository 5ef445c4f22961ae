import { applyEvent } from '../../../core/petition/fold.js';
import type { NewMatter } from '../../../core/ports/petition-store.js';
import { plusMs } from '../../../core/time.js';
import { aThread } from './change-builder.js';
import { aFirstEvent } from './petition-builder.js';

/** Petition number `n`, as a matter that comes with the change of its submission. */
export const aMatter = (n: number, code?: string): NewMatter => {
  const event = aFirstEvent(code === undefined ? { n } : { n, data: { code } });
  const after = applyEvent(null, event);
  return {
    event,
    after,
    thread: aThread({
      ...{ petitionId: after.id, provinceId: after.provinceId },
      ...{ wakeAt: plusMs(after.receivedAt, 120_000), runStartedAt: after.receivedAt },
    }),
    sealed: { document: `jwe-${n}-1`, wrappedKey: `key-${n}` },
    finders: [`contact-${n}`, `contact-${n}-b`],
    sketch: { count: 1, marks: ['0a1b2c3d'] },
  };
};
