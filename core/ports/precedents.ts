import type { Precedent } from '../petition/desk-precedent.js';

/** What the reception desk decided of matters that are alike; written with the commit of each decision. */
export interface DeskPrecedents {
  /** The newest of a key, newest first. */
  latest(key: string, limit: number): Promise<Precedent[]>;
}
