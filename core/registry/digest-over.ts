import type { ServiceLevelsFile } from './service-level.js';

/** The most open tasks with which an agency is reminded of each by a mail of its own; null: always. */
export const digestOver = (
  { overOpenTasks, provinces, agencies }: ServiceLevelsFile['digest'],
  provinceId: string,
  agencyId: string,
): number | null => {
  const own = agencies[agencyId];
  if (own !== undefined) return own;
  const here = provinces[provinceId];
  return here === undefined ? overOpenTasks : here;
};
