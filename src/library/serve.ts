import type { Http2ServerResponse } from 'node:http2';
import type { ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import { DroppedConnection } from './faults';
import { createMemoryStorage } from './memory-storage';
import { createPortApp } from './port-app';
import { readServeOptions } from './serve-options';
import { trailStorage } from './trailing-storage';
import { seedSynthetic } from './synthetic/seed-synthetic';

interface Connection {
  outgoing: ServerResponse | Http2ServerResponse;
}

/** The library on a Node port, in memory, with synthetic records: a remote server for tools and tests. */
async function main(): Promise<void> {
  const options = readServeOptions(process.argv.slice(2));
  const { mediaPort, searchLagMs } = options;
  const memory = createMemoryStorage();
  const trailed = searchLagMs > 0 ? trailStorage(memory) : undefined;
  const storage = trailed?.storage ?? memory;
  await seedSynthetic(storage, options);
  trailed?.lag(searchLagMs);
  const answer = createPortApp(storage, { ...options, searched: trailed?.trailing });
  if (mediaPort !== undefined) options.quirks.mediaOrigin = await listen(answer, mediaPort);
  console.log(`${await listen(answer, options.port)}/v1`);
}

/** Answers on a port of this machine; resolves with its origin. */
function listen(answer: (request: Request) => Promise<Response>, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        hostname: '127.0.0.1',
        port,
        fetch: async (request: Request, { outgoing }: Connection) => {
          try {
            return await answer(request);
          } catch (thrown) {
            if (!(thrown instanceof DroppedConnection)) throw thrown;
            outgoing.destroy();
            return new Promise<Response>(() => undefined);
          }
        },
      },
      (address) => resolve(`http://127.0.0.1:${address.port}`),
    );
    server.on('error', reject);
  });
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
});
