import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { domainOf, nameOf, type StageConfig } from '../config.js';

/** What became of a mail. Openings and clicks are nobody's business. */
const REPORTED = [
  EmailSendingEvent.DELIVERY,
  EmailSendingEvent.BOUNCE,
  EmailSendingEvent.COMPLAINT,
  EmailSendingEvent.REJECT,
];

/** The sender's domain and what SES does with its mails. */
export class Mail extends Construct {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  readonly from: string;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    this.from = config.mailFrom;
    this.configurationSet = new ConfigurationSet(this, 'Set', {
      configurationSetName: nameOf(config, 'notices'),
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    // The only bus that SES writes to; constructs/mail-events.ts takes our own reports from it.
    this.configurationSet.addEventDestination('Reports', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: REPORTED,
    });
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domainOf(config.mailFrom)),
      configurationSet: this.configurationSet,
    });
  }
}
