import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';
import { MESSAGE_CHANNELS } from '../../core/messages/channel.js';
import { isSignedWebhook, signWebhook, type WebhookHeaders } from '../../core/messages/webhook-signature.js';

const MessageSchema = z.strictObject({
  messageId: z.string().min(1).max(200),
  to: z.string().regex(/^\+[1-9]\d{7,14}$/),
  channel: z.enum(MESSAGE_CHANNELS),
  text: z.string().min(1).max(1_000),
  at: z.iso.datetime(),
});

/** A message as it was taken. `at` is legal time. */
export type GatewayMessage = z.infer<typeof MessageSchema>;

/** As the mail service has addresses that bounce: numbers that tell the gateway what to do. */
export const SIMULATED = {
  failed: '+84900000101',
  expired: '+84900000102',
  silent: '+84900000103',
  refused: '+84900000104',
  broken: '+84900000105',
} as const;

const RECEIPT_AFTER_MS = 300;
const MOST_TRIES = 8;

export interface MessageGatewayDeps {
  /** The secret that the deployed app shares with its gateway. */
  key(): Promise<Uint8Array>;
  /** Posts a receipt; gives the status of the answer. */
  post(body: string, headers: WebhookHeaders): Promise<number>;
}

const statusFor = (to: string): 'delivered' | 'failed' | 'expired' | null => {
  if (to === SIMULATED.failed) return 'failed';
  if (to === SIMULATED.expired) return 'expired';
  return to === SIMULATED.silent ? null : 'delivered';
};

/**
 * A gateway for SMS and Zalo on one's own machine: takes signed messages, each once, keeps them in a file and tells after
 * a moment what became of them, until somebody listens. Nothing leaves the machine.
 */
export class MessageGateway {
  private readonly messages: GatewayMessage[];
  private readonly timers = new Set<NodeJS.Timeout>();

  constructor(
    private readonly file: string,
    private readonly deps: MessageGatewayDeps,
  ) {
    this.messages = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => MessageSchema.parse(JSON.parse(line)))
      : [];
  }

  /** Oldest first. */
  read(): readonly GatewayMessage[] {
    return this.messages;
  }

  /** Takes a posted message; gives the status to answer with. */
  async take(headers: Partial<WebhookHeaders>, body: Buffer): Promise<number> {
    const request = { headers, body, nowMs: Date.now() };
    if (!isSignedWebhook(await this.deps.key(), request)) return 401;
    const parsed = MessageSchema.safeParse(JSON.parse(body.toString('utf8')));
    if (!parsed.success || parsed.data.to === SIMULATED.refused) return 400;
    const message = parsed.data;
    if (message.to === SIMULATED.broken) return 503;
    if (this.messages.some(({ messageId }) => messageId === message.messageId)) return 200;
    this.messages.push(message);
    appendFileSync(this.file, `${JSON.stringify(message)}\n`);
    this.report(message, 1);
    return 202;
  }

  stop(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }

  private report(message: GatewayMessage, attempt: number): void {
    const status = statusFor(message.to);
    if (status === null || attempt > MOST_TRIES) return;
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      void this.tell(message, status).then((isHeard) => {
        if (!isHeard) this.report(message, attempt + 1);
      });
    }, RECEIPT_AFTER_MS * attempt);
    this.timers.add(timer);
  }

  private async tell({ messageId, channel }: GatewayMessage, status: string): Promise<boolean> {
    const body = JSON.stringify({ messageId, status, channel });
    try {
      const headers = signWebhook(await this.deps.key(), {
        id: `${messageId}.${status}`,
        atMs: Date.now(),
        body,
      });
      const answer = await this.deps.post(body, headers);
      return answer >= 200 && answer < 300;
    } catch {
      return false;
    }
  }
}
