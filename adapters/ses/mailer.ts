import { SendEmailCommand, type SESv2Client, SESv2ServiceException } from '@aws-sdk/client-sesv2';
import { TransientError } from '../../core/errors.js';
import type { Attachment, Mail, MailAbout, Mailer, MailOutcome } from '../../core/ports/mail.js';

/** Refusals that the same mail to the same address would meet again. */
const FINAL = new Set(['MessageRejected', 'BadRequestException']);

/** SES rejects so also when our own identity has lapsed: that says nothing about the address and is mended by a person. */
const isUnverified = (error: Error): boolean => /not verified/i.test(error.message);

const utf8 = (Data: string) => ({ Data, Charset: 'UTF-8' });

/** A subject is one line: nothing in it may look like the next header. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ');

/** Every tag is always there: EventBridge leaves out what is not. */
const tagsOf = ({ petitionId, noticeId, contactId }: MailAbout) =>
  Object.entries({ petitionId, noticeId, contactId: contactId ?? 'resident' }).map(([Name, Value]) => ({
    ...{ Name, Value },
  }));

/** The service builds the message of it; the content travels as base64. */
const attached = ({ fileName, contentType, content }: Attachment) => ({
  FileName: fileName,
  ContentType: contentType,
  ContentDisposition: 'ATTACHMENT' as const,
  ContentTransferEncoding: 'BASE64' as const,
  RawContent: new TextEncoder().encode(content),
});

/**
 * What a failed send means. An answer of the service below 500 (rejected, throttled, paused, not allowed) says that it
 * took nothing; without an answer, or with a failure inside the service, the mail may have left.
 */
const outcomeOf = (error: unknown): MailOutcome => {
  const status = error instanceof SESv2ServiceException ? (error.$metadata.httpStatusCode ?? 0) : 0;
  if (error instanceof SESv2ServiceException && status >= 400 && status < 500)
    return { kind: 'refused', isFinal: FINAL.has(error.name) && !isUnverified(error) };
  // No cause: a service's message may name the recipient.
  throw new TransientError('It is unknown whether the mail left.');
};

/** Mails by SES. The client must make one attempt only, see createSesClient. */
export class SesMailer implements Mailer {
  readonly #client: SESv2Client;
  readonly #settings: { from: string; configurationSet: string };

  constructor(client: SESv2Client, settings: { from: string; configurationSet: string }) {
    this.#client = client;
    this.#settings = settings;
  }

  async send(mail: Mail): Promise<MailOutcome> {
    const command = new SendEmailCommand({
      FromEmailAddress: this.#settings.from,
      Destination: { ToAddresses: [mail.to] },
      ConfigurationSetName: this.#settings.configurationSet,
      // Come back with every report of the mail: ids only.
      EmailTags: tagsOf(mail.about),
      Content: {
        Simple: {
          Subject: utf8(oneLine(mail.subject)),
          Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
          ...(mail.attachments !== undefined && { Attachments: mail.attachments.map(attached) }),
          // RFC 3834: out-of-office replies and other machines do not answer.
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
        },
      },
    });
    try {
      const { MessageId } = await this.#client.send(command);
      return { kind: 'accepted', messageId: MessageId ?? '' };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}
