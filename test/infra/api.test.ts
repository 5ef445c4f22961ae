import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { ROLES, ROUTES } from '../../functions/routes.js';
import { STAFF_GROUPS } from '../../infra/constructs/staff-pool.js';
import { resourcesOf } from './rights.js';
import { synthesise } from './templates.js';

const { application, stateful, web } = synthesise('prod');
const routes = Object.values(resourcesOf(application, 'AWS::ApiGatewayV2::Route')).map(
  ({ Properties }) => Properties,
);

const integrationOf = (route: Record<string, unknown>): string => {
  const id = /"Ref":"(\w+)"/.exec(JSON.stringify(route['Target']))?.[1] ?? '';
  return JSON.stringify(
    resourcesOf(application, 'AWS::ApiGatewayV2::Integration')[id]?.Properties['IntegrationUri'],
  );
};

describe('the API', () => {
  it('has the routes of functions/routes.ts, no more and no fewer, each at its function', () => {
    expect(routes.map((route) => route['RouteKey']).sort()).toEqual(
      ROUTES.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    for (const { method, path, function: folder } of ROUTES) {
      const route = routes.find((one) => one['RouteKey'] === `${method} ${path}`) ?? {};
      expect(integrationOf(route)).toContain(`"${folder.replaceAll('-', '')}`);
    }
  });

  it('asks for a staff token exactly where the table names roles', () => {
    for (const { method, path, access } of ROUTES) {
      const route = routes.find((one) => one['RouteKey'] === `${method} ${path}`);
      const isOpen = typeof access === 'string';
      expect(route?.['AuthorizationType'], path).toBe(isOpen ? 'NONE' : 'JWT');
      expect(route?.['AuthorizationScopes'], path).toEqual(isOpen ? undefined : ['kien-nghi/staff']);
    }
  });

  it('trusts tokens of the pool for its own pages only', () => {
    application.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ 'Fn::ImportValue': Match.stringLikeRegexp('StaffPoolPages') }],
      },
    });
  });

  it('knows every role of the table as a group of the pool', () => {
    const groups = Object.values(resourcesOf(stateful, 'AWS::Cognito::UserPoolGroup'));
    expect(groups.map(({ Properties }) => Properties['GroupName']).sort()).toEqual([...STAFF_GROUPS].sort());
    expect(STAFF_GROUPS).toEqual(expect.arrayContaining([...ROLES]));
  });

  it('throttles, and what anybody may write and the form of many commits more than the rest', () => {
    const writing = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 50 };
    application.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
      RouteSettings: {
        'POST /api/petitions': writing,
        'POST /api/petitions/{code}/answers': writing,
        'POST /api/petitions/{code}/feedback': writing,
        'POST /api/petitions/{code}/withdrawal': writing,
        'POST /d/{link}': writing,
      },
    });
  });

  it('logs the route, never the path, an address or a claim', () => {
    const [stage] = Object.values(resourcesOf(application, 'AWS::ApiGatewayV2::Stage'));
    const { Format } = stage?.Properties['AccessLogSettings'] as { Format: string };
    expect(Format).toContain('$context.routeKey');
    expect(Format).not.toMatch(/\$context\.(path|identity|authorizer\.claims|customDomain|requestOverride)/);
    expect(Format).not.toMatch(/\$context\.http\.path|sourceIp|userAgent/);
  });
});

describe('the site', () => {
  const [distribution] = Object.values(resourcesOf(web!, 'AWS::CloudFront::Distribution'));
  const config = distribution?.Properties['DistributionConfig'] as Record<string, unknown>;

  it('sends /api, /t and /d to the API uncached and serves the rest from a closed bucket', () => {
    const behaviours = config['CacheBehaviors'] as {
      PathPattern: string;
      CachePolicyId: string;
      AllowedMethods: string[];
    }[];
    expect(behaviours.map(({ PathPattern }) => PathPattern)).toEqual(['/api/*', '/t/*', '/d/*']);
    const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
    expect(behaviours.every(({ CachePolicyId }) => CachePolicyId === cachingDisabled)).toBe(true);
    expect(behaviours.every(({ AllowedMethods }) => AllowedMethods.includes('POST'))).toBe(true);
    web?.resourceCountIs('AWS::CloudFront::OriginAccessControl', 1);
  });

  it('writes no log of paths: a path may be a link', () => {
    expect(config['Logging']).toBeUndefined();
  });

  it('sets the headers that the local gateway sets', () => {
    const [policy] = Object.values(resourcesOf(web!, 'AWS::CloudFront::ResponseHeadersPolicy'));
    const text = JSON.stringify(policy?.Properties);
    expect(text).toContain("default-src 'none'; script-src 'self'");
    expect(text).toContain("frame-ancestors 'none'");
    expect(text).toContain('same-origin');
  });

  it('is not part of the local stage, where the gateway stands', () => {
    expect(synthesise('local').web).toBeUndefined();
  });
});
