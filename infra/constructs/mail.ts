import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { domainOf, nameOf, type StageConfig } from '../config.js';

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
    this.identity = new EmailIdentity(this, 'Identity', {
      identity: Identity.domain(domainOf(config.mailFrom)),
      configurationSet: this.configurationSet,
    });
  }
}
