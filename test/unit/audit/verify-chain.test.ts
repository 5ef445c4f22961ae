import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { genesisHash, hashOfEvent, sealEvent, type Sealed } from '../../../core/audit/chain.js';
import { verifyChain } from '../../../core/audit/verify-chain.js';

interface Entry extends Sealed {
  data: string;
}

const PETITION = '01936d6e-5c00-7000-8000-000000000001';

const chainOf = (length: number, petitionId = PETITION): Entry[] => {
  const events: Entry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const prevHash = events.at(-1)?.hash ?? genesisHash(petitionId);
    events.push(sealEvent(prevHash, { petitionId, seq, data: `event ${seq}` }));
  }
  return events;
};

const headOf = (events: readonly Entry[]) => ({ seq: events.length, hash: events.at(-1)!.hash });
const reseal = (event: Entry, change: Partial<Entry>): Entry => {
  const { petitionId, seq, data, prevHash } = { ...event, ...change };
  return sealEvent(prevHash, { petitionId, seq, data });
};
const found = (kind: string, seq: number, lastSeq = seq) => ({ kind, seq, lastSeq });

const lengths = fc.integer({ min: 1, max: 12 });
/** A chain and a place in it. */
const places = lengths.chain((length) => fc.tuple(fc.constant(chainOf(length)), fc.nat(length - 1)));

describe('an intact history', () => {
  test.prop([lengths])('has no findings, with or without its head', (length) => {
    const events = chainOf(length);
    expect(verifyChain(PETITION, events, headOf(events))).toEqual([]);
    expect(verifyChain(PETITION, events)).toEqual([]);
  });

  it('of another petition is not this one', () => {
    expect(verifyChain('other', chainOf(2))).toEqual([
      found('inserted', 1),
      found('truncated', 1),
      found('inserted', 2),
    ]);
  });
});

describe('an edit', () => {
  const edits = fc.constantFrom<Partial<Entry>>(
    { data: 'other' },
    { petitionId: 'other' },
    { alg: 'none' },
    { prevHash: 'f'.repeat(64) },
    { hash: 'f'.repeat(64) },
    { data: '\ud800' },
  );

  test.prop([places, edits])('is found where it is', ([events, i], edit) => {
    const changed = events.with(i, { ...events[i]!, ...edit });
    expect(verifyChain(PETITION, changed, headOf(events))).toEqual([found('edited', i + 1)]);
  });

  test.prop([places])('that was sealed anew is found where it is', ([events, i]) => {
    const changed = events.with(i, reseal(events[i]!, { data: 'other' }));
    expect(verifyChain(PETITION, changed, headOf(events))).toEqual([found('edited', i + 1)]);
  });

  test.prop([places])('that was sealed anew with another link is found where it is', ([events, i]) => {
    const changed = events.with(i, reseal(events[i]!, { prevHash: 'f'.repeat(64) }));
    expect(verifyChain(PETITION, changed, headOf(events))).toEqual([found('edited', i + 1)]);
  });

  it('that was sealed anew shows without the head too, unless nothing follows', () => {
    const events = chainOf(4);
    expect(verifyChain(PETITION, events.with(2, reseal(events[2]!, { data: 'other' })))).toEqual([
      found('edited', 3),
    ]);
    expect(verifyChain(PETITION, events.with(3, reseal(events[3]!, { data: 'other' })))).toEqual([]);
  });

  test.prop([places])('with the whole rest sealed anew does not fit the head', ([events, i]) => {
    const rewritten = events.slice(0, i);
    for (const event of events.slice(i))
      rewritten.push(
        reseal(event, { data: 'other', prevHash: rewritten.at(-1)?.hash ?? genesisHash(PETITION) }),
      );
    expect(verifyChain(PETITION, rewritten, headOf(events))).toEqual([found('edited', events.length)]);
  });
});

it('an event sealed in a way that nobody knows cannot be vouched for', () => {
  const events = chainOf(2);
  const unknown = { ...events[1]!, alg: 'none' };
  const last = { ...unknown, hash: hashOfEvent(unknown) };
  expect(verifyChain(PETITION, [events[0]!, last], headOf([events[0]!, last]))).toEqual([found('edited', 2)]);
});

describe('a deletion', () => {
  test.prop([fc.integer({ min: 2, max: 12 }), fc.nat(), fc.nat()])(
    'is found with its numbers',
    (length, a, b) => {
      const events = chainOf(length);
      const first = a % (length - 1);
      const count = 1 + (b % (length - 1 - first));
      const left = events.toSpliced(first, count);
      expect(verifyChain(PETITION, left, headOf(events))).toEqual([
        found('deleted', first + 1, first + count),
      ]);
      expect(verifyChain(PETITION, left)).toEqual([found('deleted', first + 1, first + count)]);
    },
  );

  test.prop([places])('of the end shows against the head', ([events, i]) => {
    expect(verifyChain(PETITION, events.slice(0, i), headOf(events))).toEqual([
      found('truncated', i + 1, events.length),
    ]);
  });

  it('of everything shows without a head too', () => {
    expect(verifyChain(PETITION, [])).toEqual([found('truncated', 1)]);
  });
});

describe('an insertion', () => {
  test.prop([places, fc.boolean()])('is told from the event whose number it took', ([events, i], before) => {
    const forged = reseal(events[i]!, { data: 'forged' });
    const changed = events.toSpliced(before ? i : i + 1, 0, forged);
    expect(verifyChain(PETITION, changed, headOf(events))).toEqual([found('inserted', i + 1)]);
  });

  test.prop([places])('from another petition is found', ([events, i]) => {
    const changed = events.toSpliced(i, 0, chainOf(events.length, 'other')[i]!);
    expect(verifyChain(PETITION, changed, headOf(events))).toEqual([found('inserted', i + 1)]);
  });

  test.prop([places])('of the same event twice is found', ([events, i]) => {
    const changed = events.toSpliced(i, 0, events[i]!);
    expect(verifyChain(PETITION, changed, headOf(events))).toEqual([found('inserted', i + 1)]);
  });

  test.prop([places])('of a linked branch is found as a whole', ([events, i]) => {
    const branch: Entry[] = events.slice(0, i);
    for (const event of events.slice(i))
      branch.push(reseal(event, { data: 'x', prevHash: branch.at(-1)?.hash ?? genesisHash(PETITION) }));
    const findings = verifyChain(PETITION, [...branch, ...events.slice(i)], headOf(events));
    expect(findings).toEqual(events.slice(i).map(({ seq }) => found('inserted', seq)));
  });

  it('behind the head is found', () => {
    const events = chainOf(4);
    expect(verifyChain(PETITION, events, headOf(events.slice(0, 3)))).toEqual([found('inserted', 4)]);
  });

  it('with a number that is none is found', () => {
    const events = chainOf(2);
    for (const seq of [0, -1, 1.5, 2 ** 60]) {
      const changed = [...events, reseal(events[1]!, { seq })];
      expect(verifyChain(PETITION, changed, headOf(events))).toEqual([found('inserted', seq)]);
    }
  });
});

describe('another order', () => {
  test.prop([
    lengths.chain((length) =>
      fc.tuple(
        fc.constant(chainOf(length)),
        fc.shuffledSubarray([...Array(length).keys()], { minLength: length }),
      ),
    ),
  ])('is found at the places that changed', ([events, order]) => {
    const shuffled = order.map((i) => events[i]!);
    const moved = order.filter((from, to) => from !== to).sort((a, b) => a - b);
    expect(verifyChain(PETITION, shuffled, headOf(events))).toEqual(
      moved.map((i) => found('reordered', i + 1)),
    );
  });
});

describe('any mixture of changes', () => {
  type Change = (events: Entry[], i: number) => Entry[];
  const CHANGES: Record<string, Change> = {
    edit: (events, i) => events.with(i, { ...events[i]!, data: 'other' }),
    renumber: (events, i) => events.with(i, { ...events[i]!, seq: events[i]!.seq + 3 }),
    resealedNumber: (events, i) => events.with(i, reseal(events[i]!, { seq: events[i]!.seq + 1 })),
    reseal: (events, i) => events.with(i, reseal(events[i]!, { data: 'resealed' })),
    remove: (events, i) => events.toSpliced(i, 1),
    copy: (events, i) => events.toSpliced(0, 0, events[i]!),
    forge: (events, i) =>
      events.toSpliced(
        i,
        0,
        sealEvent(events[i]!.prevHash, { petitionId: PETITION, seq: events[i]!.seq, data: 'forged' }),
      ),
    swap: (events, i) => [...events.slice(i), ...events.slice(0, i)],
  };
  const changes = fc.array(fc.tuple(fc.constantFrom(...Object.keys(CHANGES)), fc.nat()), {
    minLength: 1,
    maxLength: 5,
  });

  test.prop([lengths, changes], { numRuns: 1000 })('is never overlooked', (length, list) => {
    const events = chainOf(length);
    let changed = events;
    for (const [name, at] of list)
      if (changed.length > 0) changed = CHANGES[name]!(changed, at % changed.length);
    const isSame = JSON.stringify(changed) === JSON.stringify(events);
    expect(verifyChain(PETITION, changed, headOf(events)).length === 0).toBe(isSame);
  });
});
