import type { Http2ServerResponse } from 'node:http2';
import type { ServerResponse } from 'node:http';
import { serve } from '@hono/node-server';
import { DroppedConnection } from './faults';
import { createMemoryStorage } from './memory-storage';
import { createPortApp } from './port-app';
import { readServeOptions } from './serve-options';
import { seedSynthetic } from './synthetic/seed-synthetic';

interface Connection {
  outgoing: ServerResponse | Http2ServerResponse;
}

/** The library on a Node port, in memory, with synthetic records: a remote server for tools and tests. */
async function main(): Promise<void> {
  const options = readServeOptions(process.argv.slice(2));
  const storage = createMemoryStorage();
  await seedSynthetic(storage, options);
  const answer = createPortApp(storage, options);
  const server = serve(
    {
      hostname: '127.0.0.1',
      port: options.port,
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
    ({ port }) => console.log(`http://127.0.0.1:${port}/v1`),
  );
  server.on('error', (error: Error) => {
    console.error(error.message);
    process.exit(1);
  });
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown);
  process.exit(1);
});
