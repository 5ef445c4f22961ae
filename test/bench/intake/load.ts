import { Agent, request } from 'node:http';

export interface Call {
  path: string;
  body: string;
  headers: Record<string, string>;
}

/** Where requests of one kind go; `next` makes each of its own. */
export interface Kind {
  name: string;
  next(): Call;
  /** Milliseconds of each answered request. */
  times: number[];
}

const EXPECTED_STATUS = 202;
const PATIENCE_MS = 20_000;

/** Posts from this process over connections that stay open, and takes the time until the last byte of the answer. */
export class Load {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(private readonly endpoint: string) {}

  close(): void {
    this.agent.destroy();
  }

  /** `clients` at a time, each with its next request as soon as the last is answered. Returns the milliseconds of each. */
  async run(kind: Kind, { clients, requests }: { clients: number; requests: number }): Promise<number[]> {
    const times: number[] = [];
    let begun = 0;
    const client = async (): Promise<void> => {
      while (begun++ < requests) times.push(await this.post(kind));
    };
    await Promise.all(Array.from({ length: clients }, client));
    return times;
  }

  private post(kind: Kind): Promise<number> {
    const { path, body, headers } = kind.next();
    const { hostname, port } = new URL(this.endpoint);
    return new Promise((resolve, reject) => {
      const start = performance.now();
      const outgoing = request(
        { agent: this.agent, hostname, port, path, method: 'POST', headers, timeout: PATIENCE_MS },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const ms = performance.now() - start;
            if (answer.statusCode === EXPECTED_STATUS) resolve(ms);
            else
              reject(
                new Error(
                  `${kind.name}: ${answer.statusCode} ${Buffer.concat(chunks).toString().slice(0, 300)}`,
                ),
              );
          });
        },
      );
      outgoing.on('timeout', () => outgoing.destroy(new Error(`${kind.name}: no answer`)));
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }
}
