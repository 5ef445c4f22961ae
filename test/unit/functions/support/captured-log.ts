import { vi } from 'vitest';

/** Everything that functions write: log lines and metrics, exactly as CloudWatch would get them. */
export const captureLog = () => {
  const lines: string[] = [];
  const keep = (text: unknown): boolean => {
    lines.push(String(text));
    return true;
  };
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const spy of spies) spy.mockImplementation(keep);
  return {
    text: () => lines.join(''),
    entries: () =>
      lines
        .flatMap((line) => line.split('\n'))
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    release: () => {
      for (const spy of spies) spy.mockRestore();
    },
  };
};

export type CapturedLog = ReturnType<typeof captureLog>;

/** Names of the metrics among the lines. */
export const metricNames = (log: Pick<CapturedLog, 'entries'>): string[] =>
  log.entries().flatMap((entry) => {
    const emf = entry['_aws'] as { CloudWatchMetrics: { Metrics: { Name: string }[] }[] } | undefined;
    return emf === undefined
      ? []
      : emf.CloudWatchMetrics.flatMap(({ Metrics }) => Metrics.map(({ Name }) => Name));
  });
