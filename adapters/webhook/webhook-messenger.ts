import { TransientError } from '../../core/errors.js';
import type { MessageChannel } from '../../core/messages/channel.js';
import { signWebhook } from '../../core/messages/webhook-signature.js';
import type { GatewayKey, MessageOutcome, Messenger, ShortMessage } from '../../core/ports/messenger.js';

export interface GatewaySettings {
  url: string;
  channel: MessageChannel;
  key: GatewayKey;
  /** Real time: signatures are valid for minutes of it. */
  nowMs(): number;
}

/** Ten messages of a batch fit into the function's minute, should the gateway not answer at all. */
const TIMEOUT_MS = 4_000;

/**
 * Refusals that say nothing about the message: a wrong secret or address, too many at once. A person mends what is wrong;
 * until then the notice comes again, ten times over some hours.
 */
const PASSING = new Set([401, 403, 404, 405, 408, 425, 429]);

const isRefusal = (status: number): boolean => status >= 300 && status < 500;

/** A redirect is not followed: a message goes where the configuration says, or nowhere. */
const isFinal = (status: number): boolean => status >= 400 && !PASSING.has(status);

/** No cause: a client's message may name the number or the address. */
const unknown = (): TransientError =>
  new TransientError('It is unknown whether the gateway took the message.');

/** SMS and Zalo by a gateway that takes signed requests (Standard Webhooks; docs/gateway.md). */
export class WebhookMessenger implements Messenger {
  readonly #settings: GatewaySettings;

  constructor(settings: GatewaySettings) {
    this.#settings = settings;
  }

  get channel(): MessageChannel {
    return this.#settings.channel;
  }

  async ready(): Promise<void> {
    await this.#settings.key.get();
  }

  async send({ messageId, to, text, at }: ShortMessage): Promise<MessageOutcome> {
    const body = JSON.stringify({ messageId, to, channel: this.channel, text, at });
    const key = await this.#settings.key.get();
    const signed = signWebhook(key, { id: messageId, atMs: this.#settings.nowMs(), body });
    const status = await this.#post(body, { ...signed });
    if (status >= 200 && status < 300) return { kind: 'accepted' };
    if (isRefusal(status)) return { kind: 'refused', isFinal: isFinal(status) };
    throw unknown();
  }

  async #post(body: string, signed: Record<string, string>): Promise<number> {
    try {
      const answer = await fetch(this.#settings.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      throw unknown();
    }
  }
}
