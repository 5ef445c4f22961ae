import { formatCode } from '../codes/petition-code.js';
import { messageIdOf } from '../messages/message-id.js';
import { takesMessages, toE164 } from '../messages/phone-number.js';
import { isForResident } from '../petition/notice-kinds.js';
import type { Petition } from '../petition/petition.js';
import type { Clock } from '../ports/clock.js';
import type { MessageComposer, Messenger, ShortMessage } from '../ports/messenger.js';
import type { StoredNotice } from '../ports/notices.js';

/** What a stage with a gateway has. */
export interface MessageGateway {
  messenger: Messenger;
  composer: MessageComposer;
}

/** The number to which a message may go; null where there is none, or none that takes messages. */
export const messageNumber = (phone: string | null): string | null => {
  const number = phone === null ? null : toE164(phone);
  return number !== null && takesMessages(number) ? number : null;
};

/**
 * The short message of a resident's notice. Whoever holds the telephone reads it, and so does the gateway: it names the
 * code and the public page, never the secret of the receipt.
 */
export const messageToResident = (
  { clock, gateway, publicOrigin }: { clock: Clock; gateway: MessageGateway; publicOrigin: string },
  { notice, petition, number }: { notice: StoredNotice; petition: Petition; number: string },
): ShortMessage => {
  if (!isForResident(notice.kind)) throw new TypeError('not a notice to a resident');
  const code = formatCode(petition.code);
  return {
    messageId: messageIdOf(notice),
    to: number,
    text: gateway.composer.compose({
      kind: notice.kind,
      code,
      trackUrl: `${publicOrigin}/track.html#${code}`,
    }),
    at: clock.now(),
  };
};
