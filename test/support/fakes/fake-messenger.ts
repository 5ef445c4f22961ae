import { TransientError } from '../../../core/errors.js';
import type { MessageChannel } from '../../../core/messages/channel.js';
import type { MessageOutcome, Messenger, ShortMessage } from '../../../core/ports/messenger.js';

/**
 * `refused`, `refused-for-good`: nothing left. `lost-answer`: the gateway took it, the answer did not come back.
 * `not-ready`: nothing to sign with.
 */
type Trouble = 'refused' | 'refused-for-good' | 'lost-answer' | 'not-ready';

/** Keeps the messages that left, each id once, as a gateway does. */
export class FakeMessenger implements Messenger {
  readonly sent: ShortMessage[] = [];
  readonly #ahead: Trouble[] = [];

  constructor(readonly channel: MessageChannel = 'sms') {}

  /** Troubles of the next messages, one each. */
  failNext(...troubles: Trouble[]): void {
    this.#ahead.push(...troubles);
  }

  ready(): Promise<void> {
    if (this.#ahead[0] !== 'not-ready') return Promise.resolve();
    this.#ahead.shift();
    return Promise.reject(new TypeError('no secret'));
  }

  send(message: ShortMessage): Promise<MessageOutcome> {
    const trouble = this.#ahead.shift();
    if (trouble === 'refused' || trouble === 'refused-for-good')
      return Promise.resolve({ kind: 'refused', isFinal: trouble === 'refused-for-good' });
    if (this.sent.every(({ messageId }) => messageId !== message.messageId)) this.sent.push(message);
    return trouble === undefined
      ? Promise.resolve({ kind: 'accepted' })
      : Promise.reject(new TransientError('The gateway did not answer.'));
  }
}
