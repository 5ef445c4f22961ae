import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';

/** Hands a request to the HTTP API of the engine and streams its answer back, as CloudFront does in AWS. */
export const proxyToApi = (
  target: { endpoint: string; apiId: string },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): void => {
  const { hostname, port } = new URL(target.endpoint);
  const upstream = httpRequest(
    {
      hostname,
      port,
      method: incoming.method,
      path: `/_aws/execute-api/${target.apiId}/$default${incoming.url ?? '/'}`,
      headers: { ...incoming.headers, host: `${hostname}:${port}` },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    },
  );
  upstream.on('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    outgoing.end('The local engine does not answer.\n');
  });
  incoming.pipe(upstream);
};
