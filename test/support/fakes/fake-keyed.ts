import { createHmac } from 'node:crypto';
import type { Keyed } from '../../../core/ports/keyed.js';

/** Keyed digests under a key that is no secret. */
export class FakeKeyed implements Keyed {
  constructor(private readonly key = 'khoa-thu') {}

  mac(purpose: string, text: string): Promise<string> {
    const derived = createHmac('sha256', this.key).update(purpose).digest();
    return Promise.resolve(createHmac('sha256', derived).update(text).digest('hex'));
  }
}
