import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod';
import { MESSAGE_CHANNELS } from '../core/messages/channel.js';

const region = z
  .string({ error: 'name the AWS Region in which the data will live' })
  .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is not an AWS Region');
const loopback = /^http:\/\/127\.0\.0\.1(:\d{1,5})?(\/[\w./-]*)?$/;
const mailbox = z.email({ error: 'give an e-mail address' }).max(254);
const httpsOrigin = z
  .string({ error: 'give the origin of the pages and links' })
  .regex(/^https:\/\/[a-z0-9.-]+$/, 'is an https origin without a path');

const shared = {
  /** No default anywhere: where citizens' data lives is a decision. */
  region,
  /** Sender of all mails; SES gets its domain as identity. */
  mailFrom: mailbox,
  /** Who is told when an alarm goes off. */
  alarmEmail: mailbox,
  /** Real minutes after which the operator is told of mails of whose delivery nothing was heard. */
  deliveryWatchMinutes: z.int({ error: 'is a whole number of minutes' }).min(5).max(1_440).default(60),
  /** Raised after the link secret was replaced: ends every link mailed until then (runbook). */
  linkKeyVersion: z
    .int({ error: 'is a whole number, 1 until the link secret is replaced' })
    .min(1)
    .max(9_999),
};

/** A gateway that takes SMS or Zalo messages for residents without e-mail (docs/gateway.md). */
const gatewayTo = (url: z.ZodString) =>
  z
    .strictObject({
      /** Where signed messages are posted. The shared secret is made by the stack, in Secrets Manager. */
      url: url.max(300),
      channel: z.enum(MESSAGE_CHANNELS, { error: 'is sms or zalo' }),
      /** Vietnamese with its accents makes an SMS up to three times as dear. */
      accents: z.boolean({ error: 'is true or false' }).default(false),
    })
    .optional();

/** Longer than this, a message with its link would not fit into three segments. */
const LONGEST_ORIGIN_IN_MESSAGES = 60;

const fitsIntoMessages = ({ gateway, publicOrigin }: { gateway?: unknown; publicOrigin: string }): boolean =>
  gateway === undefined || publicOrigin.length <= LONGEST_ORIGIN_IN_MESSAGES;

const onAws = {
  ...shared,
  /** Origin of the site, of the links in mails and of the forms. */
  publicOrigin: httpsOrigin,
  /** Certificate of that origin's host; CloudFront takes it from us-east-1 only. */
  certificateArn: z
    .string({ error: 'give the certificate of the public origin' })
    .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'is a certificate in us-east-1'),
  /** Prefix of the log-in pages' host name, unique in the Region. */
  gateway: gatewayTo(
    z
      .string({ error: 'give the https address of the gateway' })
      .regex(/^https:\/\/[a-z0-9.-]+(:\d{1,5})?\/[\w./-]*$/, 'is an https address'),
  ),
  signInPrefix: z
    .string({ error: 'choose a prefix for the log-in pages' })
    .regex(/^[a-z][a-z0-9-]{2,40}$/, 'has lower-case letters, digits and hyphens'),
};

const LocalConfigSchema = z.strictObject({
  ...shared,
  stage: z.literal('local'),
  gateway: gatewayTo(z.string().regex(loopback, 'is an address on loopback')),
  publicOrigin: z.string().regex(/^http:\/\/127\.0\.0\.1(:\d{1,5})?$/, 'is an origin on loopback'),
  /** File that says what legal time it is. No other stage has such a field. */
  legalClockFile: z.string().min(1).max(500),
});

const DevConfigSchema = z.strictObject({ ...onAws, stage: z.literal('dev') });

const ProdConfigSchema = z.strictObject({
  ...onAws,
  stage: z.literal('prod'),
  /** AWS has no Region in Việt Nam: the document in which the operator decided where the data may live. */
  residencyDecision: z
    .string({ error: 'name the document in which the Region was decided' })
    .min(10, 'name the document: number, date, who signed it')
    .max(300),
});

/** What an operator decides for a stage; `infra/stages/<stage>.json`. */
export const StageConfigSchema = z
  .discriminatedUnion('stage', [LocalConfigSchema, DevConfigSchema, ProdConfigSchema])
  .refine(fitsIntoMessages, {
    path: ['publicOrigin'],
    error: `has at most ${LONGEST_ORIGIN_IN_MESSAGES} characters where a gateway is named`,
  });
export type LocalConfig = z.infer<typeof LocalConfigSchema>;
export type AwsConfig = z.infer<typeof DevConfigSchema> | z.infer<typeof ProdConfigSchema>;
export type StageConfig = LocalConfig | AwsConfig;
export type StageName = StageConfig['stage'];

export const STAGES = ['local', 'dev', 'prod'] as const satisfies readonly StageName[];

export type ReleaseLock = 'compliance' | 'governance' | 'none';

/** Everything in which the stages differ beyond what operators decide. What is not named here is the same everywhere. */
export interface StagePolicy {
  /** Data outlives the stack, and tables and user pool refuse to be deleted. */
  keepsData: boolean;
  logRetention: RetentionDays;
  /** Object Lock on released registries; nobody at all can lift `compliance`. */
  releaseLock: ReleaseLock;
  secondFactor: 'required' | 'off';
  /** Demo users log in with a password by API, which gives tokens without the staff scope. */
  logIn: 'hosted-pages' | 'password';
  /** CloudFront in front of site and API; locally the gateway of `local/` stands there. */
  edge: 'cloudfront' | 'none';
}

const POLICIES: Record<StageName, StagePolicy> = {
  local: {
    keepsData: false,
    logRetention: RetentionDays.ONE_WEEK,
    releaseLock: 'none',
    secondFactor: 'off',
    logIn: 'password',
    edge: 'none',
  },
  dev: {
    keepsData: false,
    logRetention: RetentionDays.ONE_MONTH,
    releaseLock: 'governance',
    secondFactor: 'off',
    logIn: 'hosted-pages',
    edge: 'cloudfront',
  },
  prod: {
    keepsData: true,
    logRetention: RetentionDays.ONE_YEAR,
    releaseLock: 'compliance',
    secondFactor: 'required',
    logIn: 'hosted-pages',
    edge: 'cloudfront',
  },
};

export const policyOf = (stage: StageName): StagePolicy => POLICIES[stage];

/** Names that must be known before a resource exists, or that people look for: `kien-nghi-prod-relay-changes`. */
export const nameOf = (config: Pick<StageConfig, 'stage'>, what: string): string =>
  `kien-nghi-${config.stage}-${what}`;

/** Where staff log in. */
export const signInOrigin = ({ signInPrefix, region: where }: AwsConfig): string =>
  `https://${signInPrefix}.auth.${where}.amazoncognito.com`;

/** The part of an address after the `@`. */
export const domainOf = (mailboxAddress: string): string =>
  mailboxAddress.slice(mailboxAddress.lastIndexOf('@') + 1);
