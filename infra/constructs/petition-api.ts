import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  CfnStage,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
  type HttpRoute,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ROUTES, type Route, type RouteKey } from '../../functions/routes.js';
import { nameOf, policyOf, type StageConfig } from '../config.js';
import type { StaffPool } from './staff-pool.js';

/** Requests a second over all callers; what is beyond gets 429. A city of ten million hands in one or two a second. */
const USUAL = { rateLimit: 100, burstLimit: 200 };
/** Who opens sealed files one after another is slow by design. */
const UNSEALING = { ThrottlingRateLimit: 2, ThrottlingBurstLimit: 5 };
const UNSEAL_ROUTE = 'POST /api/sealed/{id}/unseal' satisfies RouteKey;
const WRITING = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 50 };

/** Whatever anybody may write without a token or a link, and the form that is many commits at once. */
const OPEN_WRITES = ROUTES.filter(
  ({ method, path, access }) => method === 'POST' && (access === 'public' || path === '/d/{link}'),
).map(({ method, path }) => `${method} ${path}`);

/** Route, never path: a path may hold a link. No address of the caller. */
const ACCESS_LOG = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  route: '$context.routeKey',
  status: '$context.status',
  latencyMs: '$context.responseLatency',
  bytes: '$context.responseLength',
  integrationError: '$context.integrationErrorMessage',
  authorizerError: '$context.authorizer.error',
};

const OPEN_BECAUSE = {
  link: 'Whoever holds the unguessable link of the mail acts for the agency; the function checks it.',
  signed: 'The gateway signs its requests with a shared secret; the function checks signature and time.',
  public: 'Residents hand in and follow petitions without an account.',
};

export interface PetitionApiProps {
  config: StageConfig;
  staff: StaffPool;
  functionOf: (folder: (typeof ROUTES)[number]['function']) => IFunction;
}

/** The HTTP surface of functions/routes.ts: public routes, links, and routes that ask for a staff token. */
export class PetitionApi extends Construct {
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { config, staff, functionOf }: PetitionApiProps) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', { apiName: nameOf(config, 'api'), createDefaultStage: false });
    const authorizer = new HttpJwtAuthorizer('Staff', staff.issuer, {
      jwtAudience: [staff.client.userPoolClientId],
    });
    const routes = ROUTES.flatMap((route) => {
      const isOpen = typeof route.access === 'string';
      const added = this.api.addRoutes({
        path: route.path,
        methods: [HttpMethod[route.method]],
        integration: new HttpLambdaIntegration(route.function, functionOf(route.function)),
        ...(!isOpen && { authorizer, authorizationScopes: staff.scopes }),
      });
      if (isOpen)
        added.forEach((one) => {
          this.explain(one, route);
        });
      return added;
    });
    this.stage(config).node.addDependency(...routes);
  }

  /** A route's own throttle names the route, so the stage comes after it. */
  private stage(config: StageConfig): HttpStage {
    const { logRetention, keepsData } = policyOf(config.stage);
    const log = new LogGroup(this, 'AccessLog', {
      logGroupName: `/aws/vendedlogs/${nameOf(config, 'api')}`,
      retention: logRetention,
      removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: USUAL,
      accessLogSettings: {
        destination: new LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    (stage.node.defaultChild as CfnStage).routeSettings = Object.fromEntries([
      ...OPEN_WRITES.map((route) => [route, WRITING] as const),
      [UNSEAL_ROUTE, UNSEALING] as const,
    ]);
    return stage;
  }

  private explain(construct: HttpRoute, { access }: Route): void {
    const reason = OPEN_BECAUSE[typeof access === 'string' ? access : 'public'];
    Validations.of(construct).acknowledge({ id: 'AwsSolutions-APIG4', reason });
  }
}
