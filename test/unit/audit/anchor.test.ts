import { describe, expect, it } from 'vitest';
import {
  ANCHOR_FORMAT,
  isAnchoredIn,
  leafOfHead,
  rootOfAnchor,
  sealAnchor,
  type AnchorProof,
} from '../../../core/audit/anchor.js';
import { merkleTree, TREE_ALG } from '../../../core/audit/merkle.js';

const heads = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({
  petitionId: `petition-${id}`,
  seq: i + 1,
  hash: id.repeat(64),
}));
const tree = merkleTree(heads.map(leafOfHead));
const anchor = sealAnchor({
  ...({ format: ANCHOR_FORMAT, alg: TREE_ALG, no: 7, day: '2026-11-20', previous: '0'.repeat(64) } as const),
  trees: [{ provinceId: 'p-hcm', size: tree.size, root: tree.root }],
});
const proofOf = (index: number): AnchorProof => ({
  ...{ day: anchor.day, provinceId: 'p-hcm', index, size: tree.size, path: tree.proof(index) },
  head: heads[index] ?? { petitionId: '', seq: 0, hash: '' },
});

describe('an anchor', () => {
  it('proves each head of its day', () => {
    expect(heads.every((_, i) => isAnchoredIn(anchor, proofOf(i)))).toBe(true);
  });

  it.each([
    { of: 'another event', change: { head: { petitionId: 'petition-a', seq: 2, hash: 'a'.repeat(64) } } },
    { of: 'another hash', change: { head: { petitionId: 'petition-a', seq: 1, hash: 'b'.repeat(64) } } },
    { of: 'another petition', change: { head: { petitionId: 'petition-x', seq: 1, hash: 'a'.repeat(64) } } },
    { of: 'another province', change: { provinceId: 'p-hn' } },
    { of: 'another day', change: { day: '2026-11-21' } },
    { of: 'another size', change: { size: 6 } },
  ])('does not prove a head of $of', ({ change }) => {
    expect(isAnchoredIn(anchor, { ...proofOf(0), ...change })).toBe(false);
  });

  it.each([
    { of: 'number', change: { no: 8 } },
    { of: 'day', change: { day: '2026-11-21' } },
    { of: 'previous', change: { previous: null } },
    { of: 'trees', change: { trees: [] } },
  ])('has another root when its $of changes', ({ change }) => {
    expect(rootOfAnchor({ ...anchor, ...change })).not.toBe(anchor.root);
  });

  it('keeps its root when fields that are no part of it are added', () => {
    expect(rootOfAnchor(anchor)).toBe(anchor.root);
  });
});
