import { TransientError } from '../../../core/errors.js';
import type { Mail, Mailer, MailOutcome } from '../../../core/ports/mail.js';

/**
 * `refused`, `refused-for-good`: nothing left. `lost-answer`: the mail left, the answer did not come back.
 * `no-connection`: nothing left, but the sender cannot know.
 */
type Trouble = 'refused' | 'refused-for-good' | 'lost-answer' | 'no-connection';

/** Keeps the mails that left. */
export class FakeMailer implements Mailer {
  readonly sent: Mail[] = [];
  readonly #ahead: Trouble[] = [];

  /** Troubles of the next mails, one each. */
  failNext(...troubles: Trouble[]): void {
    this.#ahead.push(...troubles);
  }

  send(mail: Mail): Promise<MailOutcome> {
    const trouble = this.#ahead.shift();
    if (trouble === 'refused' || trouble === 'refused-for-good')
      return Promise.resolve({ kind: 'refused', isFinal: trouble === 'refused-for-good' });
    if (trouble !== 'no-connection') this.sent.push(mail);
    if (trouble !== undefined) return Promise.reject(new TransientError('The mail service did not answer.'));
    return Promise.resolve({ kind: 'accepted', messageId: `message-${this.sent.length}` });
  }

  /** Mails to an address, oldest first. */
  to(address: string): Mail[] {
    return this.sent.filter((mail) => mail.to === address);
  }
}
