import { setTimeout as sleep } from 'node:timers/promises';

interface EngineMail {
  MessageId: string;
  Subject: string;
  BodyText: string;
}

type Wanted = (mail: EngineMail) => boolean;

const POLL_MS = 30;
const PATIENCE_MS = 60_000;

/** Reads the mails that left, for all cycles at once: one reader costs the engine less than one each. */
export class MailWatch {
  private readonly mails: EngineMail[] = [];
  private readonly seen = new Set<string>();
  private readonly waiting = new Map<Wanted, (mail: EngineMail) => void>();
  private isOver = false;

  constructor(private readonly endpoint: string) {}

  /** Reads until `stop` is called. */
  async run(): Promise<void> {
    while (!this.isOver) {
      await this.read();
      await sleep(POLL_MS);
    }
  }

  stop(): void {
    this.isOver = true;
  }

  /** The first mail that is wanted, once it has come. @throws Error after a minute in vain. */
  async first(what: string, wanted: Wanted): Promise<EngineMail> {
    const here = this.mails.find(wanted);
    if (here !== undefined) return here;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(wanted);
        reject(new Error(`Waited in vain for ${what}.`));
      }, PATIENCE_MS);
      this.waiting.set(wanted, (mail) => {
        clearTimeout(timer);
        this.waiting.delete(wanted);
        resolve(mail);
      });
    });
  }

  private async read(): Promise<void> {
    const answer = await fetch(`${this.endpoint}/_ministack/ses/messages`);
    const { messages } = (await answer.json()) as { messages: Record<string, EngineMail[]> };
    for (const mail of Object.values(messages).flat()) {
      if (this.seen.has(mail.MessageId)) continue;
      this.seen.add(mail.MessageId);
      this.mails.push(mail);
      for (const [wanted, resolve] of [...this.waiting]) if (wanted(mail)) resolve(mail);
    }
  }
}
