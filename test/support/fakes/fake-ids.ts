import { createHash } from 'node:crypto';
import type { Ids } from '../../../core/ports/ids.js';
import { petitionIdNo } from '../builders/petition-builder.js';

/** Ids in a fixed order: petition 1, 2, 3 …; bytes that look random and are the same in each run. */
export class FakeIds implements Ids {
  #petitions = 0;
  #calls = 0;

  petitionId(): string {
    this.#petitions += 1;
    return petitionIdNo(this.#petitions);
  }

  randomBytes(count: number): Uint8Array {
    this.#calls += 1;
    if (count > 64) throw new RangeError('at most 64 bytes');
    return createHash('sha512').update(`bytes ${this.#calls}`).digest().subarray(0, count);
  }
}
