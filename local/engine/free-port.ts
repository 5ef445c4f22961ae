import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetupError } from './setup-error.js';

const PORT_FREE_WITHIN_MS = 2_000;

/**
 * The wanted port of the loopback address once it is free (an engine whose parent was killed needs a moment to save and let
 * go of it), or any free port for 0.
 * @throws SetupError when another program keeps it
 */
export async function freePort(wanted: number): Promise<number> {
  const giveUpAt = Date.now() + PORT_FREE_WITHIN_MS;
  for (;;) {
    try {
      return await probePort(wanted);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (Date.now() > giveUpAt) {
        throw new SetupError(
          `Port ${wanted} is in use by another program: stop that program or choose another port.`,
          { cause: error },
        );
      }
      await sleep(100);
    }
  }
}

function probePort(wanted: number): Promise<number> {
  const server = createServer();
  return new Promise((found, failed) => {
    server.once('error', failed);
    server.listen(wanted, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        found(port);
      });
    });
  });
}
