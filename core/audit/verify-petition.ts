import canonicalize from 'canonicalize';
import * as z from 'zod';
import { parseEvent, type PetitionEvent } from '../events.js';
import { lazily } from '../lazily.js';
import { foldHistory } from '../petition/fold.js';
import type { Petition } from '../petition/petition.js';
import type { StoredPetition } from '../ports/stored-petitions.js';
import type { Sealed } from './chain.js';
import { verifyChain, type ChainFinding, type ChainHead } from './verify-chain.js';

export type PetitionFinding =
  | ChainFinding
  /** An event that the chain holds, of a form that no release has written. */
  | { kind: 'unknown-event'; seq: number }
  /** What lies at this place of the history (from 1) is no event at all. */
  | { kind: 'no-event'; place: number }
  /** The events are sound one by one and tell no possible story. */
  | { kind: 'impossible-history' }
  | { kind: 'record-missing' }
  /** Names of the fields in which the record is not what the history gives; never their values. */
  | { kind: 'record-differs'; fields: string[] };

const sealedSchema = lazily(() =>
  z.looseObject({
    petitionId: z.string(),
    seq: z.number(),
    alg: z.string(),
    prevHash: z.string(),
    hash: z.string(),
  }),
);

const headSchema = lazily(() =>
  z.looseObject({ head: z.looseObject({ seq: z.int().min(1), hash: z.string() }) }),
);

/** Events with the fields by which they are chained; whatever lacks one is named by its place. */
const readEvents = (events: readonly unknown[]): { sealed: Sealed[]; findings: PetitionFinding[] } => {
  const sealed: Sealed[] = [];
  const findings: PetitionFinding[] = [];
  events.forEach((event, i) => {
    const parsed = sealedSchema().safeParse(event);
    // The event as it lies there, not a copy: its hash is over every field that it has.
    if (parsed.success) sealed.push(event as Sealed);
    else findings.push({ kind: 'no-event', place: i + 1 });
  });
  return { sealed, findings };
};

const headOf = (record: unknown): ChainHead | undefined => {
  const parsed = headSchema().safeParse(record);
  return parsed.success ? { seq: parsed.data.head.seq, hash: parsed.data.head.hash } : undefined;
};

const readHistory = (
  events: readonly Sealed[],
): { history: PetitionEvent[]; findings: PetitionFinding[] } => {
  const history: PetitionEvent[] = [];
  const findings: PetitionFinding[] = [];
  for (const event of events) {
    try {
      history.push(parseEvent(event));
    } catch {
      findings.push({ kind: 'unknown-event', seq: event.seq });
    }
  }
  return { history, findings };
};

const same = (a: unknown, b: unknown): boolean => {
  try {
    return canonicalize(a) === canonicalize(b);
  } catch {
    return false;
  }
};

/** Fields of the record that are not what the fold gives, and those that it should not have. */
const differing = (record: unknown, folded: Petition): string[] => {
  const should = new Map<string, unknown>(Object.entries(folded));
  const is = new Map<string, unknown>(
    typeof record === 'object' && record !== null ? Object.entries(record) : [],
  );
  return [...new Set([...is.keys(), ...should.keys()])]
    .filter((field) => !same(is.get(field), should.get(field)))
    .sort();
};

const compare = (history: readonly PetitionEvent[], record: unknown): PetitionFinding[] => {
  let folded: Petition;
  try {
    folded = foldHistory(history);
  } catch {
    return [{ kind: 'impossible-history' }];
  }
  const fields = differing(record, folded);
  return fields.length === 0 ? [] : [{ kind: 'record-differs', fields }];
};

/**
 * Checks everything that can be checked of a petition inside the system: the chain against the record's head, then that the
 * events are known, then that the record is their fold. Never throws, whatever lies there. No finding means that history
 * and record are what was sealed, or that both were made anew as a whole: that only anchors outside the table show.
 */
export const verifyPetition = (petitionId: string, { events, record }: StoredPetition): PetitionFinding[] => {
  const missing: PetitionFinding[] = record === undefined ? [{ kind: 'record-missing' }] : [];
  const { sealed, findings } = readEvents(events);
  const chain = verifyChain(petitionId, sealed, headOf(record));
  const first = [...missing, ...findings, ...chain];
  if (first.length > 0) return first;
  const { history, findings: unknown } = readHistory(sealed);
  return unknown.length > 0 ? unknown : compare(history, record);
};
