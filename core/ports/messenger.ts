import type { MessageChannel } from '../messages/channel.js';
import type { ResidentNoticeKind } from '../petition/notice-kinds.js';
import type { Instant } from '../time.js';

/** A short message to a telephone. No name, no secret: a code and the public page on which it is followed. */
export interface ShortMessage {
  /** See `messageIdOf`: the gateway sends one message under one id, however often it is asked. */
  messageId: string;
  /** E.164. */
  to: string;
  text: string;
  /** Legal time. */
  at: Instant;
}

export type MessageOutcome =
  | { kind: 'accepted' }
  /** The gateway said no before taking it. Not final: nothing is wrong with the message itself. */
  | { kind: 'refused'; isFinal: boolean };

/** A gateway for SMS or Zalo. @throws TransientError when it is unknown whether it took the message. */
export interface Messenger {
  readonly channel: MessageChannel;
  /** Gets ready what it signs with. @throws whatever keeps it from that; nothing has left then. */
  ready(): Promise<void>;
  send(message: ShortMessage): Promise<MessageOutcome>;
}

/** The key shared with the gateway, for both directions. */
export interface GatewayKey {
  /** @throws TypeError when what is stored is no secret of Standard Webhooks. */
  get(): Promise<Uint8Array>;
}

/** Words of the short messages. */
export interface MessageComposer {
  compose(facts: { kind: ResidentNoticeKind; code: string; trackUrl: string }): string;
}
