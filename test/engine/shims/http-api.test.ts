/** What the product needs of API Gateway and Cognito, which the engine does without a shim. */
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beforeAll, expect, test } from 'vitest';
import { useEngine } from '../../support/engine.js';
import { deploy, nodeFunction } from './aws.js';

const aws = useEngine();
let names: Record<string, string>;

const ECHO = `exports.handler = async (event) => event.rawPath === '/t/photo'
  ? { statusCode: 200, headers: { 'content-type': 'image/png' }, cookies: ['a=1', 'b=2'], isBase64Encoded: true, body: 'AP+JUE4=' }
  : { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(event) };`;

const ref = (name: string): object => ({ Ref: name });
const route = (RouteKey: string, extra: object = {}): object => ({
  Type: 'AWS::ApiGatewayV2::Route',
  Properties: {
    ApiId: ref('Api'),
    RouteKey,
    Target: { 'Fn::Join': ['/', ['integrations', ref('Integration')]] },
    ...extra,
  },
});

beforeAll(async () => {
  names = await deploy(aws, 'fixtures', {
    Resources: {
      Echo: nodeFunction(ECHO),
      Api: { Type: 'AWS::ApiGatewayV2::Api', Properties: { Name: 'api', ProtocolType: 'HTTP' } },
      Stage: {
        Type: 'AWS::ApiGatewayV2::Stage',
        Properties: { ApiId: ref('Api'), StageName: '$default', AutoDeploy: true },
      },
      Integration: {
        Type: 'AWS::ApiGatewayV2::Integration',
        Properties: {
          ApiId: ref('Api'),
          IntegrationType: 'AWS_PROXY',
          IntegrationUri: { 'Fn::GetAtt': ['Echo', 'Arn'] },
          PayloadFormatVersion: '2.0',
        },
      },
      ShowPage: route('GET /t/{link}'),
      Decide: route('POST /t/{link}'),
      Audit: route('GET /api/audit', {
        AuthorizationType: 'JWT',
        AuthorizerId: ref('Authorizer'),
        AuthorizationScopes: ['aws.cognito.signin.user.admin'],
      }),
      Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'pool' } },
      Auditors: {
        Type: 'AWS::Cognito::UserPoolGroup',
        Properties: { UserPoolId: ref('Pool'), GroupName: 'auditor' },
      },
      Client: {
        Type: 'AWS::Cognito::UserPoolClient',
        Properties: {
          UserPoolId: ref('Pool'),
          ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        },
      },
      Authorizer: {
        Type: 'AWS::ApiGatewayV2::Authorizer',
        Properties: {
          ApiId: ref('Api'),
          AuthorizerType: 'JWT',
          Name: 'jwt',
          IdentitySource: ['$request.header.Authorization'],
          JwtConfiguration: {
            Audience: [ref('Client')],
            Issuer: { 'Fn::Sub': 'https://cognito-idp.${AWS::Region}.amazonaws.com/${Pool}' },
          },
        },
      },
    },
    Outputs: { Api: { Value: ref('Api') }, Pool: { Value: ref('Pool') }, Client: { Value: ref('Client') } },
  });
});

interface HttpEvent {
  routeKey: string;
  pathParameters: Record<string, string>;
  isBase64Encoded: boolean;
  body: string;
  requestContext: { authorizer: { jwt: { claims: Record<string, string> } } };
}

const call = (path: string, init?: RequestInit) =>
  fetch(`${aws.endpoint}/_aws/execute-api/${names['Api'] ?? ''}/$default${path}`, init);
const echoed = async (path: string, init?: RequestInit) =>
  (await (await call(path, init)).json()) as HttpEvent;

test('a form with a file arrives byte for byte', async () => {
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, i) => i));
  const form = new FormData();
  form.set('text', 'Đã xử lý');
  form.append('evidence', new Blob([bytes], { type: 'image/jpeg' }), 'ảnh.jpg');
  const event = await echoed('/t/k3J9', { method: 'POST', body: form });
  expect(event).toMatchObject({
    routeKey: 'POST /t/{link}',
    pathParameters: { link: 'k3J9' },
    isBase64Encoded: true,
  });
  const body = Buffer.from(event.body, 'base64');
  expect(body.includes(bytes)).toBe(true);
  expect(body.includes('Đã xử lý')).toBe(true);
});

test('JSON arrives as text, an ordinary form in base64, as on AWS', async () => {
  expect(
    await echoed('/t/x', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a":"é"}',
    }),
  ).toMatchObject({
    isBase64Encoded: false,
    body: '{"a":"é"}',
  });
  expect(await echoed('/t/x', { method: 'POST', body: new URLSearchParams({ a: 'b' }) })).toMatchObject({
    isBase64Encoded: true,
    body: 'YT1i',
  });
});

test('binary answers and several cookies leave as given', async () => {
  const answer = await call('/t/photo');
  expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(Buffer.from(await answer.arrayBuffer()).toString('hex')).toBe('00ff89504e');
});

test('the authorizer lets a Cognito access token in and passes its groups on, also after a restart', async () => {
  const token = await accessToken();
  const withToken = (value: string) => ({ headers: { authorization: `Bearer ${value}` } });
  expect((await call('/api/audit')).status).toBe(401);
  expect((await call('/api/audit', withToken(`${token.slice(0, -6)}AAAAAA`))).status).toBe(401);
  expect(
    (await echoed('/api/audit', withToken(token))).requestContext.authorizer.jwt.claims['cognito:groups'],
  ).toBe('[auditor]');
  await aws.engine.stop();
  await aws.startAgain();
  expect((await call('/api/audit', withToken(token))).status).toBe(200);
});

async function accessToken(): Promise<string> {
  const cognito = new CognitoIdentityProviderClient(aws.clientConfig());
  const user = { UserPoolId: names['Pool'], Username: 'an' };
  await cognito.send(new AdminCreateUserCommand({ ...user, MessageAction: 'SUPPRESS' }));
  await cognito.send(new AdminSetUserPasswordCommand({ ...user, Password: 'Mat-khau-1', Permanent: true }));
  await cognito.send(new AdminAddUserToGroupCommand({ ...user, GroupName: 'auditor' }));
  const { AuthenticationResult } = await cognito.send(
    new InitiateAuthCommand({
      ClientId: names['Client'],
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'an', PASSWORD: 'Mat-khau-1' },
    }),
  );
  return AuthenticationResult?.AccessToken ?? '';
}
