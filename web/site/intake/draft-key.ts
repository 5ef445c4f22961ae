import { v4 } from 'uuid';

const STORED_AS = 'kien-nghi.draft-key';

/**
 * The Idempotency-Key of the draft at hand. It outlives a reload, so that a petition whose answer was lost is not handed
 * in twice. Only the key is stored: what was typed is personal and the machine may be shared.
 */
export const draftKey = (): string => {
  const stored = sessionStorage.getItem(STORED_AS);
  if (stored !== null) return stored;
  const fresh = v4();
  sessionStorage.setItem(STORED_AS, fresh);
  return fresh;
};

/** The next petition is another one. */
export const forgetDraftKey = (): void => {
  sessionStorage.removeItem(STORED_AS);
};
