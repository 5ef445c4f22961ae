import { readFileSync } from 'node:fs';
import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { list, resourcesOf, statementsOfRole } from './rights.js';
import { synthesise } from './templates.js';

const { application, stateful } = synthesise('prod');
const ASL = readFileSync(new URL('../../workflows/petition.asl.json', import.meta.url), 'utf8');

const only = (type: string) => {
  const [first, ...rest] = Object.values(resourcesOf(application, type));
  if (first === undefined || rest.length > 0) throw new Error(`not exactly one ${type}`);
  return first.Properties;
};

/** `nextstep` of a reference to the function's ARN. */
const functionIn = (reference: unknown): string =>
  /"Fn::GetAtt":\["([a-z]+)[0-9A-F]{8}","Arn"\]/.exec(JSON.stringify(reference))?.[1] ??
  JSON.stringify(reference);

describe('the workflow', () => {
  const machine = only('AWS::StepFunctions::StateMachine');

  it('is the file, word for word', () => {
    expect(machine['DefinitionString']).toBe(ASL);
  });

  it('placeholders, substitutions and permissions to call name the same functions', () => {
    const placeholders = [
      ...new Set([...ASL.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '')),
    ].sort();
    const substitutions = machine['DefinitionSubstitutions'] as Record<string, unknown>;
    expect(Object.keys(substitutions).sort()).toEqual(placeholders);
    for (const [name, reference] of Object.entries(substitutions))
      expect(`${functionIn(reference)}FunctionArn`.toLowerCase()).toBe(name.toLowerCase());
    const role = (machine['RoleArn'] as { 'Fn::GetAtt': [string] })['Fn::GetAtt'][0];
    const granted = statementsOfRole(application, role)
      .filter(({ Action }) => list(Action).includes('lambda:InvokeFunction'))
      .flatMap(({ Resource }) => list(Resource));
    expect(granted.map(functionIn).sort()).toEqual(Object.values(substitutions).map(functionIn).sort());
  });

  it('logs errors without execution data', () => {
    expect(machine['LoggingConfiguration']).toMatchObject({ Level: 'ERROR', IncludeExecutionData: false });
  });
});

describe('the relay', () => {
  const mappings = Object.values(resourcesOf(application, 'AWS::Lambda::EventSourceMapping')).map(
    ({ Properties }) => Properties,
  );
  const stream = mappings.find((mapping) => JSON.stringify(mapping['EventSourceArn']).includes('StreamArn'));

  it('narrows down to the record that fails, tries it again for a while and says what it gave up', () => {
    expect(stream).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 10,
      MaximumRecordAgeInSeconds: 3600,
      StartingPosition: 'TRIM_HORIZON',
      DestinationConfig: {
        OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringContaining('RelayDead'), 'Arn'] } },
      },
    });
  });

  it('sees new events and notices, and every later touch of an event', () => {
    const { Filters } = stream?.['FilterCriteria'] as { Filters: { Pattern: string }[] };
    expect(Filters.map(({ Pattern }) => JSON.parse(Pattern) as unknown)).toEqual([
      { eventName: ['INSERT'], dynamodb: { Keys: { pk: { S: [{ prefix: 'HIST#' }] } } } },
      { eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'NOTICE#' }] } } } },
      { eventName: ['MODIFY', 'REMOVE'], dynamodb: { Keys: { pk: { S: [{ prefix: 'HIST#' }] } } } },
    ]);
  });

  it('is the only reader of the stream', () => {
    const streams = mappings.filter((mapping) =>
      JSON.stringify(mapping['EventSourceArn']).includes('Stream'),
    );
    expect(streams).toEqual([stream]);
  });
});

describe('the post', () => {
  it('takes notices one by one out of a batch and sets aside what fails five times', () => {
    const queues = Object.values(resourcesOf(application, 'AWS::SQS::Queue')).map(
      ({ Properties }) => Properties,
    );
    expect(queues).toHaveLength(5);
    expect(queues.every((queue) => queue['SqsManagedSseEnabled'] === true)).toBe(true);
    const notices = queues.find((queue) => queue['VisibilityTimeout'] === 360);
    expect(notices).toMatchObject({ RedrivePolicy: { maxReceiveCount: 5 } });
    application.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });
});

describe('the reconciler', () => {
  it('runs each minute, told nothing, and when an execution dies, told which', () => {
    application.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 minute)' });
    application.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { source: ['aws.states'], detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'] } },
    });
    const rules = Object.entries(resourcesOf(application, 'AWS::Events::Rule'));
    const own = rules.filter(([id]) => id.startsWith('Reconciler'));
    expect(own).toHaveLength(2);
    for (const [, { Properties }] of own) {
      const told = (Properties['Targets'] as { Input?: string }[]).map(({ Input }) => Input);
      expect(told).toEqual(Properties['ScheduleExpression'] === undefined ? [undefined] : ['{}']);
    }
  });
});

describe('reports of the mail service', () => {
  interface Rule {
    EventPattern: {
      source: string[];
      'detail-type': string[];
      detail: { mail: { tags: Record<string, unknown> } };
    };
    Targets: {
      Arn: unknown;
      DeadLetterConfig?: unknown;
      InputTransformer: { InputPathsMap: object; InputTemplate: string };
    }[];
  }
  const rules = Object.entries(resourcesOf(application, 'AWS::Events::Rule'))
    .filter(([id]) => id.startsWith('MailEvents'))
    .map(([, { Properties }]) => Properties as unknown as Rule);

  it('are published for what became of a mail, to the default bus', () => {
    stateful.hasResourceProperties('AWS::SES::ConfigurationSetEventDestination', {
      EventDestination: {
        Enabled: true,
        MatchingEventTypes: ['delivery', 'bounce', 'complaint', 'reject'],
        EventBridgeDestination: {
          EventBusArn: { 'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('event-bus/default$')])] },
        },
      },
    });
  });

  it("are taken from the bus for this stage's notices only, each once", () => {
    expect(rules.flatMap((rule) => rule.EventPattern['detail-type']).sort()).toEqual([
      'Email Bounced',
      'Email Complaint Received',
      'Email Delivered',
      'Email Rejected',
    ]);
    for (const { EventPattern } of rules) {
      expect(EventPattern.source).toEqual(['aws.ses']);
      expect(EventPattern.detail.mail.tags).toEqual({
        'ses:configuration-set': ['kien-nghi-prod-notices'],
        noticeId: [{ exists: true }],
      });
    }
  });

  it('leave addresses behind: the queue gets ids, the kind of report and its time', () => {
    const paths = rules.flatMap(({ Targets }) =>
      Targets.flatMap(({ InputTransformer }) => Object.values(InputTransformer.InputPathsMap) as string[]),
    );
    expect([...new Set(paths)].sort()).toEqual([
      '$.detail.bounce.bounceType',
      '$.detail.eventType',
      '$.detail.mail.tags.contactId',
      '$.detail.mail.tags.noticeId',
      '$.detail.mail.tags.petitionId',
      '$.detail.mail.timestamp',
    ]);
    // The dead letters of a rule would hold the whole event.
    expect(rules.flatMap(({ Targets }) => Targets.filter((target) => 'DeadLetterConfig' in target))).toEqual(
      [],
    );
  });

  it('pass on only fields that their events have', () => {
    for (const { EventPattern, Targets } of rules) {
      const isBounce = EventPattern['detail-type'].includes('Email Bounced');
      expect(JSON.stringify(Targets).includes('bounceType')).toBe(isBounce);
      if (isBounce) expect(EventPattern['detail-type']).toHaveLength(1);
    }
  });

  it('wait a moment, come again while the notice is being sent, and are set aside at last', () => {
    application.hasResourceProperties('AWS::SQS::Queue', {
      DelaySeconds: 2,
      VisibilityTimeout: 60,
      RedrivePolicy: { maxReceiveCount: 10 },
    });
  });
});
