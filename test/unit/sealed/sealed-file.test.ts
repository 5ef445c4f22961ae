import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { verifyChain } from '../../../core/audit/verify-chain.js';
import { IllegalTransitionError } from '../../../core/errors.js';
import { parseSealedEvent, type SealedHappening } from '../../../core/sealed/sealed-events.js';
import { isSealedLate, nextDateOf, sealedFileSchema } from '../../../core/sealed/sealed-file.js';
import {
  aReceived,
  CLOSED,
  HANDED_OVER,
  thenSealed,
  UNSEALED,
} from '../../support/builders/sealed-builder.js';

const MOVED: SealedHappening = {
  type: 'BodyChanged',
  data: {
    body: { id: 'moi', name: 'Cơ quan mới', tier: 'tinh' },
    ...{ rule: 'superior', why: 'body-ended', excluded: { accused: ['cu', 'nua'], below: [] } },
  },
};

describe('a denunciation', () => {
  it('is received, handed over and closed; what was handed over stays known', () => {
    const received = aReceived(1).after;
    const handed = thenSealed(received, HANDED_OVER).after;
    const closed = thenSealed(handed, CLOSED).after;
    expect([received, handed, closed].map(({ status }) => status)).toEqual([
      'RECEIVED',
      'HANDED-OVER',
      'CLOSED',
    ]);
    expect(closed).toMatchObject({
      handedOver: { documentNo: '125/QĐ-TTr' },
      closed: { closure: 'passed-on' },
    });
  });

  it.each([
    [[HANDED_OVER], HANDED_OVER],
    [[CLOSED], CLOSED],
    [[CLOSED], HANDED_OVER],
    [[CLOSED], MOVED],
    [[], aReceived(9).event as SealedHappening],
  ])('after %j does not take %j', (before, next) => {
    const file = before.reduce((at, happening) => thenSealed(at, happening).after, aReceived(1).after);
    expect(() => thenSealed(file, { type: next.type, data: next.data } as SealedHappening)).toThrow(
      IllegalTransitionError,
    );
  });

  it('is late after its next date only, and never once it is closed', () => {
    const { after } = aReceived(1, { checkBy: '2026-11-11T10:00:00.000Z' });
    expect(isSealedLate(after, '2026-11-11T10:00:00.000Z')).toBe(false);
    expect(isSealedLate(after, '2026-11-11T10:00:00.001Z')).toBe(true);
    expect(isSealedLate(thenSealed(after, CLOSED).after, '2030-01-01T00:00:00.000Z')).toBe(false);
  });

  it('counts every look, also after its end', () => {
    const closed = thenSealed(aReceived(1).after, CLOSED).after;
    expect(thenSealed(thenSealed(closed, UNSEALED).after, UNSEALED).after.unsealings).toBe(2);
  });

  test.prop([fc.array(fc.constantFrom(UNSEALED, HANDED_OVER, CLOSED, MOVED), { maxLength: 12 })])(
    'always has a body, and a next date until it is closed; its chain is whole and every event parses',
    (happenings) => {
      const first = aReceived(1);
      let file = first.after;
      const events = [first.event];
      for (const happening of happenings)
        try {
          const change = thenSealed(file, happening);
          file = change.after;
          events.push(change.event);
        } catch (error) {
          expect(error).toBeInstanceOf(IllegalTransitionError);
        }
      expect(file.body.id).not.toBe('');
      expect(nextDateOf(file) === null).toBe(file.status === 'CLOSED');
      expect(sealedFileSchema().parse(file)).toEqual(file);
      expect(verifyChain(file.id, events, file.head)).toEqual([]);
      expect(events.map((event) => parseSealedEvent(JSON.parse(JSON.stringify(event))))).toEqual(events);
      const edited = structuredClone(events);
      const [received] = edited;
      if (received?.type === 'DenunciationReceived') received.data.body.name = 'Cơ quan khác';
      expect(verifyChain(file.id, edited, file.head)).not.toEqual([]);
    },
  );
});
