import { recordMeeting, type RecordMeetingDeps } from '../../core/use-cases/record-meeting.js';
import { httpBundle } from '../middleware/http-bundle.js';
import { METRIC } from '../middleware/metric-names.js';
import { count, type Observability } from '../middleware/observability.js';
import { json } from '../middleware/responses.js';
import { requireUser } from '../middleware/roles.js';
import { toAnswer } from '../submit-petition/take-in.js';
import { readMeeting } from './request.js';
import type { MeetingReceipt } from './schema.js';

export type RecordMeetingHandlerDeps = RecordMeetingDeps & {
  observability: Observability;
  publicOrigin: string;
};

/** Records a meeting with what was raised there. Its petitions are routed in the background, each by itself. */
export const createHandler = (deps: RecordMeetingHandlerDeps) =>
  httpBundle(deps.observability).handler(async (event) => {
    const user = requireUser(event, 'POST /api/meetings');
    const { entry, key } = await readMeeting(deps, event, user.id);
    const { meeting, receipts } = await recordMeeting(deps, entry, key);
    count(deps.observability, METRIC.meetingRecorded);
    for (const _ of receipts) count(deps.observability, METRIC.petitionSubmitted);
    deps.observability.logger.info('Meeting recorded', {
      userId: user.id,
      meetingId: meeting.id,
      items: receipts.length,
    });
    const answer: MeetingReceipt = {
      id: meeting.id,
      status: 'RECORDED',
      items: receipts.map((receipt) => toAnswer(receipt, deps.publicOrigin)),
    };
    return json(202, answer, { location: `${deps.publicOrigin}/api/audit/meetings/${meeting.id}` });
  });
