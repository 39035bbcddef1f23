import { type ApiClient, createApiClient } from '~/api/client';
import type { Asset } from '~/contract/asset';
import type { AssetId, CollectionId, ModelId } from '~/contract/ids';
import { createLibraryApp } from '~/library/app';
import { insertAssets } from '~/library/insert-assets';
import { insertCollections } from '~/library/insert-collections';
import { insertModels } from '~/library/insert-models';
import { createMemoryStorage } from '~/library/memory-storage';
import type { Workspace } from '~/workspaces/workspace';
import { seedLibrary } from './seed-library';

/** A request as the library received it. */
export interface SeenRequest {
  method: string;
  /** Path after `/v1/`, without the query. */
  path: string;
  ids: readonly string[];
}

/** Stands between client and library for one request; undefined lets it pass. */
export type Fault = (
  request: SeenRequest,
  send: () => Promise<Response>,
) => Promise<Response> | Response | undefined;

export interface LibraryWorkspace {
  workspace: Workspace;
  client: ApiClient;
  /** Every request in order. */
  requests: SeenRequest[];
  /** Decides what happens to the requests from now on. */
  failWith: (fault: Fault | undefined) => void;
  /** Records that come into the library now. */
  add: (assets: readonly Asset[]) => Promise<void>;
}

interface Seed {
  /** `asset_0` is the oldest. */
  assets?: number;
  /** Assets of another team, `foreign_0` and on. */
  foreign?: number;
  models?: number;
  /** Names; ids are `col_0` and on. */
  collections?: readonly string[];
}

/** A workspace answered by the real library in this process, with faults on demand. */
export async function createLibraryWorkspace(seed: Seed = {}): Promise<LibraryWorkspace> {
  const storage = createMemoryStorage();
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString();
  const asset = (id: string, n: number, ownerId?: string) => ({
    asset: {
      id: id as AssetId,
      kind: 'image',
      mimeType: 'image/png',
      createdAt: at(n),
      ...(ownerId !== undefined && { ownerId, privacy: 'public' }),
      metadata: { kind: 'image', type: 'uploaded', name: `Picture ${n}` },
    },
  });
  const counted = (count = 0) => Array.from({ length: count }, (_, n) => n);
  await insertCollections(
    storage,
    (seed.collections ?? []).map((name, n) => ({ id: `col_${n}` as CollectionId, name, createdAt: at(n) })),
  );
  await insertAssets(storage, [
    ...counted(seed.assets).map((n) => asset(`asset_${n}`, n)),
    ...counted(seed.foreign).map((n) => asset(`foreign_${n}`, n, 'project_other')),
  ]);
  await insertModels(
    storage,
    counted(seed.models).map((n) => ({ id: `model_${n}` as ModelId, name: `Model ${n}`, createdAt: at(n) })),
  );
  const app = createLibraryApp({ storage });
  const requests: SeenRequest[] = [];
  let fault: Fault | undefined;
  const client = createApiClient({
    baseUrl: 'http://library.test/v1',
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const seen = await see(request);
      requests.push(seen);
      const send = async () => app.fetch(request);
      return (await fault?.(seen, send)) ?? send();
    },
  });
  return {
    workspace: { id: 'test', name: 'Test', kind: 'built-in', client },
    client,
    requests,
    failWith: (next) => (fault = next),
    add: async (assets) => seedLibrary(storage, { assets }),
  };
}

async function see(request: Request): Promise<SeenRequest> {
  const path = new URL(request.url).pathname.replace(/^\/v1\//, '');
  const body = (await request
    .clone()
    .json()
    .catch(() => ({}))) as { assetIds?: string[]; modelIds?: string[] };
  return { method: request.method, path, ids: body.assetIds ?? body.modelIds ?? [] };
}
