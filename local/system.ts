import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { Instant } from '../core/time.js';
import { deployToEngine, type DeployedApp } from '../infra/deploy.js';
import { buildSite, SITE } from './build-site.js';
import { DemoUsers } from './demo-users.js';
import { engineEnv, ENGINE_REGION, startEngine, type Engine } from './engine/process.js';
import { SetupError } from './engine/setup-error.js';
import { ensureVenv, type Log } from './engine/venv.js';
import { openGateway, reservePort } from './gateway/server.js';
import { Inbox } from './inbox.js';
import { jumpTo, type JumpDeps } from './jump.js';
import { LegalClock } from './legal-clock.js';
import { loadData } from './load-data.js';
import type { MessageGateway } from './messages/message-gateway.js';
import { openMessageGateway } from './messages/open-message-gateway.js';
import { readOutlook } from './outlook.js';

export interface SystemOptions {
  /** Where venvs and the state live, usually `.local`. */
  home: string;
  /** State of this system below `home`; kept between starts. */
  stateDir: string;
  /** Port of the one origin; 0 picks a free one. */
  port: number;
  /** Legal instant to begin at, only without kept state; undefined = now or where it stopped. */
  at: Instant | undefined;
  speed: number;
  fresh: boolean;
  log: Log;
}

export interface LocalSystem {
  origin: string;
  app: DeployedApp;
  engine: Engine;
  clock: LegalClock;
  users: DemoUsers;
  jumpTo(target: Instant): Promise<void>;
  /** Keeps the state, stops legal time, leaves nothing running. */
  stop(): Promise<void>;
}

/** At higher speeds the minute between two passes of the reconciler is shortened, down to a second. */
const reconcileEveryMs = (speed: number): number => Math.max(60_000 / speed, 1_000);

/** The clock and the instant at which it begins: where kept state stopped, as asked, or now. */
const prepareClock = (options: SystemOptions): { clock: LegalClock; begin: Instant } => {
  if (options.fresh) rmSync(options.stateDir, { recursive: true, force: true });
  mkdirSync(options.stateDir, { recursive: true });
  const clock = new LegalClock(join(options.stateDir, 'legal-clock.json'));
  const stoppedAt = clock.stoppedAt();
  if (stoppedAt !== undefined && options.at !== undefined)
    throw new SetupError(
      'There is kept state, whose time goes on where it stopped: use --at together with --fresh.',
    );
  const begin = stoppedAt ?? options.at ?? new Date().toISOString();
  clock.start(begin, options.speed);
  return { clock, begin };
};

/** Clients for this process. The engine's address and its credentials are those of nobody. */
const clientsFor = (endpoint: string) => {
  const config = {
    endpoint,
    region: ENGINE_REGION,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  return {
    lambda: new LambdaClient(config),
    cognito: new CognitoIdentityProviderClient(config),
    documents: DynamoDBDocumentClient.from(new DynamoDBClient(config)),
  };
};

const jumpDeps = (
  app: DeployedApp,
  parts: { clients: ReturnType<typeof clientsFor>; clock: LegalClock; inbox: Inbox },
): JumpDeps => ({
  clock: parts.clock,
  look: () => readOutlook(parts.clients.documents, app.petitionsTable, parts.clock.now()),
  reconcile: async () => {
    const run = (FunctionName: string) =>
      parts.clients.lambda.send(new InvokeCommand({ FunctionName, Payload: '{}' }));
    await Promise.all([run(app.reconcileFunction), run(app.watchSealedFunction)]);
  },
  settled: async () => {
    await parts.inbox.read();
  },
});

/** What leaves the system on this machine: mails and messages. */
interface Post {
  inbox: Inbox;
  messages: MessageGateway;
}

const openPost = (at: { stateDir: string; endpoint: string; origin: string; clock: LegalClock }): Post => ({
  inbox: new Inbox(join(at.stateDir, 'inbox.jsonl'), at),
  messages: openMessageGateway(at),
});

/** The inbox is read each second, so that a mail carries the legal time at which it left; the reconciler follows the speed. */
const keepGoing = ({ inbox, messages, jump, speed }: Post & { jump: JumpDeps; speed: number }) => {
  const reading = setInterval(() => void inbox.read().catch(() => undefined), 1_000);
  const reconciling = setInterval(
    () => void jump.reconcile().catch(() => undefined),
    reconcileEveryMs(speed),
  );
  return {
    stop: (): void => {
      clearInterval(reading);
      clearInterval(reconciling);
      messages.stop();
    },
  };
};

/**
 * Starts the whole system on this machine: engine, the CDK app deployed to it, registry, contacts and demo users, one
 * origin on loopback. Everything is the same code and the same template as in AWS.
 * @throws SetupError with one sentence for the person at the keyboard.
 */
export const startSystem = async (options: SystemOptions): Promise<LocalSystem> => {
  const { server, port } = await reservePort(options.port);
  const origin = `http://127.0.0.1:${port}`;
  let engine: Engine | undefined;
  try {
    const { clock, begin } = prepareClock(options);
    const venvPython = await ensureVenv({ dir: options.home, log: options.log });
    engine = await startEngine({
      stateDir: join(options.stateDir, 'engine'),
      port: 0,
      venvPython,
      log: options.log,
    });
    const { endpoint } = engine;
    const endpointFile = join(options.stateDir, 'endpoint');
    writeFileSync(endpointFile, endpoint);
    if (!existsSync(join(SITE, 'index.html'))) await buildSite(options.log);
    const app = await deployToEngine({
      endpoint,
      env: engineEnv(endpoint),
      log: options.log,
      clockFile: clock.file,
      publicOrigin: origin,
      stateDir: options.stateDir,
    });
    const clients = clientsFor(endpoint);
    await loadData(app, endpoint, options.log);
    const users = new DemoUsers(clients.cognito, app.userPool, join(options.stateDir, 'demo-users.json'));
    await users.create();
    // Setting up took real time; legal time begins now.
    clock.start(begin, options.speed);
    const post = openPost({ stateDir: options.stateDir, endpoint, origin, clock });
    const jump = jumpDeps(app, { clients, clock, inbox: post.inbox });
    const move = (target: Instant) => jumpTo(jump, target);
    openGateway(server, {
      site: SITE,
      api: { endpoint, apiId: app.apiId },
      ...post,
      clock,
      jumpTo: move,
      tokenOf: (user) => users.tokenOf(user),
    });
    const background = keepGoing({ ...post, jump, speed: options.speed });
    const running = engine;
    const stop = async (): Promise<void> => {
      background.stop();
      clock.stop();
      rmSync(endpointFile, { force: true });
      server.close();
      server.closeAllConnections();
      await running.stop();
    };
    return { origin, app, engine, clock, users, jumpTo: move, stop };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await engine?.stop();
    throw error;
  }
};
