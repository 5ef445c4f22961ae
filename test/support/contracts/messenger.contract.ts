import { describe, expect, test } from 'vitest';
import { TransientError } from '../../../core/errors.js';
import type { Messenger, ShortMessage } from '../../../core/ports/messenger.js';

export interface MessengerUnderTest {
  messenger: Messenger;
  /** What the gateway has taken. */
  taken: () => readonly Pick<ShortMessage, 'messageId' | 'to' | 'text' | 'at'>[];
  /** What the next message meets. */
  failNext: (trouble: 'refused' | 'refused-for-good' | 'lost-answer') => void;
}

export const aMessage = (overrides: Partial<ShortMessage> = {}): ShortMessage => ({
  messageId: '01950000-0000-7000-8000-000000000001.000001-0',
  to: '+84900000001',
  text: 'Kien nghi 7QK2-M4TX-9B3R-D da duoc tiep nhan.',
  at: '2025-03-03T01:30:00.000Z',
  ...overrides,
});

/** What every way to telephones must do. */
export const messengerContract = (create: () => Promise<MessengerUnderTest>): void => {
  describe('a messenger', () => {
    test('hands over number, text, id and legal time', async () => {
      const { messenger, taken } = await create();
      await messenger.ready();
      expect(await messenger.send(aMessage())).toEqual({ kind: 'accepted' });
      expect(taken()).toMatchObject([aMessage()]);
    });

    test('asked twice under one id, lets one message leave', async () => {
      const { messenger, taken } = await create();
      await messenger.send(aMessage());
      expect(await messenger.send(aMessage())).toEqual({ kind: 'accepted' });
      await messenger.send(aMessage({ messageId: '01950000-0000-7000-8000-000000000001.000003-0' }));
      expect(taken()).toHaveLength(2);
    });

    test.each(['refused', 'refused-for-good'] as const)('%s: nothing has left', async (trouble) => {
      const { messenger, taken, failNext } = await create();
      failNext(trouble);
      const outcome = await messenger.send(aMessage());
      expect(outcome).toEqual({ kind: 'refused', isFinal: trouble === 'refused-for-good' });
      expect(taken()).toEqual([]);
    });

    test('an answer that got lost leaves it open, and the second attempt is no second message', async () => {
      const { messenger, taken, failNext } = await create();
      failNext('lost-answer');
      await expect(messenger.send(aMessage())).rejects.toBeInstanceOf(TransientError);
      expect(await messenger.send(aMessage())).toEqual({ kind: 'accepted' });
      expect(taken()).toHaveLength(1);
    });
  });
};
