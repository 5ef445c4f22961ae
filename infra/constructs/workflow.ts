import { readFileSync } from 'node:fs';
import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { policyOf, type StageConfig } from '../config.js';

export interface WorkflowProps {
  config: StageConfig;
  /**
   * Fixed, so that a function which the machine calls may be allowed to answer its tokens without a cycle between
   * machine, function and role.
   */
  machineName: string;
  /** The ASL file; read as text, so that the template shows the definition. */
  file: string;
  /** `NextStep: fn` fills the placeholder `${NextStepFunctionArn}` and lets the machine call the function. */
  functions: Record<string, IFunction>;
}

/** A state machine from an ASL file. Time-outs are in the file: the construct's `timeout` is ignored for text bodies. */
export class Workflow extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, { config, machineName, file, functions }: WorkflowProps) {
    super(scope, id);
    const { logRetention, keepsData } = policyOf(config.stage);
    const log = new LogGroup(this, 'Log', {
      logGroupName: `/aws/vendedlogs/states/${machineName}`,
      retention: logRetention,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    this.machine = new StateMachine(this, 'Machine', {
      stateMachineName: machineName,
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(readFileSync(file, 'utf8')),
      definitionSubstitutions: Object.fromEntries(
        Object.entries(functions).map(([name, fn]) => [`${name}FunctionArn`, fn.functionArn]),
      ),
      logs: { destination: log, level: LogLevel.ERROR, includeExecutionData: false },
      tracingEnabled: true,
    });
    this.machine.addToRolePolicy(
      new PolicyStatement({
        actions: ['lambda:InvokeFunction'],
        resources: Object.values(functions).map((fn) => fn.functionArn),
      }),
    );
    Validations.of(this.machine).acknowledge(
      {
        id: 'AwsSolutions-IAM5[Resource::*]',
        reason: 'Log delivery and X-Ray have no resources: these permissions cannot be narrowed.',
      },
      {
        id: 'AwsSolutions-SF1',
        reason:
          'Errors are logged without execution data; what happened to a petition stands in its history.',
      },
    );
  }
}
