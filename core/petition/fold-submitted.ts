import type { EventOf, Petition } from './petition.js';

/** The record that the first event makes. */
export const submitted = (event: EventOf<'PetitionSubmitted'>): Petition => {
  const { code, category, conditions, lane, serviceClass, provinceId, unitId, placeIssue, ...more } =
    event.data;
  const { channel, submitterKind, addressee, receivedBy, promised } = more;
  return {
    ...{ code, category, conditions, lane, serviceClass, provinceId, unitId, placeIssue },
    ...{ channel, submitterKind, addressee, receivedBy, promised },
    against: more.against ?? null,
    people: more.people ?? null,
    externalRef: more.externalRef ?? null,
    meetingId: more.meetingId ?? null,
    followUpOn: more.followUpOn ?? null,
    id: event.petitionId,
    status: 'SUBMITTED',
    receivedAt: more.receivedAt ?? event.at,
    task: null,
    hops: [],
    dateMoves: [],
    transfers: 0,
    escalations: 0,
    outcome: null,
    delivered: null,
    feedbackUntil: null,
    feedback: null,
    reopenings: 0,
    appeals: 0,
    endedInPauseSince: null,
    firstNoticeAt: null,
    isFirstNoticeMissed: false,
    supplements: 0,
    undelivered: 0,
    reclassifications: [],
    stood: [],
    receiptNo: 1,
    supports: [],
    visit: null,
    matterOf: more.matterOf ?? null,
    matters: [],
    duplicateOf: null,
    closedAt: null,
    calendars: {},
    head: { seq: 0, hash: '', at: event.at },
  };
};
