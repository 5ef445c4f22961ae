import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import type { CodeOf } from '../bundle.js';
import { nameOf, policyOf, type StageConfig } from '../config.js';

/** `EnvSchema` of a function: what it needs, by name. */
export type EnvSchema = z.ZodObject<Record<string, z.ZodType<string | undefined>>>;

export interface KienNghiFunctionProps {
  config: StageConfig;
  codeOf: CodeOf;
  /** Folder below functions/. */
  folder: string;
  env: EnvSchema;
  /** At least what `env` names (see Environment in function-table.ts); the function is given exactly that. */
  values: Readonly<Record<string, string | undefined>>;
  /** Everything that it may do besides writing its own log and traces. */
  may: PolicyStatement[];
  /** Only where a key's own policy names the role. */
  roleName?: string | undefined;
  memoryMb?: number;
  timeout?: Duration;
}

const pick = (schema: EnvSchema, values: KienNghiFunctionProps['values']): Record<string, string> =>
  Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = values[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/**
 * One Lambda function of the project: its folder bundled, its environment as its schema asks for, a log group with the
 * stage's retention, and a role that may do what `may` says and nothing else.
 */
export class KienNghiFunction extends Function {
  readonly folder: string;

  constructor(scope: Construct, id: string, props: KienNghiFunctionProps) {
    const { config, folder } = props;
    const functionName = nameOf(config, folder);
    const logGroup = new LogGroup(scope, `${id}Log`, {
      logGroupName: `/aws/lambda/${functionName}`,
      retention: policyOf(config.stage).logRetention,
      removalPolicy: policyOf(config.stage).keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const ownLog = new PolicyStatement({
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [logGroup.logGroupArn],
    });
    const role = new Role(scope, `${id}Role`, {
      ...(props.roleName !== undefined && { roleName: props.roleName }),
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: { Function: new PolicyDocument({ statements: [ownLog, ...props.may] }) },
    });
    super(scope, id, {
      functionName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: props.codeOf(folder),
      environment: pick(props.env, props.values),
      memorySize: props.memoryMb ?? 512,
      timeout: props.timeout ?? Duration.seconds(15),
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
      logGroup,
      role,
    });
    this.folder = folder;
    Validations.of(role).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'X-Ray has no resources: the permission to put trace segments cannot be narrowed.',
    });
  }
}
