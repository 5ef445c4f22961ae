import type { EntryChannel, LateEntryReason } from '../../../core/sealed/sealed-events.js';
import { checkDraft, EMPTY, required, SAID_CHECKS, saidOf, type Checks } from '../denounce/draft.js';
import type { DenunciationEntry } from '../sealed-api.js';
import type { FieldErrors } from '../ui/error-summary.js';

/** What the officer copies from the paper. In the memory of this page only. */
export const EMPTY_ENTRY = {
  ...EMPTY,
  desk: '',
  channel: '' as EntryChannel | '',
  receivedOn: '',
  lateReason: '' as LateEntryReason | '',
};
export type EntryDraft = typeof EMPTY_ENTRY;

const CHECKS: Checks<EntryDraft> = {
  channel: ({ channel }) => required(channel),
  receivedOn: ({ receivedOn }) => required(receivedOn),
  ...SAID_CHECKS,
};

/** Whether a reason is due, the day of the server decides. */
export const checkEntry = (draft: EntryDraft): FieldErrors => checkDraft(CHECKS, draft);

export const entryOf = (unit: string, draft: EntryDraft): DenunciationEntry => ({
  ...saidOf(unit, draft),
  ...(draft.desk !== '' && { desk: draft.desk }),
  channel: draft.channel === '' ? 'counter' : draft.channel,
  receivedOn: draft.receivedOn,
  ...(draft.lateReason !== '' && { lateReason: draft.lateReason }),
});
