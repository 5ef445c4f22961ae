import { describe, expect, it } from 'vitest';
import { leafHash, merkleTree, rootOfProof } from '../../../core/audit/merkle.js';

/** Test vectors of Certificate Transparency (google/certificate-transparency, merkletree/merkle_tree_test.cc). */
const INPUTS = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const leaves = (n: number) => Array.from({ length: n }, (_, i) => leafHash(`leaf ${i}`));

describe('a Merkle tree', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'has the known root for $size leaves',
    ({ size, root }) => {
      const known = INPUTS.map((hex) => leafHash(Buffer.from(hex, 'hex')));
      expect(merkleTree(known.slice(0, size)).root).toBe(root);
    },
  );

  it('proves each of its leaves, and none at the place of another, for every size up to 40', () => {
    for (let size = 1; size <= 40; size += 1) {
      const all = leaves(size);
      const tree = merkleTree(all);
      all.forEach((leaf, index) => {
        const path = tree.proof(index);
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        const proven = all.filter((other) => rootOfProof(other, { index, size, path }) === tree.root);
        expect(proven).toEqual([leaf]);
      });
    }
  });

  it('takes no path that is longer or shorter, or of another size or place', () => {
    const all = leaves(11);
    const { root, proof } = merkleTree(all);
    const [leaf = '', other = ''] = [all[10], all[0]];
    const path = proof(10);
    expect(rootOfProof(leaf, { index: 10, size: 11, path })).toBe(root);
    for (const wrong of [
      { index: 10, size: 11, path: [...path, other] },
      { index: 10, size: 11, path: path.slice(1) },
      { index: 9, size: 11, path },
      { index: 10, size: 16, path },
      { index: 11, size: 11, path },
      { index: -1, size: 11, path },
      { index: Number.NaN, size: 11, path },
      { index: 9.5, size: 11, path },
      { index: 10, size: 11.5, path },
      { index: 10, size: 11, path: path.map((hash) => hash.toUpperCase()) },
      { index: 10, size: 11, path: path.map((hash) => `${hash}00`) },
    ])
      expect(rootOfProof(leaf, wrong)).not.toBe(root);
  });

  it('has no proof of what it does not hold', () => {
    const tree = merkleTree(leaves(3));
    expect(() => tree.proof(3)).toThrow(RangeError);
    expect(() => tree.proof(-1)).toThrow(RangeError);
    expect(() => merkleTree([]).proof(0)).toThrow(RangeError);
  });
});
