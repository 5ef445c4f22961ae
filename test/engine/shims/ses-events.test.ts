import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../support/engine.js';
import { deploy, ruleToQueue } from './aws.js';
import { nextMessage } from './messages.js';

const aws = useEngine();
let queueUrl: string;

beforeAll(async () => {
  const outputs = await deploy(aws, 'fixtures', {
    Resources: {
      Events: { Type: 'AWS::SQS::Queue' },
      Rule: ruleToQueue({ source: ['aws.ses'] }, 'Events'),
      Sender: { Type: 'AWS::SES::EmailIdentity', Properties: { EmailIdentity: 'example.vn' } },
      Set: { Type: 'AWS::SES::ConfigurationSet', Properties: { Name: 'notices' } },
      Destination: {
        Type: 'AWS::SES::ConfigurationSetEventDestination',
        Properties: {
          ConfigurationSetName: { Ref: 'Set' },
          EventDestination: {
            Enabled: true,
            MatchingEventTypes: ['delivery', 'bounce', 'complaint'],
            EventBridgeDestination: {
              EventBusArn: { 'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default' },
            },
          },
        },
      },
    },
    Outputs: { Events: { Value: { Ref: 'Events' } } },
  });
  queueUrl = outputs['Events'] ?? '';
});

const send = (to: string, set: string | undefined = 'notices') =>
  new SESv2Client(aws.clientConfig()).send(
    new SendEmailCommand({
      FromEmailAddress: 'kiennghi@example.vn',
      Destination: { ToAddresses: [to] },
      ConfigurationSetName: set,
      EmailTags: [{ Name: 'notice', Value: 'n-1' }],
      Content: { Simple: { Subject: { Data: 'Kiến nghị' }, Body: { Text: { Data: 'Nội dung' } } } },
    }),
  );
const nextEvent = () => nextMessage(new SQSClient(aws.clientConfig()), queueUrl);

test('ses_events: a delivered mail is reported with its tags', async () => {
  const { MessageId } = await send('official@example.vn');
  expect(await nextEvent()).toMatchObject({
    'detail-type': 'Email Delivered',
    detail: {
      eventType: 'Delivery',
      mail: { messageId: MessageId, destination: ['official@example.vn'], tags: { notice: ['n-1'] } },
    },
  });
});

test.each([
  ['bounce@simulator.amazonses.com', 'Email Bounced', { bounce: { bounceType: 'Permanent' } }],
  ['bounce+ward7@simulator.amazonses.com', 'Email Bounced', { bounce: { bounceType: 'Permanent' } }],
  [
    'complaint@simulator.amazonses.com',
    'Email Complaint Received',
    { complaint: { complaintFeedbackType: 'abuse' } },
  ],
])('ses_events: a mail to %s leads to "%s"', async (address, type, detail) => {
  await send(address);
  expect(await nextEvent()).toMatchObject({ 'detail-type': type, detail });
});

test('ses_attachments: the files that a mail carries are kept with the message', async () => {
  const { MessageId } = await new SESv2Client(aws.clientConfig()).send(
    new SendEmailCommand({
      FromEmailAddress: 'kiennghi@example.vn',
      Destination: { ToAddresses: ['official@example.vn'] },
      Content: {
        Simple: {
          Subject: { Data: 'Khảo sát' },
          Body: { Text: { Data: 'Nội dung' } },
          Attachments: [
            {
              FileName: 'a.ics',
              ContentType: 'text/calendar',
              RawContent: new TextEncoder().encode('BEGIN'),
            },
          ],
        },
      },
    }),
  );
  const answer = await fetch(`${aws.endpoint}/_ministack/ses/messages`);
  const { messages } = (await answer.json()) as { messages: Record<string, { MessageId: string }[]> };
  expect(
    Object.values(messages)
      .flat()
      .find((message) => message.MessageId === MessageId),
  ).toMatchObject({
    Attachments: [
      {
        FileName: 'a.ics',
        ContentType: 'text/calendar',
        RawContent: Buffer.from('BEGIN').toString('base64'),
      },
    ],
  });
});
