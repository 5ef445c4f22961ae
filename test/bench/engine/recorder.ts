import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call of a function to DynamoDB, as it went over the wire. */
export interface RecordedCall {
  /** Folder of the function that made it. */
  caller: string;
  /** `PutItem`, `TransactWriteItems` … */
  operation: string;
  input: unknown;
  status: number;
}

interface Around {
  /** Runs before a call is passed on; what it returns is called with the outcome. Calls wait for each other. */
  (call: Omit<RecordedCall, 'status'>): Promise<(status: number) => Promise<void> | void>;
}

export interface Recorder {
  /** Address to give to a function in AWS_ENDPOINT_URL_DYNAMODB. */
  addressFor(caller: string): string;
  close(): void;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const passOn = (endpoint: string, incoming: IncomingMessage, body: Buffer) =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((resolve, reject) => {
    const { hostname, port, host } = new URL(endpoint);
    const headers = { ...incoming.headers, host };
    const upstream = request({ hostname, port, method: incoming.method, path: '/', headers }, (answer) => {
      bodyOf(answer).then((bytes) => {
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: bytes });
      }, reject);
    });
    upstream.on('error', reject);
    upstream.end(body);
  });

const answerTo = async (
  { endpoint, around }: { endpoint: string; around: Around },
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> => {
  const body = await bodyOf(incoming);
  const after = await around({
    caller: (incoming.url ?? '').split('/')[1] ?? '',
    operation: String(incoming.headers['x-amz-target'] ?? '').split('.')[1] ?? '',
    input: JSON.parse(body.toString('utf8')) as unknown,
  });
  const answer = await passOn(endpoint, incoming, body);
  await after(answer.status);
  outgoing.writeHead(answer.status, answer.headers).end(answer.body);
};

/** Stands between functions and DynamoDB, passes every call on, one after the other, and tells `around` of it. */
export const startRecorder = async (endpoint: string, around: Around): Promise<Recorder> => {
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((incoming, outgoing) => {
    last = last
      .then(() => answerTo({ endpoint, around }, incoming, outgoing))
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    addressFor: (caller) => `http://127.0.0.1:${port}/${caller}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
