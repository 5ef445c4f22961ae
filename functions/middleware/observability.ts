import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { METRICS_NAMESPACE, type MetricName } from './metric-names.js';

/** Log and metrics of one function. */
export interface Observability {
  logger: Logger;
  metrics: Metrics;
}

/** `serviceName` is the function's folder; every metric has it and the stage as dimensions. */
export const createObservability = (serviceName: string, stage: string): Observability => ({
  logger: new Logger({ serviceName, persistentKeys: { stage } }),
  metrics: new Metrics({ namespace: METRICS_NAMESPACE, serviceName, defaultDimensions: { stage } }),
});

/** Tells how much there is of something at this moment; 0 is an answer like any other. */
export const gauge = ({ metrics }: Pick<Observability, 'metrics'>, name: MetricName, value: number): void => {
  metrics.addMetric(name, MetricUnit.Count, value);
};

/** Counts something that happened; nothing is written for 0. */
export const count = ({ metrics }: Pick<Observability, 'metrics'>, name: MetricName, times = 1): void => {
  if (times > 0) metrics.addMetric(name, MetricUnit.Count, times);
};
