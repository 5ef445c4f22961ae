import { cpus, loadavg, platform, release, totalmem } from 'node:os';

/** Where the figures were measured: absolute numbers mean something on this machine only. */
export const describeMachine = () => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${release()}`,
  node: process.versions.node,
  /** Above the number of cores, other programs took part of the machine. */
  loadOneMinute: Number((loadavg()[0] ?? 0).toFixed(2)),
});
