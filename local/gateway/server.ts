import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SetupError } from '../engine/setup-error.js';
import { serveLocalApi, type LocalApiDeps } from './local-api.js';
import { proxyToApi } from './proxy.js';
import { serveFile } from './static-files.js';

export interface GatewayOptions extends LocalApiDeps {
  /** Folder of the built site. */
  site: string;
  api: { endpoint: string; apiId: string };
}

const answerText = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
};

/** A page elsewhere that points its own name at 127.0.0.1 must not read the inbox: only our own names are answered. */
const isOwnHost = (request: IncomingMessage): boolean =>
  /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '');

const serve = async (
  options: GatewayOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isOwnHost(request)) {
    answerText(response, 421, 'Unknown host.');
    return;
  }
  const path = (request.url ?? '/').split('?')[0] ?? '/';
  if (path.startsWith('/_local/')) {
    if (!(await serveLocalApi(options, request, response))) answerText(response, 404, 'Not found.');
  } else if (['/api/', '/t/', '/d/'].some((prefix) => path.startsWith(prefix))) {
    proxyToApi(options.api, request, response);
  } else if (!serveFile(options.site, path, response)) {
    answerText(response, 404, 'Not found.');
  }
};

const answerStarting = (_request: IncomingMessage, response: ServerResponse): void => {
  answerText(response, 503, 'Starting, a moment please.');
};

/** The port is reserved before anything else is started: it is part of every link. @throws SetupError when it is taken. */
export const reservePort = async (port: number): Promise<{ server: Server; port: number }> => {
  const server = createServer(answerStarting);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new SetupError(
              `Port ${port} is in use by another program: stop it, or choose another with --port.`,
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  return { server, port: (server.address() as AddressInfo).port };
};

/** Serves site, API, links and the local pages on the reserved port, on loopback only. */
export const openGateway = (server: Server, options: GatewayOptions): void => {
  server.off('request', answerStarting);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    serve(options, request, response).catch((error: unknown) => {
      if (!response.headersSent)
        answerText(response, 500, error instanceof Error ? error.message : 'Failed.');
      else response.destroy();
    });
  });
};
