import { localDayOf } from '../../../core/time.js';
import { localApi } from '../api.js';

const REFORM_DAY = '2025-07-01';

/** Id under which petitions received on that day are kept, for the province where the system began. */
export const provinceAt = (now: string): string => (localDayOf(now) < REFORM_DAY ? 'p:79@0' : 'p:79@2025-07');

/** Its name. */
export const HOME_PROVINCE = 'Hồ Chí Minh';

const realNow = (): string => new Date().toISOString();

/** Only for what a form proposes at first. On one's own machine legal time may be years away from the browser's. */
export const proposedNow = (): Promise<string> =>
  localApi.isHere() ? localApi.now().catch(realNow) : Promise.resolve(realNow());
