import type { Notice } from './notices.js';
import type { EventOf } from './petition.js';

/** A mail that came back is a new mail to the next contact: the attempts of the first one are spent. */
export const undeliveredNotices = ({
  data,
}: EventOf<'NoticeUndelivered'>): Pick<Notice, 'kind' | 'to' | 'taskNo' | 'thread'>[] => {
  const { kind, taskNo, thread, to, followUp } = data;
  if (to.kind !== 'agency') return [];
  const about = thread === undefined ? {} : { thread };
  const agency = { kind: 'agency', agencyId: to.agencyId } as const;
  if (followUp.kind === 'next-contact')
    return [{ kind, to: { ...agency, role: followUp.role }, taskNo, ...about }];
  return followUp.kind === 'superior'
    ? [
        {
          kind: 'unreachable-unit',
          to: { kind: 'agency', agencyId: followUp.agencyId, role: 'main' },
          taskNo: null,
          ...about,
        },
      ]
    : [];
};
