import type { Ids } from '../ports/ids.js';
import type { Keyed } from '../ports/keyed.js';
import { isSameText } from '../same-text.js';

const MAC_CHARS = 22;

/** A nonce for one rendering of a link's form: random, and bound to the link, so that only our page can have made it. */
export const createNonce = async (deps: { ids: Ids; keyed: Keyed }, linkHash: string): Promise<string> => {
  const random = Buffer.from(deps.ids.randomBytes(12)).toString('hex');
  return `${random}.${(await deps.keyed.mac('form-nonce', `${linkHash}.${random}`)).slice(0, MAC_CHARS)}`;
};

/** Was this nonce made by our page for this link? Compared in constant time. */
export const isGenuineNonce = async (keyed: Keyed, linkHash: string, nonce: string): Promise<boolean> => {
  const [random, mac, ...rest] = nonce.split('.');
  if (random === undefined || mac?.length !== MAC_CHARS || rest.length > 0) return false;
  const expected = (await keyed.mac('form-nonce', `${linkHash}.${random}`)).slice(0, MAC_CHARS);
  return isSameText(mac, expected);
};
