import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { WebhookMessenger } from '../../../adapters/webhook/webhook-messenger.js';
import { TransientError } from '../../../core/errors.js';
import { MessageGateway, SIMULATED } from '../../../local/messages/message-gateway.js';
import { aMessage, messengerContract } from '../../support/contracts/messenger.contract.js';
import { FakeMessenger } from '../../support/fakes/fake-messenger.js';

const KEY = new Uint8Array(32).fill(7);
const key = { get: () => Promise.resolve(KEY) };
const servers: Server[] = [];

/** The local gateway behind HTTP; `before` may answer in its place, `after` lose its answer. */
const openGateway = async () => {
  const gateway = new MessageGateway(join(mkdtempSync(join(tmpdir(), 'kien-nghi-gate-')), 'messages.jsonl'), {
    key: key.get,
    post: () => Promise.resolve(202),
  });
  let trouble: number | 'lost-answer' | null = null;
  const requests: { path: string; headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      requests.push({ path: request.url ?? '', headers: request.headers, body: body.toString('utf8') });
      const now = trouble;
      trouble = null;
      if (typeof now === 'number') {
        response.writeHead(now, { location: '/elsewhere' }).end();
        return;
      }
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(([name]) => name.startsWith('webhook-')),
      );
      void gateway.take(headers, body).then((status) => {
        if (now === 'lost-answer') response.destroy();
        else response.writeHead(status).end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
  return {
    gateway,
    requests,
    meet: (next: number | 'lost-answer') => {
      trouble = next;
    },
    messenger: new WebhookMessenger({ url, channel: 'sms', key, nowMs: () => Date.now() }),
  };
};

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('in memory', () => {
  messengerContract(() => {
    const messenger = new FakeMessenger();
    return Promise.resolve({
      messenger,
      taken: () => messenger.sent,
      failNext: (trouble) => {
        messenger.failNext(trouble);
      },
    });
  });
});

describe('by signed requests to the gateway', () => {
  messengerContract(async () => {
    const { gateway, messenger, meet } = await openGateway();
    return {
      messenger,
      taken: () => gateway.read(),
      failNext: (trouble) => {
        meet(trouble === 'lost-answer' ? trouble : trouble === 'refused' ? 429 : 422);
      },
    };
  });

  test('signs each request for its time, and sends the channel', async () => {
    const { messenger, requests } = await openGateway();
    await messenger.send(aMessage());
    expect(requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'webhook-id': aMessage().messageId,
      'webhook-signature': expect.stringMatching(/^v1,[A-Za-z0-9+/]{43}=$/) as string,
    });
    expect(JSON.parse(requests[0]?.body ?? '')).toEqual({ ...aMessage(), channel: 'sms' });
  });

  test.each([
    [400, true],
    [410, true],
    [422, true],
    [401, false],
    [403, false],
    [404, false],
    [408, false],
    [307, false],
  ])('status %i: refused, final: %s', async (status, isFinal) => {
    const { messenger, meet, requests } = await openGateway();
    meet(status);
    expect(await messenger.send(aMessage())).toEqual({ kind: 'refused', isFinal });
    expect(requests.map(({ path }) => path)).toEqual(['/messages']);
  });

  test.each([500, 503])('status %i: it may have left', async (status) => {
    const { messenger, meet } = await openGateway();
    meet(status);
    await expect(messenger.send(aMessage())).rejects.toBeInstanceOf(TransientError);
  });

  test('the error names neither number nor address', async () => {
    const messenger = new WebhookMessenger({
      ...{ url: 'http://127.0.0.1:1/messages', channel: 'zalo', key },
      nowMs: () => Date.now(),
    });
    const error: unknown = await messenger.send(aMessage()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TransientError);
    expect((error as Error).cause).toBeUndefined();
    expect((error as Error).message).not.toMatch(/127\.0\.0\.1|84900/);
  });

  test('a message signed with another secret is turned away', async () => {
    const { gateway, requests, messenger } = await openGateway();
    await messenger.send(aMessage({ to: SIMULATED.silent }));
    const { headers, body } = requests[0] ?? { headers: {}, body: '' };
    expect(await gateway.take(headers, Buffer.from(body.replace('84900', '84911')))).toBe(401);
    expect(gateway.read()).toHaveLength(1);
  });
});
