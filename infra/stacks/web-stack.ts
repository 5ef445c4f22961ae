import { CfnOutput, Duration, Fn, RemovalPolicy, Stack, Validations, type StackProps } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
  type BehaviorOptions,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  ObjectOwnership,
  type IBucket,
} from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { nameOf, policyOf, signInOrigin, type AwsConfig } from '../config.js';

const ONE_YEAR = Duration.days(365);

/** As the local gateway sets it: everything from this origin, nothing inline. */
const SITE_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface WebStackProps extends StackProps {
  config: AwsConfig;
  api: HttpApi;
}

/** One origin for people: the site from S3, `/api/*` and `/t/*` from the API. */
export class WebStack extends Stack {
  constructor(scope: Construct, id: string, { config, api, ...props }: WebStackProps) {
    super(scope, id, props);
    const bucket = this.siteBucket(config);
    const distribution = this.distribution(config, { bucket, api });
    new CfnOutput(this, 'SiteBucket', { value: bucket.bucketName });
    new CfnOutput(this, 'SignInOrigin', { value: signInOrigin(config) });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
    new CfnOutput(this, 'DistributionDomain', { value: distribution.distributionDomainName });
  }

  private siteBucket(config: AwsConfig): Bucket {
    const bucket = new Bucket(this, 'Site', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      versioned: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
      removalPolicy: policyOf(config.stage).keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'Public pages: who reads them is not recorded.',
    });
    return bucket;
  }

  private distribution(config: AwsConfig, { bucket, api }: { bucket: Bucket; api: HttpApi }): Distribution {
    const toApi: BehaviorOptions = {
      origin: new HttpOrigin(Fn.select(2, Fn.split('/', api.apiEndpoint))),
      allowedMethods: AllowedMethods.ALLOW_ALL,
      cachePolicy: CachePolicy.CACHING_DISABLED,
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
    };
    const distribution = new Distribution(this, 'Distribution', {
      comment: nameOf(config, 'site'),
      domainNames: [new URL(config.publicOrigin).hostname],
      certificate: Certificate.fromCertificateArn(this, 'Certificate', config.certificateArn),
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultRootObject: 'index.html',
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket as IBucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: this.siteHeaders(config),
      },
      additionalBehaviors: { '/api/*': toApi, '/t/*': toApi, '/d/*': toApi },
    });
    Validations.of(distribution).acknowledge(
      { id: 'AwsSolutions-CFR1', reason: 'Citizens abroad may hand in petitions.' },
      {
        id: 'AwsSolutions-CFR2',
        reason: "The API throttles by route; a firewall is the operator's choice and cost.",
      },
      {
        id: 'AwsSolutions-CFR3',
        reason: 'These logs hold paths, and a path under /t/ is a link that acts. The API logs routes.',
      },
    );
    return distribution;
  }

  /** The pages of functions set their own headers. */
  private siteHeaders(config: AwsConfig): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, 'SiteHeaders', {
      responseHeadersPolicyName: nameOf(config, 'site'),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: SITE_CSP, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
        strictTransportSecurity: { accessControlMaxAge: ONE_YEAR, includeSubdomains: true, override: true },
      },
    });
  }
}
