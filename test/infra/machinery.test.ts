import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { list, resourcesOf, statementsOfRole } from './rights.js';
import { synthesise } from './templates.js';

const { application } = synthesise('prod');
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
    expect(mappings).toHaveLength(2);
  });
});

describe('the post', () => {
  it('takes notices one by one out of a batch and sets aside what fails five times', () => {
    const queues = Object.values(resourcesOf(application, 'AWS::SQS::Queue')).map(
      ({ Properties }) => Properties,
    );
    expect(queues).toHaveLength(3);
    expect(queues.every((queue) => queue['SqsManagedSseEnabled'] === true)).toBe(true);
    const notices = queues.find((queue) => queue['RedrivePolicy'] !== undefined);
    expect(notices).toMatchObject({ VisibilityTimeout: 360, RedrivePolicy: { maxReceiveCount: 5 } });
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
    for (const { Properties } of Object.values(resourcesOf(application, 'AWS::Events::Rule'))) {
      const told = (Properties['Targets'] as { Input?: string }[]).map(({ Input }) => Input);
      expect(told).toEqual(Properties['ScheduleExpression'] === undefined ? [undefined] : ['{}']);
    }
  });
});
