import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { genesisHash, sealEvent } from '../../../core/audit/chain.js';
import { verifyPetition } from '../../../core/audit/verify-petition.js';
import { foldHistory } from '../../../core/petition/fold.js';
import { parseEvent } from '../../../core/events.js';
import type { StoredPetition } from '../../../core/ports/stored-petitions.js';
import { walk, walks } from './command-walks.js';

type Json = Record<string, unknown>;

interface Story {
  id: string;
  events: Json[];
  record: Json;
}

/** A random story as the table holds it: JSON, nothing else. */
const stories = walks.map((steps): Story => {
  const { events, records } = walk(steps);
  const { record, ...rest } = JSON.parse(
    JSON.stringify({ events, record: records.at(-1) }),
  ) as StoredPetition;
  return { id: events[0]!.petitionId, events: [...rest.events] as Json[], record: record as Json };
});

const kinds = ({ id }: Story, stored: StoredPetition): string[] =>
  verifyPetition(id, stored).map(({ kind }) => kind);

/** The paths to all leaves of a value. */
const leaves = (value: unknown, path: string[] = []): string[][] =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [path];

const edited = (value: Json, path: readonly string[]): Json => {
  const [key = '', ...rest] = path;
  const inner = value[key];
  if (rest.length > 0) {
    const changed = edited(inner as Json, rest);
    const isList = Array.isArray(value);
    return (isList ? (value as unknown[]).with(Number(key), changed) : { ...value, [key]: changed }) as Json;
  }
  const other = typeof inner === 'number' ? inner + 1 : typeof inner === 'string' ? `${inner}x` : 'x';
  return (
    Array.isArray(value) ? (value as unknown[]).with(Number(key), other) : { ...value, [key]: other }
  ) as Json;
};

/** Seals a history anew from its first event on, as somebody who may write the table could. */
const resealed = (id: string, events: readonly Json[]): Json[] => {
  const sealed: Json[] = [];
  for (const event of events) {
    const { hash: _hash, prevHash: _prevHash, alg: _alg, ...content } = event;
    const prevHash = (sealed.at(-1)?.['hash'] as string | undefined) ?? genesisHash(id);
    sealed.push(sealEvent(prevHash, content as { petitionId: string; seq: number } & Json));
  }
  return sealed;
};

describe('a petition that nobody touched', () => {
  test.prop([stories])('has no findings, whatever happened to it', (story) => {
    expect(verifyPetition(story.id, story)).toEqual([]);
  });
});

describe('a petition that was touched', () => {
  test.prop([stories, fc.nat(), fc.nat()])(
    'shows an edit of any field of any event',
    (story, which, where) => {
      const i = which % story.events.length;
      const event = story.events[i]!;
      const paths = leaves(event);
      const changed = story.events.with(i, edited(event, paths[where % paths.length]!));
      expect(verifyPetition(story.id, { ...story, events: changed })).not.toEqual([]);
    },
  );

  test.prop([stories, fc.nat()])('shows an event that is gone', (story, which) => {
    const i = which % story.events.length;
    const found = kinds(story, { ...story, events: story.events.toSpliced(i, 1) });
    expect(found.some((kind) => ['deleted', 'truncated'].includes(kind))).toBe(true);
  });

  test.prop([stories, fc.nat(), fc.nat()])('shows an event that was put in', (story, from, to) => {
    const copy = story.events[from % story.events.length]!;
    const events = story.events.toSpliced(to % (story.events.length + 1), 0, copy);
    expect(verifyPetition(story.id, { ...story, events })).not.toEqual([]);
  });

  test.prop([stories, fc.nat()])('shows two events that changed places', (story, which) => {
    fc.pre(story.events.length > 1);
    const i = which % (story.events.length - 1);
    const events = story.events.with(i, story.events[i + 1]!).with(i + 1, story.events[i]!);
    expect(kinds(story, { ...story, events })).toContain('reordered');
  });

  test.prop([stories, fc.nat()])(
    'shows an edit of any field of the record, by the name of the field',
    (story, where) => {
      const paths = leaves(story.record).filter(([field]) => field !== 'head');
      const path = paths[where % paths.length]!;
      expect(verifyPetition(story.id, { ...story, record: edited(story.record, path) })).toEqual([
        { kind: 'record-differs', fields: [path[0]] },
      ]);
    },
  );

  test.prop([stories, fc.nat()])(
    'shows a history that was sealed anew while the record was not',
    (story, which) => {
      const i = which % story.events.length;
      const changed = story.events.with(i, { ...story.events[i]!, at: '2020-01-01T00:00:00.000Z' });
      expect(verifyPetition(story.id, { ...story, events: resealed(story.id, changed) })).not.toEqual([]);
    },
  );

  test.prop([stories])(
    'does not show when record and head were made anew as well: that is what anchors are for',
    (story) => {
      const changed = story.events.with(0, { ...story.events[0]!, at: '2025-03-01T00:00:00.000Z' });
      const events = resealed(story.id, changed);
      const record = foldHistory(events.map(parseEvent));
      expect(verifyPetition(story.id, { events, record })).toEqual([]);
    },
  );
});

describe('what is no petition', () => {
  const [story] = fc.sample(stories, { numRuns: 1, seed: 1 }) as [Story];

  it.each<[string, unknown]>([
    ['nothing', null],
    ['a text', 'E'],
    ['an event without a hash', { petitionId: 'x', seq: 1 }],
  ])('%s in the history is named by its place', (_what, entry) => {
    expect(verifyPetition(story.id, { ...story, events: [entry, ...story.events] })).toEqual([
      { kind: 'no-event', place: 1 },
    ]);
  });

  it('a record that is gone, or is none, is a finding', () => {
    expect(kinds(story, { ...story, record: undefined })).toContain('record-missing');
    expect(kinds(story, { ...story, record: 'x' })).toContain('record-differs');
    expect(kinds(story, { ...story, record: { head: { seq: 0 } } })).toContain('record-differs');
  });

  it('an event that no release has written is a finding, well sealed as it may be', () => {
    const { seq, hash } = story.record['head'] as { seq: number; hash: string };
    const { hash: _hash, ...first } = story.events[0]!;
    const event = { ...first, seq: seq + 1, type: 'PetitionBurnt', data: {} };
    const sealed = sealEvent(hash, event as unknown as { petitionId: string; seq: number });
    const record = { ...story.record, head: { seq: seq + 1, hash: sealed.hash } };
    expect(verifyPetition(story.id, { events: [...story.events, sealed], record })).toEqual([
      { kind: 'unknown-event', seq: seq + 1 },
    ]);
  });

  it('sound events that tell no story are a finding', () => {
    const [first] = story.events;
    const events = resealed(story.id, [first!, { ...first, seq: 2 }]);
    const record = { head: { seq: 2, hash: events[1]!['hash'] } };
    expect(verifyPetition(story.id, { events, record })).toEqual([{ kind: 'impossible-history' }]);
  });
});
