import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  type UserPoolClientOptions,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { nameOf, policyOf, type StageConfig } from '../config.js';

/** Groups of the pool: roles in functions/routes.ts, and agencies' staff, who have no pages of their own yet. */
export const STAFF_GROUPS = ['auditor', 'supervisor', 'operator', 'sealed', 'agency-member'] as const;

const RESOURCE_SERVER = 'kien-nghi';
const STAFF_SCOPE = { name: 'staff', description: 'Pages of auditors, supervisors and operators' };
/** The scope that Cognito itself puts into tokens got with a password by API; nothing else can be had that way. */
const PASSWORD_SCOPE = 'aws.cognito.signin.user.admin';

/** People with a log-in: auditors, the Front's supervisors, operators. Residents and officials need none. */
export class StaffPool extends Construct {
  readonly pool: UserPool;
  readonly client: UserPoolClient;
  /** A token must have one of these. */
  readonly scopes: string[];
  /** As in the `iss` of its tokens. */
  readonly issuer: string;

  constructor(scope: Construct, id: string, config: StageConfig) {
    super(scope, id);
    const { keepsData, secondFactor, logIn } = policyOf(config.stage);
    this.pool = new UserPool(this, 'Pool', {
      userPoolName: nameOf(config, 'staff'),
      selfSignUpEnabled: false,
      signInAliases: { username: true },
      accountRecovery: AccountRecovery.NONE,
      mfa: secondFactor === 'required' ? Mfa.REQUIRED : Mfa.OFF,
      ...(secondFactor === 'required' && { mfaSecondFactor: { otp: true, sms: false } }),
      passwordPolicy: {
        minLength: 12,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      deletionProtection: keepsData,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    for (const groupName of STAFF_GROUPS)
      new UserPoolGroup(this, groupName, { userPool: this.pool, groupName });

    const staff = new ResourceServerScope({
      scopeName: STAFF_SCOPE.name,
      scopeDescription: STAFF_SCOPE.description,
    });
    const server = this.pool.addResourceServer('Api', { identifier: RESOURCE_SERVER, scopes: [staff] });
    this.scopes = logIn === 'password' ? [PASSWORD_SCOPE] : [`${RESOURCE_SERVER}/${STAFF_SCOPE.name}`];
    this.client = this.pool.addClient('Pages', {
      generateSecret: false,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      ...(logIn === 'password'
        ? { authFlows: { userPassword: true }, disableOAuth: true }
        : hostedPages(config.publicOrigin, OAuthScope.resourceServer(server, staff))),
    });
    if (config.stage !== 'local')
      this.pool.addDomain('Domain', { cognitoDomain: { domainPrefix: config.signInPrefix } });
    // The attribute ProviderURL says the same, but the local engine does not know it.
    this.issuer = `https://cognito-idp.${config.region}.amazonaws.com/${this.pool.userPoolId}`;
    this.explain();
  }

  private explain(): void {
    Validations.of(this.pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'A second factor is required in prod; elsewhere there are demo users only.',
      },
      {
        id: 'AwsSolutions-COG3',
        reason:
          'Threat protection needs the Plus plan; accounts are few, made by hand, with a second factor.',
      },
      { id: 'AwsSolutions-COG8', reason: 'The Plus plan would add threat protection only; see COG3.' },
    );
  }
}

/** Code grant with PKCE for a page without a secret. */
const hostedPages = (origin: string, staff: OAuthScope): UserPoolClientOptions => ({
  oAuth: {
    flows: { authorizationCodeGrant: true },
    scopes: [OAuthScope.OPENID, staff],
    callbackUrls: [`${origin}/audit.html`, `${origin}/desk.html`, `${origin}/sealed.html`],
    logoutUrls: [`${origin}/`],
  },
});
