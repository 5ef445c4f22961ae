import { createHash } from 'node:crypto';

/** Tree hash of RFC 6962 section 2.1: SHA-256, leaves prefixed by 0x00, nodes by 0x01. */
export const TREE_ALG = 'sha256-rfc6962-1';

/** SHA-256 as 64 lower-case hex digits. */
export type HexHash = string;

const sha256 = (prefix: number, ...parts: Buffer[]): Buffer => {
  const hash = createHash('sha256').update(Buffer.of(prefix));
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const hashOfNode = (left: Buffer, right: Buffer): Buffer => sha256(0x01, left, right);

/** Hash of one leaf's content. */
export const leafHash = (content: string | Buffer): HexHash =>
  sha256(0x00, Buffer.from(content as string)).toString('hex');

/** The tree of no leaves: SHA-256 of nothing. */
const EMPTY = createHash('sha256').digest();

/** The levels of the tree, leaves first; a last node without a neighbour goes up as it is, which is RFC 6962's split. */
const levelsOf = (leaves: readonly HexHash[]): Buffer[][] => {
  const levels: Buffer[][] = [leaves.map((leaf) => Buffer.from(leaf, 'hex'))];
  for (let level = levels[0] ?? []; level.length > 1;) {
    const above: Buffer[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = [level[i], level[i + 1]];
      if (left !== undefined) above.push(right === undefined ? left : hashOfNode(left, right));
    }
    levels.push(above);
    level = above;
  }
  return levels;
};

/** A tree over leaf hashes, in their order. */
export interface MerkleTree {
  size: number;
  root: HexHash;
  /**
   * Audit path of the leaf at `index` (from 0), from the bottom up, at most log2(size) hashes.
   * @throws RangeError when there is no such leaf.
   */
  proof: (index: number) => HexHash[];
}

/** O(n) hashes and memory: 32 bytes twice a leaf. */
export const merkleTree = (leaves: readonly HexHash[]): MerkleTree => {
  const levels = levelsOf(leaves);
  const root = levels.at(-1)?.[0] ?? EMPTY;
  return {
    size: leaves.length,
    root: root.toString('hex'),
    proof: (index) => {
      if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
        throw new RangeError('no such leaf');
      return levels.flatMap((level, height) => {
        const sibling = level[Math.floor(index / 2 ** height) ^ 1];
        return sibling === undefined || level.length === 1 ? [] : [sibling.toString('hex')];
      });
    },
  };
};

/** Where a leaf stands in a tree, and the hashes beside its way up. */
export interface InclusionProof {
  index: number;
  size: number;
  path: readonly HexHash[];
}

const HEX = /^[0-9a-f]{64}$/;

const isPlace = (index: number, size: number): boolean =>
  Number.isSafeInteger(index) && Number.isSafeInteger(size) && index >= 0 && index < size;

/** The root that a leaf and its path give (RFC 9162 section 2.1.3.2); null when the path does not fit index and size. */
export const rootOfProof = (leaf: HexHash, { index, size, path }: InclusionProof): HexHash | null => {
  if (!isPlace(index, size) || !path.every((hash) => HEX.test(hash))) return null;
  let [at, last] = [index, size - 1];
  let hash: Buffer = Buffer.from(leaf, 'hex');
  for (const hex of path) {
    if (last === 0) return null;
    // A node without a right neighbour goes up unchanged until it is one.
    while (at % 2 === 0 && at === last) [at, last] = [at / 2, Math.floor(last / 2)];
    const sibling = Buffer.from(hex, 'hex');
    hash = at % 2 === 1 ? hashOfNode(sibling, hash) : hashOfNode(hash, sibling);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash.toString('hex') : null;
};
