import type { FaultRule } from '../../src/library/faults';
import type { RememberedRequest } from '../../src/library/port-app';
import type { Held } from './intended';
import { COLLECTIONS } from './schedule';

interface Listed {
  id: string;
  name: string;
  ownerId: string;
  thumbnail?: { assetId: string };
  collectionIds: readonly string[];
}

/** The Node port as a test sees it: what it holds, what it was asked, what goes wrong in it. `base` ends in `/v1`. */
export class FarEnd {
  readonly #origin: string;

  constructor(readonly base: string) {
    this.#origin = new URL(base).origin;
  }

  /** Three empty collections, every asset in none, no faults and nothing remembered. */
  async reset(seed: number): Promise<Map<string, Held>> {
    await this.setFaults([]);
    for (const { id } of await this.#collections()) await this.#send('DELETE', `/collections/${id}`);
    const world = new Map<string, Held>();
    for (let n = 0; n < COLLECTIONS; n += 1) {
      const name = `Seed ${seed} ${'ABC'[n]}`;
      const { collection } = (await this.#send('POST', '/collections', { name })) as { collection: Listed };
      world.set(collection.id, { name, thumbnail: undefined, assets: new Set() });
    }
    await fetch(`${this.#origin}/requests`, { method: 'DELETE' });
    return world;
  }

  async setFaults(rules: readonly FaultRule[]): Promise<void> {
    await fetch(`${this.#origin}/faults`, { method: 'PUT', body: JSON.stringify(rules) });
  }

  /** The faults that some request has met: a rule may be for requests that never came. */
  async metFaults(): Promise<readonly string[]> {
    const rules = (await (await fetch(`${this.#origin}/faults`)).json()) as (FaultRule & { met: number })[];
    return rules.flatMap(({ fault, met }) => {
      if (met === 0) return [];
      if (fault.type !== 'rate-limit') return fault.type;
      return `rate-limit ${fault.retryAfterSeconds === undefined ? fault.body : 'header'}`;
    });
  }

  async requests(): Promise<readonly RememberedRequest[]> {
    return (await (await fetch(`${this.#origin}/requests`)).json()) as RememberedRequest[];
  }

  async world(): Promise<Map<string, Held>> {
    const world = new Map<string, Held>();
    for (const { id, name, thumbnail } of await this.#collections()) {
      const members = await this.#all('assets', `/assets?pageSize=100&sortBy=createdAt&collectionId=${id}`);
      const assets = new Set(members.map((asset) => asset.id));
      world.set(id, { name, thumbnail: thumbnail?.assetId, assets });
    }
    return world;
  }

  /** Assets of another team: they can be in no collection. */
  async foreign(): Promise<ReadonlySet<string>> {
    const assets = await this.#all('assets', '/assets?pageSize=100&sortBy=createdAt&privacy=public');
    return new Set(assets.filter(({ ownerId }) => ownerId !== 'proj_library').map(({ id }) => id));
  }

  #collections(): Promise<Listed[]> {
    return this.#all('collections', '/collections?pageSize=100');
  }

  async #all(field: 'assets' | 'collections', path: string): Promise<Listed[]> {
    const found: Listed[] = [];
    for (let token: string | undefined = ''; token !== undefined; ) {
      const next: string = token === '' ? '' : `&paginationToken=${encodeURIComponent(token)}`;
      const page = (await this.#send('GET', path + next)) as Record<string, unknown>;
      found.push(...(page[field] as Listed[]));
      token = (page['nextPaginationToken'] as string | undefined) || undefined;
    }
    return found;
  }

  async #send(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(this.base + path, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}`);
    return response.json().catch(() => undefined);
  }
}
