import { describe, expect, it } from 'vitest';
import { parseSealedItem } from '../../../adapters/dynamodb/sealed-item.js';
import { genesisHash, sealEvent } from '../../../core/audit/chain.js';
import { verifyChain } from '../../../core/audit/verify-chain.js';
import { parseSealedEvent } from '../../../core/sealed/sealed-events.js';
import { applySealedEvent } from '../../../core/sealed/sealed-file.js';
import { standingOf } from '../../../core/sealed/standing.js';
import { aReceived } from '../../support/builders/sealed-builder.js';
import { registry, WARDS } from '../routing/shipped.js';

const WARD = `ubnd-xa/${WARDS.thoiAn}`;
const CITY = 'ubnd-tinh/p:79@2025-07';
const MOVED_TO = { id: 'thanh-tra-moi', name: 'Thanh tra mới', tier: 'tinh' };

/** As they were written before a file named who is excluded, and a move why. */
const history = (superiorToo: boolean) => {
  const { event } = aReceived(1);
  if (event.type !== 'DenunciationReceived') throw new Error(event.type);
  const { hash: _, prevHash: __, alg: ___, ...content } = event;
  const { excluded: ____, ...data } = event.data;
  const received = sealEvent(genesisHash(event.petitionId), { ...content, data: { ...data, superiorToo } });
  const moved = sealEvent(received.hash, {
    ...{ ...content, seq: 2, type: 'BodyChanged', actor: { kind: 'system' } },
    data: { body: MOVED_TO, rule: 'superior' },
  });
  return JSON.parse(JSON.stringify([received, moved])) as unknown[];
};

const folded = (superiorToo = false) => {
  const events = history(superiorToo).map(parseSealedEvent);
  const [first, second] = events;
  if (first === undefined || second === undefined) throw new Error('two');
  return { events, received: applySealedEvent(null, first), second };
};

describe('files that were stored before exclusions were named', () => {
  it('are read, and the chain holds over the events as they are stored', () => {
    const { events, received, second } = folded();
    expect(events).toEqual(history(false));
    const file = applySealedEvent(received, second);
    expect(verifyChain(file.id, events, file.head)).toEqual([]);
    expect(file).toMatchObject({ body: MOVED_TO, excluded: { accused: [WARD], below: [] } });
  });

  it('have a record that is read: those accused are excluded', () => {
    const { excluded: _, ...file } = folded().received;
    const post = { status: 'UNREACHED', attempts: 2, leaseUntil: null };
    const read = parseSealedItem({ file, post });
    expect(read.file.excluded).toEqual({ accused: [WARD], below: [] });
    expect(parseSealedItem({ file: { ...file, accused: null }, post }).file.excluded).toEqual({
      accused: [],
      below: [],
    });
  });

  it('keep out the superior of the day of receipt where it is accused too', () => {
    const { received } = folded(true);
    const { excluded } = standingOf(registry, received, '2026-12-02');
    expect(excluded.accused).toEqual([WARD, CITY]);
  });
});
