import { createHash } from 'node:crypto';
import { NotFoundError } from '../../../core/errors.js';
import type { Denunciation, Sealer, Unsealer } from '../../../core/ports/sealed-vault.js';

/** Keeps what is sealed by itself and gives digits for it. */
export class FakeSealedVault implements Sealer, Unsealer {
  readonly #sealed = new Map<string, Denunciation>();
  /** Told of each opening. */
  onOpen: (fileId: string) => void = () => undefined;

  seal(fileId: string, denunciation: Denunciation) {
    this.#sealed.set(fileId, structuredClone(denunciation));
    const jwe = createHash('sha512')
      .update(`${fileId} ${JSON.stringify(denunciation)}`)
      .digest('hex');
    return Promise.resolve({
      jwe,
      wrappedKey: 'kk',
      sha256: createHash('sha256').update(jwe).digest('hex'),
    });
  }

  open(fileId: string): Promise<Denunciation> {
    this.onOpen(fileId);
    const found = this.#sealed.get(fileId);
    return found === undefined
      ? Promise.reject(new NotFoundError())
      : Promise.resolve(structuredClone(found));
  }
}
