/** Entries read at a time; also as many as one sweep has to handle: what is left over is found a minute later. */
const BATCH = 100;
/** What nobody can handle stays at the head of the index; a sweep looks behind this many pages of it. */
const MOST_PAGES = 20;

export interface Sweep<Entry> {
  read: (page: { limit: number; after?: Entry }) => Promise<Entry[]>;
  handle: (entry: Entry) => Promise<void>;
  /** Told of every entry that could not be handled, and of null when the entries themselves could not be read. */
  failed: (entry: Entry | null, error: unknown) => void;
  isTimeUp: () => boolean;
}

/**
 * Handles what is due, page by page, until a batch of it was handled. One entry that fails stops no other, and any number
 * of them up to the bound of pages does not starve those behind: what fails counts towards the pages only.
 */
export const sweep = async <Entry>({ read, handle, failed, isTimeUp }: Sweep<Entry>): Promise<void> => {
  let handled = 0;
  let after: Entry | undefined;
  const readPage = async (): Promise<Entry[]> => {
    try {
      return await read({ limit: BATCH, ...(after !== undefined && { after }) });
    } catch (error) {
      failed(null, error);
      return [];
    }
  };
  const handleOne = async (entry: Entry): Promise<void> => {
    try {
      await handle(entry);
      handled += 1;
    } catch (error) {
      failed(entry, error);
    }
  };
  for (let page = 0; page < MOST_PAGES && handled < BATCH; page += 1) {
    if (page > 0 && isTimeUp()) return;
    const entries = await readPage();
    for (const entry of entries) await handleOne(entry);
    if (entries.length < BATCH) return;
    after = entries.at(-1);
  }
};
