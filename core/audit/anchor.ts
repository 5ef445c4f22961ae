import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { LocalDay } from '../time.js';
import { leafHash, rootOfProof, TREE_ALG, type HexHash, type InclusionProof } from './merkle.js';

/** Form of an anchor; a later one gets another name, old anchors keep theirs. */
export const ANCHOR_FORMAT = 'kien-nghi-anchor-1';

/** The last event of a petition as one day's tree holds it. */
export interface AnchoredHead {
  petitionId: string;
  /** Number of that event, from 1. */
  seq: number;
  /** Its hash. */
  hash: HexHash;
}

/** The tree of one province's petitions: leaves in ascending order of `petitionId`, one a petition. */
export interface ProvinceTree {
  provinceId: string;
  size: number;
  root: HexHash;
}

/**
 * What is anchored of a day (a civil day in Việt Nam). A day on which nothing changed has an anchor without trees, so that
 * a missing day shows.
 */
export interface AnchorContent {
  format: typeof ANCHOR_FORMAT;
  /** How its trees are hashed. */
  alg: typeof TREE_ALG;
  /** From 1, without gaps. */
  no: number;
  day: LocalDay;
  /** Root of the anchor before; null in the first. */
  previous: HexHash | null;
  /** Ascending by `provinceId`; only provinces where something changed. */
  trees: readonly ProvinceTree[];
}

/** An anchor as it is stored: its content and the hash that stands for all of it, and for all anchors before. */
export interface Anchor extends AnchorContent {
  root: HexHash;
}

/** What proves that a head was anchored: the anchor, the province's tree in it, and the way from leaf to root. */
export interface AnchorProof extends InclusionProof {
  day: LocalDay;
  provinceId: string;
  head: AnchoredHead;
}

/** A leaf is the head in canonical JSON (RFC 8785). */
export const leafOfHead = ({ petitionId, seq, hash }: AnchoredHead): HexHash =>
  leafHash(canonicalize({ petitionId, seq, hash }) ?? '');

/** SHA-256 over the canonical JSON of the content. */
export const rootOfAnchor = ({ format, alg, no, day, previous, trees }: AnchorContent): HexHash =>
  createHash('sha256')
    .update(
      canonicalize({
        ...{ format, alg, no, day, previous },
        trees: trees.map(({ provinceId, size, root }) => ({ provinceId, size, root })),
      }) ?? '',
    )
    .digest('hex');

/** The anchor of a content. */
export const sealAnchor = (content: AnchorContent): Anchor => ({ ...content, root: rootOfAnchor(content) });

/** Does the proof lead from its head to the tree that this anchor names? The anchor's own root is checked apart. */
export const isAnchoredIn = (anchor: AnchorContent, proof: AnchorProof): boolean => {
  const tree = anchor.trees.find(({ provinceId }) => provinceId === proof.provinceId);
  return (
    anchor.day === proof.day &&
    tree?.size === proof.size &&
    rootOfProof(leafOfHead(proof.head), proof) === tree.root
  );
};
