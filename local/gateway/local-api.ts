import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { renderInbox } from '../../web/server/inbox-page.js';
import { LOCAL_GATEWAY_PATH } from '../../infra/local-gateway-path.js';
import { plusMs, type Instant } from '../../core/time.js';
import type { Inbox } from '../inbox.js';
import type { MessageGateway } from '../messages/message-gateway.js';
import type { LegalClock } from '../legal-clock.js';

export interface LocalApiDeps {
  inbox: Inbox;
  /** Where the app posts its SMS and Zalo messages. */
  messages: MessageGateway;
  clock: LegalClock;
  /** Moves legal time, stopping at everything that is due on the way. */
  jumpTo(target: Instant): Promise<void>;
  /** Access token of a demo user; undefined for an unknown one. */
  tokenOf(user: string): Promise<string | undefined>;
}

const LONGEST_BODY = 1_000;
const LONGEST_MESSAGE = 10_000;
const ClockBodySchema = z.union([
  z.strictObject({ jumpTo: z.iso.datetime({ offset: true }) }),
  /** Milliseconds of legal time. */
  z.strictObject({
    advance: z
      .number()
      .int()
      .positive()
      .max(10 * 366 * 86_400_000),
  }),
]);
const TokenBodySchema = z.strictObject({ user: z.string().max(60) });

const answerJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
};

const readBody = async (request: IncomingMessage, longest: number): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longest) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const readJson = async (request: IncomingMessage): Promise<unknown> => {
  try {
    return JSON.parse((await readBody(request, LONGEST_BODY))?.toString('utf8') ?? '');
  } catch {
    return undefined;
  }
};

const setClock = async (
  deps: LocalApiDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = ClockBodySchema.safeParse(await readJson(request));
  if (!body.success) {
    answerJson(response, 400, { error: 'Send {"jumpTo": "<instant>"} or {"advance": <milliseconds>}.' });
    return;
  }
  const now = deps.clock.now();
  const target =
    'jumpTo' in body.data ? new Date(body.data.jumpTo).toISOString() : plusMs(now, body.data.advance);
  if (target < now) {
    answerJson(response, 409, { error: 'Legal time does not run back.' });
    return;
  }
  await deps.jumpTo(target);
  answerJson(response, 200, { now: deps.clock.now(), speed: deps.clock.speed() });
};

const oneOf = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

const takeMessage = async ({ messages }: LocalApiDeps, request: IncomingMessage): Promise<number> => {
  const body = await readBody(request, LONGEST_MESSAGE);
  if (body === undefined) return 413;
  const { headers } = request;
  const signed = {
    'webhook-id': oneOf(headers['webhook-id']),
    'webhook-timestamp': oneOf(headers['webhook-timestamp']),
    'webhook-signature': oneOf(headers['webhook-signature']),
  };
  return messages.take(signed, body);
};

const giveToken = async (
  deps: LocalApiDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const body = TokenBodySchema.safeParse(await readJson(request));
  const token = body.success ? await deps.tokenOf(body.data.user) : undefined;
  if (token === undefined) answerJson(response, 404, { error: 'No such demo user.' });
  else answerJson(response, 200, { token });
};

/** What exists only on one's own machine: the inbox, demo tokens and the legal clock. False when the path is not one of them. */
export const serveLocalApi = async (
  deps: LocalApiDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const route = `${request.method ?? 'GET'} ${(request.url ?? '/').split('?')[0] ?? '/'}`;
  switch (route) {
    case 'GET /_local/inbox': {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
      response.end(renderInbox(await deps.inbox.read(), deps.messages.read()));
      return true;
    }
    case 'GET /_local/inbox.json':
      answerJson(response, 200, await deps.inbox.read());
      return true;
    case 'GET /_local/messages.json':
      answerJson(response, 200, deps.messages.read());
      return true;
    case `POST ${LOCAL_GATEWAY_PATH}`:
      answerJson(response, await takeMessage(deps, request), {});
      return true;
    case 'POST /_local/token':
      await giveToken(deps, request, response);
      return true;
    case 'GET /_local/clock':
      answerJson(response, 200, { now: deps.clock.now(), speed: deps.clock.speed() });
      return true;
    case 'POST /_local/clock':
      await setClock(deps, request, response);
      return true;
    default:
      return false;
  }
};
