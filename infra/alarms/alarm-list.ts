import { Duration } from 'aws-cdk-lib';
import { Metric, type IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { METRIC } from '../../functions/middleware/metric-names.js';
import {
  counted,
  countedByHour,
  FIVE_MINUTES,
  least,
  most,
  reputation,
  tableMetric,
  type Watched,
} from './watched.js';

export interface AlarmSpec {
  /** One sentence: what has happened. The runbook has the rest under the alarm's name. */
  says: string;
  metric: IMetric;
  /** Goes off at this value and above, or, with `isBelow`, under it. */
  threshold: number;
  isBelow?: boolean;
  /** With `isBelow`: no value at all is no alarm, because another one tells of that. */
  maySleep?: boolean;
  /** Periods in a row, of the metric's length. */
  periods?: number;
}

const over = { period: FIVE_MINUTES };

const record = (watched: Watched): Record<string, AlarmSpec> => ({
  'history-tampered': {
    says: 'An entry of a history was changed or removed in the table.',
    metric: counted(watched, 'relay-changes', METRIC.historyTampered),
    threshold: 1,
  },
  'reads-throttled': {
    says: 'DynamoDB turned away reads of petitions.',
    metric: tableMetric(watched, 'ReadThrottleEvents'),
    threshold: 1,
    periods: 2,
  },
  'writes-throttled': {
    says: 'DynamoDB turned away writes of petitions.',
    metric: tableMetric(watched, 'WriteThrottleEvents'),
    threshold: 1,
    periods: 2,
  },
});

const workflow = (watched: Watched): Record<string, AlarmSpec> => ({
  'workflow-task-fails': {
    says: 'Tasks of the workflow keep failing after their retries; the petitions rest and try again.',
    metric: counted(watched, 'record-failure', METRIC.workflowFailure),
    threshold: 1,
    periods: 2,
  },
  'executions-fail': {
    says: 'Executions failed, which the workflow should never do; the reconciler replaces them.',
    metric: watched.machine.metricFailed(over),
    threshold: 1,
  },
  'executions-time-out': {
    says: 'Executions ran into the time-out of the whole machine, though runs are renewed long before.',
    metric: watched.machine.metricTimedOut(over),
    threshold: 1,
  },
  'executions-replaced': {
    says: 'The reconciler replaced executions that had died or did not listen any more.',
    metric: counted(watched, 'reconcile-threads', METRIC.reconcilerReplaced),
    threshold: 5,
  },
});

const reconciler = (watched: Watched): Record<string, AlarmSpec> => ({
  'reconciler-silent': {
    says: 'The reconciler has not run for ten minutes: what stands still is not noticed.',
    metric: watched.functions['reconcile-threads'].metricInvocations(over),
    threshold: 1,
    isBelow: true,
    periods: 2,
  },
  'reconciler-fails': {
    says: 'The reconciler ends with errors.',
    metric: watched.functions['reconcile-threads'].metricErrors(over),
    threshold: 1,
    periods: 2,
  },
  'petitions-not-revived': {
    says: 'The reconciler cannot revive some petitions.',
    metric: counted(watched, 'reconcile-threads', METRIC.reconcilerFailed),
    threshold: 1,
    periods: 3,
  },
  'relay-behind': {
    says: 'Changes wait more than five minutes for the relay.',
    metric: watched.functions['relay-changes'].metric('IteratorAge', { ...over, statistic: 'Maximum' }),
    threshold: FIVE_MINUTES.toMilliseconds(),
  },
  'relay-gives-up': {
    says: 'The relay gave up changes after its retries.',
    metric: watched.queues.relayDead.metricApproximateNumberOfMessagesVisible({
      ...over,
      statistic: 'Maximum',
    }),
    threshold: 1,
  },
});

const post = (watched: Watched): Record<string, AlarmSpec> => ({
  'post-behind': {
    says: 'Notices wait more than fifteen minutes to be sent.',
    metric: watched.queues.notices.metricApproximateAgeOfOldestMessage({ ...over, statistic: 'Maximum' }),
    threshold: Duration.minutes(15).toSeconds(),
  },
  'post-gives-up': {
    says: 'Notices could not be handled and left the queue.',
    metric: watched.queues.noticesDead.metricApproximateNumberOfMessagesVisible({
      ...over,
      statistic: 'Maximum',
    }),
    threshold: 1,
  },
  'notices-abandoned': {
    says: 'Several notices were given up and wait for an operator to phone or print them.',
    metric: countedByHour(watched, 'send-notice', METRIC.noticeAbandoned),
    threshold: 5,
  },
  'deliveries-unconfirmed': {
    says: 'Nothing was heard of mails to agencies or messages to telephones: neither delivered nor come back.',
    metric: counted(watched, 'reconcile-threads', METRIC.noticeUnconfirmed),
    threshold: 1,
  },
  'reports-give-up': {
    says: 'Reports of the mail service could not be recorded: bounces may have no consequence.',
    metric: watched.queues.mailEventsDead.metricApproximateNumberOfMessagesVisible({
      ...over,
      statistic: 'Maximum',
    }),
    threshold: 1,
  },
  'receipts-refused': {
    says: 'Receipts of messages are not signed as agreed: deliveries to telephones may go unnoticed.',
    metric: counted(watched, 'record-message-receipt', METRIC.messageReceiptRefused),
    threshold: 5,
    periods: 3,
  },
  'notices-fail': {
    says: 'Notices keep failing before or after they are sent; they are late, or come twice.',
    metric: counted(watched, 'send-notice', METRIC.noticeFailed),
    threshold: 1,
    periods: 3,
  },
  'agencies-unreached': {
    says: 'An agency has no contact that takes mail, so it knows nothing of its task.',
    metric: countedByHour(watched, 'send-notice', METRIC.agencyUnreached),
    threshold: 1,
  },
  'mails-bounce': {
    says: 'Too many mails come back; SES suspends senders at 5 %.',
    metric: reputation(watched, 'Reputation.BounceRate'),
    threshold: 0.04,
  },
  'mails-annoy': {
    says: 'Recipients report mails as spam; SES suspends senders at 0.1 %.',
    metric: reputation(watched, 'Reputation.ComplaintRate'),
    threshold: 0.0008,
  },
});

const surface = (watched: Watched): Record<string, AlarmSpec> => ({
  'requests-fail': {
    says: 'The API answers with server errors.',
    metric: watched.api.metricServerError({ ...over, statistic: 'Sum' }),
    threshold: 5,
  },
  'functions-throttled': {
    says: "Calls were turned away because the account's concurrency is used up.",
    metric: new Metric({
      namespace: 'AWS/Lambda',
      metricName: 'Throttles',
      statistic: 'Sum',
      period: FIVE_MINUTES,
    }),
    threshold: 10,
  },
});

const data = (watched: Watched): Record<string, AlarmSpec> => ({
  'release-not-applied': {
    says: 'For an hour a new registry release has not reached all open petitions.',
    metric: counted(watched, 'reconcile-threads', METRIC.releaseProvincesLeft),
    threshold: 1,
    periods: 12,
  },
  'calendar-ends': {
    says: 'Less than sixty days are left on which the working calendar is final.',
    metric: least(watched, 'reconcile-threads', METRIC.calendarDaysLeft),
    threshold: 60,
    isBelow: true,
    maySleep: true,
  },
});

const sealed = (watched: Watched): Record<string, AlarmSpec> => ({
  'denunciations-late': {
    says: 'Denunciations are past their next date: their bodies have not said what becomes of them.',
    metric: most(watched, 'watch-sealed', METRIC.denunciationsLate),
    threshold: 1,
  },
  'denunciations-unreached': {
    says: 'A body does not know of a denunciation given to it, or has ended with nobody found who follows.',
    metric: countedByHour(watched, 'watch-sealed', METRIC.denunciationUnreached),
    threshold: 1,
  },
  'denunciations-unwatched': {
    says: 'Open denunciations could not be looked after.',
    metric: counted(watched, 'watch-sealed', METRIC.sealedWatchFailed),
    threshold: 1,
    periods: 3,
  },
  'denunciations-unreadable': {
    says: "A body's list has denunciations whose record cannot be read.",
    metric: counted(watched, 'list-sealed', METRIC.sealedUnreadable),
    threshold: 1,
  },
});

/** Every alarm by its name, which is also its heading in docs/runbook.md. */
export const alarmList = (watched: Watched): Record<string, AlarmSpec> => ({
  ...record(watched),
  ...workflow(watched),
  ...reconciler(watched),
  ...post(watched),
  ...surface(watched),
  ...data(watched),
  ...sealed(watched),
});
