import {
  BadRequestException,
  InternalServiceErrorException,
  MessageRejected,
  SendEmailCommand,
  SendingPausedException,
  SESv2Client,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSesClient } from '../../../adapters/ses/client.js';
import { SesMailer } from '../../../adapters/ses/mailer.js';
import { TransientError } from '../../../core/errors.js';

const client = new SESv2Client({ region: 'local' });
const mock = mockClient(client);
const mailer = new SesMailer(client, {
  from: 'Kiến nghị <no-reply@kien-nghi.example>',
  configurationSet: 'thu',
});
const mail = {
  to: 'an@dan.example',
  subject: 'Mã 1A2B\r\nBcc: x@y.example',
  text: 'Xin chào',
  html: '<p>Xin chào</p>',
  about: { petitionId: '01950000-0000-7000-8000-000000000001', noticeId: '000002-0', contactId: 'main' },
};

const failure = (status: number) => ({ message: 'an@dan.example', $metadata: { httpStatusCode: status } });

describe('mails by SES', () => {
  beforeEach(() => mock.reset());

  it('sends text and HTML in UTF-8, marked as automatic, under the configuration set', async () => {
    mock.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    expect(await mailer.send(mail)).toEqual({ kind: 'accepted', messageId: 'm-1' });
    expect(mock.commandCalls(SendEmailCommand)[0]?.args[0].input).toEqual({
      FromEmailAddress: 'Kiến nghị <no-reply@kien-nghi.example>',
      Destination: { ToAddresses: ['an@dan.example'] },
      ConfigurationSetName: 'thu',
      EmailTags: [
        { Name: 'petitionId', Value: mail.about.petitionId },
        { Name: 'noticeId', Value: '000002-0' },
        { Name: 'contactId', Value: 'main' },
      ],
      Content: {
        Simple: {
          Subject: { Data: 'Mã 1A2B Bcc: x@y.example', Charset: 'UTF-8' },
          Body: {
            Text: { Data: 'Xin chào', Charset: 'UTF-8' },
            Html: { Data: '<p>Xin chào</p>', Charset: 'UTF-8' },
          },
          Headers: [{ Name: 'Auto-Submitted', Value: 'auto-generated' }],
        },
      },
    });
  });

  it('carries files as what they are', async () => {
    mock.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    const contentType = 'text/calendar; charset=utf-8; method=PUBLISH';
    const attachments = [{ fileName: 'khao-sat.ics', contentType, content: 'BEGIN:VCALENDAR\r\n' }];
    await mailer.send({ ...mail, attachments });
    expect(mock.commandCalls(SendEmailCommand)[0]?.args[0].input.Content?.Simple?.Attachments).toEqual([
      {
        FileName: 'khao-sat.ics',
        ContentType: contentType,
        ContentDisposition: 'ATTACHMENT',
        ContentTransferEncoding: 'BASE64',
        RawContent: new TextEncoder().encode('BEGIN:VCALENDAR\r\n'),
      },
    ]);
  });

  it('tags a mail to a resident too: a report always has all the ids', async () => {
    mock.on(SendEmailCommand).resolves({ MessageId: 'm-1' });
    await mailer.send({ ...mail, about: { ...mail.about, contactId: null } });
    const { EmailTags = [] } = mock.commandCalls(SendEmailCommand)[0]?.args[0].input ?? {};
    expect(EmailTags.at(-1)).toEqual({ Name: 'contactId', Value: 'resident' });
    for (const { Name, Value } of EmailTags) expect(`${Name}${Value}`).toMatch(/^[A-Za-z0-9_-]+$/);
  });

  it.each([
    { error: new MessageRejected(failure(400)), isFinal: true },
    { error: new BadRequestException(failure(400)), isFinal: true },
    { error: new TooManyRequestsException(failure(429)), isFinal: false },
    { error: new SendingPausedException(failure(400)), isFinal: false },
  ])('knows that nothing left after $error.name', async ({ error, isFinal }) => {
    mock.on(SendEmailCommand).rejects(error);
    expect(await mailer.send(mail)).toEqual({ kind: 'refused', isFinal });
  });

  it.each([
    new InternalServiceErrorException(failure(500)),
    Object.assign(new Error('socket hang up an@dan.example'), { code: 'ECONNRESET' }),
    Object.assign(new Error('timed out'), { name: 'TimeoutError' }),
  ])('does not know whether the mail left after $name $code, and names nobody', async (error) => {
    mock.on(SendEmailCommand).rejects(error);
    const thrown: unknown = await mailer.send(mail).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(TransientError);
    expect(`${String(thrown)} ${String((thrown as Error).cause)}`).not.toContain('an@dan.example');
  });

  it('is sent by a client that makes one attempt', async () => {
    expect(await createSesClient().config.maxAttempts()).toBe(1);
  });
});
