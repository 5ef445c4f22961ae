import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveFile } from '../../local/gateway/static-files.js';

export interface StubRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** Text as it is; anything else as JSON. */
  body: unknown;
}

/** Answers by "METHOD /path"; what has no answer is looked for in the built site. */
export type Answers = Record<string, (request: StubRequest) => StubAnswer>;

export interface StubServer {
  origin: string;
  requests: StubRequest[];
  answers: Answers;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
};

const send = (response: ServerResponse, { status = 200, headers = {}, body }: StubAnswer): void => {
  const isText = typeof body === 'string';
  const type = isText
    ? 'text/html; charset=utf-8'
    : status >= 400
      ? 'application/problem+json'
      : 'application/json';
  response.writeHead(status, { 'content-type': type, ...headers });
  response.end(isText ? body : JSON.stringify(body));
};

/** The site as it is served, with the API played by the test. `answers` may be replaced at any time. */
export const startStubServer = async (site: string): Promise<StubServer> => {
  const server = createServer((incoming, response) => void serve(incoming, response));
  const stub: StubServer = {
    origin: '',
    requests: [],
    answers: {},
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
  const serve = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? '/', 'http://stub');
    const request = {
      method: incoming.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: await bodyOf(incoming),
    };
    const answer = stub.answers[`${request.method} ${request.path}`];
    if (answer !== undefined) {
      stub.requests.push(request);
      send(response, answer(request));
    } else if (!serveFile(site, request.path, response)) {
      send(response, {
        status: 404,
        body: { type: 'urn:kien-nghi:problem:not-found', title: 'Không tìm thấy' },
      });
    }
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stub.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return stub;
};
