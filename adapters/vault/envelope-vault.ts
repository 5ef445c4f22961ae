import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { NotFoundError } from '../../core/errors.js';
import type { EventTexts, ResidentFile, SealedTexts, Vault } from '../../core/ports/vault.js';
import type { VaultItems } from '../dynamodb/vault-items.js';
import { ExpiringCache } from '../expiring-cache.js';
import {
  digester,
  openDocument,
  sealDocument,
  unwrapDataKey,
  wrapDataKey,
  wrappingKeyOf,
} from './sealing.js';
import type { WrappingKeys } from './wrapping-keys.js';

const PersonSchema = z.strictObject({
  name: z.string(),
  phone: z.string().nullable(),
  isContact: z.literal(true).optional(),
});

const FileSchema = z.strictObject({
  description: z.string(),
  address: z.string().nullable(),
  point: z.strictObject({ lat: z.number(), lon: z.number() }).nullable(),
  submitter: z.strictObject({
    kind: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
  }),
  onBehalfOf: PersonSchema.optional(),
  representatives: z.array(PersonSchema).optional(),
  receivedAtReason: z.string().optional(),
}) satisfies z.ZodType<ResidentFile>;

const TextsSchema = z.record(z.string(), z.string());

const FIRST = 1;
const KEY_BYTES = 32;
/** Long enough for the steps of one request, so short that an erased key is forgotten soon. */
const KEPT_KEYS = { maxAgeMs: 60_000, maxEntries: 100 };

/**
 * The vault by envelope encryption: each petition has a random data key, under which its documents are sealed; data
 * keys are wrapped (see wrapping-keys.ts) and lie in a table of their own. Destroying one destroys all texts and the
 * meaning of all digests of that petition.
 */
export class EnvelopeVault implements Vault {
  readonly #items: VaultItems;
  readonly #wrappingKeys: WrappingKeys;
  readonly #dataKeys = new ExpiringCache<Uint8Array>(KEPT_KEYS);

  constructor(deps: { items: VaultItems; wrappingKeys: WrappingKeys }) {
    this.#items = deps.items;
    this.#wrappingKeys = deps.wrappingKeys;
  }

  async sealFirst(
    petitionId: string,
    file: ResidentFile,
  ): Promise<SealedTexts & { digest(text: string): string }> {
    const dataKey = randomBytes(KEY_BYTES);
    const [document, wrappedKey] = await Promise.all([
      sealDocument({ petitionId, seq: FIRST }, FileSchema.parse(file), dataKey),
      this.#wrappingKeys.current().then((by) => wrapDataKey(petitionId, dataKey, by)),
    ]);
    return { document, wrappedKey, digest: digester(dataKey) };
  }

  async sealTexts(petitionId: string, seq: number, texts: EventTexts): Promise<SealedTexts> {
    const dataKey = await this.#dataKey(petitionId);
    return { document: await sealDocument({ petitionId, seq }, texts, dataKey), wrappedKey: null };
  }

  async digest(petitionId: string, text: string): Promise<string> {
    return digester(await this.#dataKey(petitionId))(text);
  }

  async openFile(petitionId: string): Promise<ResidentFile> {
    return FileSchema.parse(await this.#open(petitionId, FIRST));
  }

  async openTexts(petitionId: string, seq: number): Promise<EventTexts> {
    return TextsSchema.parse(await this.#open(petitionId, seq));
  }

  async #open(petitionId: string, seq: number): Promise<unknown> {
    const [dataKey, jwe] = await Promise.all([
      this.#dataKey(petitionId),
      this.#items.document(petitionId, seq),
    ]);
    if (jwe === null) throw new NotFoundError();
    return openDocument({ petitionId, seq }, jwe, dataKey);
  }

  #dataKey(petitionId: string): Promise<Uint8Array> {
    return this.#dataKeys.get(petitionId, async () => {
      const wrapped = await this.#items.wrappedKey(petitionId);
      if (wrapped === null) throw new NotFoundError();
      return unwrapDataKey(petitionId, wrapped, await this.#wrappingKeys.byEncrypted(wrappingKeyOf(wrapped)));
    });
  }
}
