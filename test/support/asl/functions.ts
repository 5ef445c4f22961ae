import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';
import type { Context } from 'aws-lambda';
import { parseStreamRecord } from '../../../adapters/dynamodb/stream-records.js';
import type { ContactStore } from '../../../core/ports/contacts.js';
import type { Executions } from '../../../core/ports/executions.js';
import type { MailComposer } from '../../../core/ports/mail.js';
import type { MessageGateway } from '../../../core/use-cases/message-to-resident.js';
import type { Registers } from '../../../core/ports/registers.js';
import { createHandler as createAdvance } from '../../../functions/advance-petition/handler.js';
import { createHandler as createAwait } from '../../../functions/await-answer/handler.js';
import { createHandler as createFollowMain } from '../../../functions/follow-main/handler.js';
import type { Observability } from '../../../functions/middleware/observability.js';
import { createHandler as createNextStep } from '../../../functions/next-step/handler.js';
import { createHandler as createReconcile } from '../../../functions/reconcile-threads/handler.js';
import { createHandler as createRecordFailure } from '../../../functions/record-failure/handler.js';
import { createHandler as createRelay } from '../../../functions/relay-changes/handler.js';
import { createHandler as createSendNotice } from '../../../functions/send-notice/handler.js';
import type { FakeAdapters } from '../fakes/fake-adapters.js';

/** What the Lambda runtime hands over, as far as the middleware reads it. */
const CONTEXT = {
  functionName: 'test',
  functionVersion: '$LATEST',
  invokedFunctionArn: 'arn:aws:lambda:ap-southeast-1:000000000000:function:test',
  memoryLimitInMB: '256',
  awsRequestId: 'request',
} as Context;

/** Mails whose text is nothing but the link, and whose markup a head's code: what they say is tested with the real composer. */
const composer: MailComposer = {
  compose: ({ kind, taskUrl, answerCode }) => ({
    ...{ subject: kind, text: taskUrl ?? '', html: answerCode?.digits ?? '' },
  }),
  digest: ({ url }) => ({ subject: 'digest', text: url, html: '' }),
};

/** Silent: the logs of thousands of virtual calls would hide a failure. */
const silent = (): Observability => {
  process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
  const logger = new Logger({ serviceName: 'test', logLevel: 'SILENT' });
  return { logger, metrics: new Metrics({ namespace: 'test', serviceName: 'test', logger }) };
};

/** The deployed functions of the machinery, over fakes; called as Lambda calls them. */
export const createFunctions = (
  fakes: Omit<FakeAdapters, 'executions' | 'contacts'> & { contacts: ContactStore },
  more: { registers: Registers; executions: Executions; gateway?: MessageGateway | undefined },
) => {
  const deps = {
    ...fakes,
    ...more,
    observability: silent(),
    composer,
    linkKeys: fakes.keyed,
    codeKeys: fakes.keyed,
    receiptKeys: fakes.keyed,
    linkKeyVersion: '1',
    publicOrigin: 'https://kien-nghi.example',
    mailFrom: 'khong-tra-loi@kien-nghi.example',
    deliveryWatchMinutes: 60,
    gateway: more.gateway,
  };
  const call =
    (handler: (event: unknown, context: Context) => Promise<unknown>) =>
    (event: unknown): Promise<unknown> =>
      handler(event, CONTEXT);
  return {
    /** By the placeholder under which the workflow calls them. */
    tasks: new Map([
      ['NextStepFunctionArn', call(createNextStep(deps))],
      ['AwaitAnswerFunctionArn', call(createAwait(deps))],
      ['AdvancePetitionFunctionArn', call(createAdvance(deps))],
      ['FollowMainFunctionArn', call(createFollowMain(deps))],
      ['RecordFailureFunctionArn', call(createRecordFailure(deps))],
    ]),
    relay: call(createRelay({ ...deps, parseRecord: parseStreamRecord })),
    reconcile: call(createReconcile(deps)),
    sendNotice: call(createSendNotice(deps)),
  };
};

export type Functions = ReturnType<typeof createFunctions>;
