/** Namespace and names of the business metrics. Alarms and dashboards refer to these, never to strings of their own. */
export const METRICS_NAMESPACE = 'KienNghi';

export const METRIC = {
  /** A petition was handed in; repeated posts count too. */
  petitionSubmitted: 'PetitionSubmitted',
  /** A meeting was recorded, with or without petitions; repeated posts count too. */
  meetingRecorded: 'MeetingRecorded',
  /** A submission was guided to its own track (complaint, denunciation, emergency) and not stored. */
  submissionGuided: 'SubmissionGuided',
  /** An official's decision was recorded. */
  decisionRecorded: 'DecisionRecorded',
  /** An official came too late: the task was closed or moved. */
  decisionTooLate: 'DecisionTooLate',
  /** A resident answered, gave feedback or withdrew; repeated posts count too. */
  residentHeard: 'ResidentHeard',
  deliveryRecorded: 'DeliveryRecorded',
  /** The desk handed out a new receipt; repeated posts count too. */
  codeRecovered: 'CodeRecovered',
  /** A step that the workflow wrote (or found done already). */
  petitionAdvanced: 'PetitionAdvanced',
  /** A workflow task failed after its retries. */
  workflowFailure: 'WorkflowFailure',
  /** Stream records that could not be turned into their consequences; tried again. */
  relayFailed: 'RelayFailed',
  /** An entry of a history was changed or removed in the table. */
  historyTampered: 'HistoryTampered',
  reconcilerWoken: 'ReconcilerWoken',
  /** Executions that had died or gone deaf and were replaced. */
  reconcilerReplaced: 'ReconcilerReplaced',
  reconcilerQueued: 'ReconcilerQueued',
  reconcilerFailed: 'ReconcilerFailed',
  /** Threads that a new registry release lets wake up earlier. */
  releaseThreadsWoken: 'ReleaseThreadsWoken',
  /** Provinces whose open petitions have not all been looked at since a release came into force. */
  releaseProvincesLeft: 'ReleaseProvincesLeft',
  noticeSent: 'NoticeSent',
  /** The mail service refused a mail; tried again later. */
  noticeRefused: 'NoticeRefused',
  /** A notice was given up and waits for a person. */
  noticeAbandoned: 'NoticeAbandoned',
  /** A resident whom neither mail nor message reaches: waits for a person from the start, as it should. */
  noticeToWorklist: 'NoticeToWorklist',
  /** An agency without a contact that takes mail: waits for a person, and the agency knows nothing of its task. */
  agencyUnreached: 'AgencyUnreached',
  /** An error while a notice was handled; most come again. */
  noticeFailed: 'NoticeFailed',
  /** The recipient's mail server took a mail. */
  noticeDelivered: 'NoticeDelivered',
  /** A mail came back, was unwanted or refused; what follows is in the history. */
  noticeUndelivered: 'NoticeUndelivered',
  /** Nothing was heard of a mail to an agency or a message to a telephone, neither delivered nor come back. */
  noticeUnconfirmed: 'NoticeUnconfirmed',
  /** A report of the mail service that could not be recorded. */
  mailEventFailed: 'MailEventFailed',
  /** Somebody who is not the gateway, or speaks out of time, sent a receipt of a message. */
  messageReceiptRefused: 'MessageReceiptRefused',
  /** Days until the working calendar is missing or not final; told with each pass. */
  calendarDaysLeft: 'CalendarDaysLeft',
  /** A denunciation was taken in the sealed lane; repeated posts count too. */
  denunciationReceived: 'DenunciationReceived',
  /** An officer looked at the identity of a denouncer; who, when and why is in the file's history. */
  identityUnsealed: 'IdentityUnsealed',
  /** Open denunciations that are past their next date; told with each pass. */
  denunciationsLate: 'DenunciationsLate',
  /** A body does not know of its denunciation, or has ended with nobody found who follows. */
  denunciationUnreached: 'DenunciationUnreached',
  /** A pass over the open denunciations met files that it could not handle. */
  sealedWatchFailed: 'SealedWatchFailed',
  /** Files of a body's list that cannot be read, closed ones included. */
  sealedUnreadable: 'SealedUnreadable',
  /** An answer with a 5xx status. */
  serverError: 'ServerError',
} as const;
export type MetricName = (typeof METRIC)[keyof typeof METRIC];
