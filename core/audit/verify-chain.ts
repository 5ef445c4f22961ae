import { genesisHash, HASH_ALG, hashOfEvent, type Sealed } from './chain.js';

/** What happened to the events `seq` to `lastSeq` (inclusive). */
export interface ChainFinding {
  /**
   * `edited`: content, link or hash is not what was sealed. `deleted`: a number is missing in between. `truncated`: the
   * end is missing. `inserted`: an event that was never part of the chain. `reordered`: not in its place.
   */
  kind: 'edited' | 'deleted' | 'inserted' | 'reordered' | 'truncated';
  seq: number;
  lastSeq: number;
}

/** Number and hash of the last event, from a place that whoever changes the history cannot change with it. */
export interface ChainHead {
  seq: number;
  hash: string;
}

interface Examined {
  event: Sealed;
  position: number;
  /** The hash that its content gives; undefined when the content is no JSON. */
  computed: string | undefined;
  isIntact: boolean;
}

const finding = (kind: ChainFinding['kind'], seq: number, lastSeq = seq): ChainFinding => ({
  kind,
  seq,
  lastSeq,
});

const examine = (event: Sealed, position: number): Examined => {
  let computed: string | undefined;
  try {
    computed = hashOfEvent(event);
  } catch {
    // Content that has no canonical form (a lone surrogate, NaN) was never sealed.
  }
  return { event, position, computed, isIntact: event.alg === HASH_ALG && event.hash === computed };
};

const hasHash = (examined: Examined, hash: string): boolean =>
  examined.event.hash === hash || examined.computed === hash;

/** An event that cannot belong here whatever its neighbours say. One with a bad hash may be ours, with its id edited. */
const isForeign = ({ event, isIntact }: Examined, petitionId: string, head?: ChainHead): boolean =>
  !Number.isSafeInteger(event.seq) ||
  event.seq < 1 ||
  (head !== undefined && event.seq > head.seq) ||
  (isIntact && event.petitionId !== petitionId);

/**
 * One event for each number, ascending. Of several with the same number the one that its successor (or the head) names
 * is ours; where nothing names one, the intact one that was found first.
 */
const chooseOwn = (candidates: readonly Examined[], head?: ChainHead): Examined[] => {
  const bySeq = new Map<number, Examined[]>();
  for (const one of candidates) bySeq.set(one.event.seq, [...(bySeq.get(one.event.seq) ?? []), one]);
  const own: Examined[] = [];
  let named = head;
  for (const [seq, group] of [...bySeq].sort(([a], [b]) => b - a)) {
    const expected = named?.seq === seq ? named.hash : undefined;
    const chosen =
      group.find((one) => expected !== undefined && hasHash(one, expected)) ??
      group.find(({ isIntact }) => isIntact) ??
      group[0];
    if (chosen === undefined) continue;
    own.push(chosen);
    named = { seq: seq - 1, hash: chosen.event.prevHash };
  }
  return own.reverse();
};

const findGaps = (own: readonly Examined[], head?: ChainHead): ChainFinding[] => {
  const gaps: ChainFinding[] = [];
  let last = 0;
  for (const { event } of own) {
    if (event.seq > last + 1) gaps.push(finding('deleted', last + 1, event.seq - 1));
    last = event.seq;
  }
  // A petition has at least its first event.
  const end = head?.seq ?? 1;
  return last < end ? [...gaps, finding('truncated', last + 1, end)] : gaps;
};

const findMoved = (own: readonly Examined[]): ChainFinding[] =>
  own
    .toSorted((a, b) => a.position - b.position)
    .filter((found, i) => found !== own[i])
    .map(({ event }) => finding('reordered', event.seq));

/** Does an event name another hash than that of the one before it? A gap before it is a finding of its own. */
const isLinkBroken = (petitionId: string, before: Examined | undefined, { event }: Examined): boolean => {
  if (event.seq === 1) return event.prevHash !== genesisHash(petitionId);
  return before?.event.seq === event.seq - 1 && !hasHash(before, event.prevHash);
};

/** Does what follows an event (the next one, else the head) name another hash? Unknown when nothing follows. */
const isDisowned = (one: Examined, next: Examined | undefined, head?: ChainHead): boolean => {
  const { seq } = one.event;
  if (next?.event.seq === seq + 1) return !hasHash(one, next.event.prevHash);
  return head?.seq === seq && !hasHash(one, head.hash);
};

/**
 * Events whose hash is wrong, and, where all hashes are right but a link is broken, the one that was sealed anew: the
 * later one if what follows disowns it too, else the earlier one.
 */
const findEdited = (petitionId: string, own: readonly Examined[], head?: ChainHead): ChainFinding[] => {
  const edited = new Set(own.filter(({ isIntact }) => !isIntact));
  own.forEach((one, i) => {
    const before = own[i - 1];
    const isBlamed = edited.has(one) || (before !== undefined && edited.has(before));
    if (isBlamed || !isLinkBroken(petitionId, before, one)) return;
    edited.add(before === undefined || isDisowned(one, own[i + 1], head) ? one : before);
  });
  const last = own.at(-1);
  if (last !== undefined && isDisowned(last, undefined, head)) edited.add(last);
  return [...edited].map(({ event }) => finding('edited', event.seq));
};

/**
 * Checks a petition's history, given in the order in which it is stored. No finding means: with the head, exactly the
 * events that were sealed; without it, a missing end or another last event cannot show. Any other change gives at least
 * one finding; its kind is the simplest explanation. Who can reseal all events and the head as well is caught only by the
 * anchors outside the table.
 */
export const verifyChain = (
  petitionId: string,
  events: readonly Sealed[],
  head?: ChainHead,
): ChainFinding[] => {
  const examined = events.map(examine);
  const own = chooseOwn(
    examined.filter((one) => !isForeign(one, petitionId, head)),
    head,
  );
  const isOwn = new Set(own);
  const inserted = examined
    .filter((one) => !isOwn.has(one))
    .map(({ event }) => finding('inserted', event.seq));
  return [...inserted, ...findGaps(own, head), ...findMoved(own), ...findEdited(petitionId, own, head)].sort(
    (a, b) => a.seq - b.seq || a.kind.localeCompare(b.kind),
  );
};
