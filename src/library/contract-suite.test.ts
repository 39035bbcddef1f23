import 'fake-indexeddb/auto';
import { once } from 'node:events';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLibraryApp } from './app';
import { contractChecks } from './contract-suite';
import { Probe, type ProbeTarget } from './contract-suite/probe';
import { createIndexedDbStorage } from './indexed-db-storage';
import { createMemoryStorage } from './memory-storage';
import { createPortApp } from './port-app';
import { processUploads } from './process-uploads';
import { readServeOptions } from './serve-options';
import type { Storage } from './storage';
import { seedSynthetic } from './synthetic/seed-synthetic';

const SIZES = { assets: 60, collections: 6, models: 8 };
const credentials = { key: 'a key', secret: 's3cret' };

interface Place {
  name: string;
  open: () => Promise<{ target: ProbeTarget; close: () => void }>;
}

function inProcess(name: string, create: () => Storage): Place {
  return {
    name,
    async open() {
      const storage = create();
      await seedSynthetic(storage, SIZES);
      const app = createLibraryApp({
        storage,
        mount: '/~library',
        onUploadComplete: () => void processUploads(storage, 'test'),
      });
      return {
        target: { baseUrl: 'http://library.test/~library/v1', fetch: async (request) => app.fetch(request) },
        close: () => storage.close(),
      };
    },
  };
}

const port: Place = {
  name: 'the Node port',
  async open() {
    const storage = createMemoryStorage();
    await seedSynthetic(storage, SIZES);
    const answer = createPortApp(storage, { ...readServeOptions([]), credentials });
    const server = serve({ hostname: '127.0.0.1', port: 0, fetch: answer });
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('No port');
    const baseUrl = `http://127.0.0.1:${address.port}/v1`;
    return {
      target: { baseUrl, fetch: (request) => fetch(request), credentials },
      close: () => server.close(),
    };
  },
};

/** Any other place that speaks the contract, given by the environment. It is written to. */
const { CONTRACT_URL: url, CONTRACT_KEY: key, CONTRACT_SECRET: secret } = process.env;
const elsewhere: Place[] = url
  ? [
      {
        name: url,
        open: async () => ({
          target: {
            baseUrl: url,
            fetch: (request) => fetch(request),
            ...(key && { credentials: { key, secret: secret ?? '' } }),
          },
          close: () => undefined,
        }),
      },
    ]
  : [];

describe.each([
  inProcess('memory', createMemoryStorage),
  inProcess('IndexedDB', () => createIndexedDbStorage({ name: 'contract-suite' })),
  port,
  ...elsewhere,
])('the contract, answered by $name', ({ open }) => {
  let place: Awaited<ReturnType<Place['open']>>;
  beforeAll(async () => {
    place = await open();
  });
  afterAll(() => place.close());

  it.each(contractChecks)('$name', async ({ run }) => {
    await expect(run(new Probe(place.target))).resolves.toBeUndefined();
  });
});

describe('credentials', () => {
  it('are asked for where there are any, and not by media', async () => {
    const { target, close } = await port.open();
    const { origin } = new URL(target.baseUrl);
    const without = await fetch(`${target.baseUrl}/collections`);
    expect(without.status).toBe(401);
    expect(await without.json()).toEqual({ message: 'Unauthorized' });
    const wrong = new Probe({ ...target, credentials: { key: 'a key', secret: 'wrong' } });
    expect((await wrong.send('GET', 'collections')).status).toBe(401);
    expect((await new Probe(target).send('GET', 'collections')).status).toBe(200);
    const picture = await fetch(`${origin}/media/thumbnails/asset_0`);
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
    await picture.arrayBuffer();
    close();
  });
});
