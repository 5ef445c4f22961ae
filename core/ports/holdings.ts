import type { Instant } from '../time.js';

export interface HoldingsPage {
  /** At most `limit`; may be fewer, even none, and still be followed by others. */
  petitionIds: string[];
  /** Where to go on; absent when nothing can follow. */
  next?: string;
}

/** Which petitions an agency held at an instant, by times that are over and by what it holds now. */
export interface Holdings {
  /**
   * Index reads: what moves while the pages are read may be missing, and what was committed a moment ago; of an instant
   * that is past by then nothing else changes. Looks at no more than 1,000 index items a page. No order is promised.
   * @throws ValidationError `invalid-cursor` when the cursor was changed or belongs to another question.
   */
  heldAt(
    asked: { agencyId: string; at: Instant },
    page: { limit: number; cursor?: string },
  ): Promise<HoldingsPage>;
}
