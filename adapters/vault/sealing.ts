import { createHmac, hkdfSync } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from 'jose';
import * as z from 'zod';

const CONTENT = { alg: 'dir', enc: 'A256GCM' } as const;
const encoder = new TextEncoder();

/** A ciphertext that does not open, or not at the place where it was found: swapped, cut or forged. */
export class BrokenSealError extends Error {
  override readonly name = 'BrokenSealError';
}

const open = async (jwe: string, key: Uint8Array): Promise<{ plaintext: Uint8Array; header: unknown }> => {
  const options = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
  try {
    const { plaintext, protectedHeader } = await compactDecrypt(jwe, key, options);
    return { plaintext, header: protectedHeader };
  } catch (error) {
    throw new BrokenSealError('a ciphertext does not open', { cause: error });
  }
};

/** Place of a document: authenticated with it, so that no ciphertext can stand in for another. */
export interface Place {
  petitionId: string;
  seq: number;
}

const PlaceSchema = z.object({ kid: z.string(), seq: z.int() });

/** Seals bytes as compact JWE. `kid` names the data key: each petition has one. */
export const sealBytes = (place: Place, bytes: Uint8Array, dataKey: Uint8Array): Promise<string> =>
  new CompactEncrypt(bytes)
    .setProtectedHeader({ ...CONTENT, kid: place.petitionId, seq: place.seq })
    .encrypt(dataKey);

/** Seals a JSON document. */
export const sealDocument = (place: Place, document: unknown, dataKey: Uint8Array): Promise<string> =>
  sealBytes(place, encoder.encode(JSON.stringify(document)), dataKey);

/** @throws BrokenSealError when it does not open or belongs elsewhere. */
export const openBytes = async (place: Place, jwe: string, dataKey: Uint8Array): Promise<Uint8Array> => {
  const { plaintext, header } = await open(jwe, dataKey);
  const { kid, seq } = PlaceSchema.parse(header);
  if (kid !== place.petitionId || seq !== place.seq)
    throw new BrokenSealError('a ciphertext of another place');
  return plaintext;
};

/** @throws as openBytes. */
export const openDocument = async (place: Place, jwe: string, dataKey: Uint8Array): Promise<unknown> =>
  JSON.parse(new TextDecoder().decode(await openBytes(place, jwe, dataKey))) as unknown;

/** A key that wraps data keys, with the form in which only the key service can read it. */
export interface WrappingKey {
  key: Uint8Array;
  /** Base64url; travels in the header of everything it wraps. */
  encrypted: string;
}

const WrapHeaderSchema = z.object({ kid: z.string(), kek: z.string() });

/** Wraps the data key of a petition. */
export const wrapDataKey = (petitionId: string, dataKey: Uint8Array, by: WrappingKey): Promise<string> =>
  new CompactEncrypt(dataKey)
    .setProtectedHeader({ ...CONTENT, kid: petitionId, kek: by.encrypted })
    .encrypt(by.key);

/** Gives the encrypted wrapping key that a wrapped data key names. Not authenticated until it is opened with it. */
export const wrappingKeyOf = (wrapped: string): string =>
  WrapHeaderSchema.parse(decodeProtectedHeader(wrapped)).kek;

/** @throws BrokenSealError when it does not open or is the key of another petition. */
export const unwrapDataKey = async (
  petitionId: string,
  wrapped: string,
  key: Uint8Array,
): Promise<Uint8Array> => {
  const { plaintext, header } = await open(wrapped, key);
  if (WrapHeaderSchema.parse(header).kid !== petitionId)
    throw new BrokenSealError('a key of another petition');
  return plaintext;
};

/**
 * Digest of a text for the event's data: HMAC under a salt derived from the data key. Nobody can guess texts against it
 * without that key, and when the key is destroyed the digest says nothing any more.
 */
export const digester = (dataKey: Uint8Array): ((text: string) => string) => {
  const salt = Buffer.from(hkdfSync('sha256', dataKey, '', 'kien-nghi/text-digest', 32));
  return (text) => createHmac('sha256', salt).update(text).digest('hex');
};
