/** Do the bytes have this ASCII text at `at`? False when they end before. */
export const hasAscii = (bytes: Uint8Array, at: number, text: string): boolean =>
  Array.from(text).every((character, i) => bytes[at + i] === character.charCodeAt(0));

export const concatBytes = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** A view of exactly these bytes, also when they are part of a larger buffer. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
