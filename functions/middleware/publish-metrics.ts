import type { Metrics } from '@aws-lambda-powertools/metrics';

/** Writes what was counted, also after an error. The library's own middleware warns at every call that counts nothing. */
export const publishMetrics = (metrics: Metrics): { after: () => void; onError: () => void } => {
  const publish = (): void => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
  };
  return { after: publish, onError: publish };
};
