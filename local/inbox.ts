import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import type { LegalClock } from './legal-clock.js';

export interface InboxMail {
  /** Legal instant at which the mail was first seen here. */
  at: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments?: { fileName: string; contentType: string; content: string }[];
}

/** A message as the engine keeps it, by account. */
interface EngineMail {
  MessageId: string;
  To: string[];
  Subject: string;
  BodyText: string;
  BodyHtml: string | null;
  Attachments?: { FileName: string; ContentType: string; RawContent: string }[];
}

/** All attachments of this system are texts. */
const attachmentsOf = ({ Attachments = [] }: EngineMail): Pick<InboxMail, 'attachments'> =>
  Attachments.length === 0
    ? {}
    : {
        attachments: Attachments.map(({ FileName, ContentType, RawContent }) => ({
          fileName: FileName,
          contentType: ContentType,
          content: Buffer.from(RawContent, 'base64').toString('utf8'),
        })),
      };

/** The mails that left, oldest first. The engine forgets them when it stops; this keeps them in a file. */
export class Inbox {
  private readonly mails: InboxMail[];
  private readonly seen = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly engine: { endpoint: string; clock: LegalClock },
  ) {
    this.mails = existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line) as InboxMail)
      : [];
  }

  /** Fetches what is new and returns all. */
  async read(): Promise<InboxMail[]> {
    const answer = await fetch(`${this.engine.endpoint}/_ministack/ses/messages`);
    const { messages } = (await answer.json()) as { messages: Record<string, EngineMail[]> };
    for (const message of Object.values(messages).flat()) {
      if (this.seen.has(message.MessageId)) continue;
      this.seen.add(message.MessageId);
      this.keep({
        at: this.engine.clock.now(),
        to: message.To.join(', '),
        subject: message.Subject,
        text: message.BodyText,
        html: message.BodyHtml ?? '',
        ...attachmentsOf(message),
      });
    }
    return this.mails;
  }

  private keep(mail: InboxMail): void {
    this.mails.push(mail);
    appendFileSync(this.file, `${JSON.stringify(mail)}\n`);
  }
}
