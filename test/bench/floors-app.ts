import { App, CfnOutput, Duration, Stack, type Environment } from 'aws-cdk-lib';
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Architecture, Code, Function, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';

export const FLOORS = ['no-op', 'same-transaction'] as const;
export const FLOORS_STACK = 'kien-nghi-bench-floors';

export interface FloorsProps {
  env: Environment;
  /** Names of the deployed tables that an intake writes to. */
  tables: readonly string[];
  /** Folder with the bundle of each floor. */
  bundles: string;
  outdir: string;
}

/**
 * What the intake is compared with: functions of the same kind behind an HTTP API of the same kind, on the same engine.
 * An app of its own, so that nothing of it is ever deployed with the product.
 */
export const createFloorsApp = ({ env, tables, bundles, outdir }: FloorsProps): App => {
  const app = new App({ analyticsReporting: false, outdir });
  const stack = new Stack(app, FLOORS_STACK, { env });
  const api = new HttpApi(stack, 'Api');
  for (const floor of FLOORS) {
    const handler = new Function(stack, floor, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(`${bundles}/${floor}`),
      memorySize: 1_024,
      timeout: Duration.seconds(15),
      tracing: Tracing.ACTIVE,
      loggingFormat: LoggingFormat.JSON,
    });
    for (const table of tables)
      Table.fromTableName(stack, `${floor}-${table}`, table).grantWriteData(handler);
    const integration = new HttpLambdaIntegration(floor, handler);
    api.addRoutes({ path: `/${floor}`, methods: [HttpMethod.POST], integration });
  }
  new CfnOutput(stack, 'ApiId', { value: api.apiId });
  return app;
};
