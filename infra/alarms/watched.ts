import { Duration } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { METRICS_NAMESPACE, type MetricName } from '../../functions/middleware/metric-names.js';
import type { StageConfig } from '../config.js';
import type { FunctionName } from '../constructs/function-table.js';
import type { KienNghiFunction } from '../constructs/kien-nghi-function.js';
import type { Queues } from '../constructs/queues.js';

export const FIVE_MINUTES = Duration.minutes(5);

/** What alarms look at. */
export interface Watched {
  config: StageConfig;
  functions: Record<FunctionName, KienNghiFunction>;
  machine: StateMachine;
  api: HttpApi;
  queues: Queues;
  petitions: TableV2;
  configurationSet: string;
}

/** What a function counted (functions/middleware/metric-names.ts). */
export const counted = (watched: Watched, folder: FunctionName, metricName: MetricName): Metric =>
  new Metric({
    namespace: METRICS_NAMESPACE,
    metricName,
    dimensionsMap: { service: folder, stage: watched.config.stage },
    statistic: 'Sum',
    period: FIVE_MINUTES,
  });

/** The same over an hour: for what drips. */
export const countedByHour = (...of: Parameters<typeof counted>): Metric =>
  counted(...of).with({ period: Duration.hours(1) });

/** The least that a function told of something within an hour. */
export const least = (...of: Parameters<typeof counted>): Metric =>
  counted(...of).with({ period: Duration.hours(1), statistic: 'Minimum' });

/** The most that a function told of something within an hour. */
export const most = (...of: Parameters<typeof counted>): Metric =>
  counted(...of).with({ period: Duration.hours(1), statistic: 'Maximum' });

export const tableMetric = ({ petitions }: Watched, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: petitions.tableName },
    statistic: 'Sum',
    period: FIVE_MINUTES,
  });

/** Rates that SES judges senders by. */
export const reputation = ({ configurationSet }: Watched, metricName: string): Metric =>
  new Metric({
    namespace: 'AWS/SES',
    metricName,
    dimensionsMap: { 'ses:configuration-set': configurationSet },
    statistic: 'Average',
    period: Duration.hours(1),
  });
