import type { ApiClient } from '~/api/client';

/** A far end that speaks the contract. `id` stands in every address: `/{id}/…`. */
export interface Workspace {
  id: string;
  name: string;
  kind: 'built-in' | 'remote';
  client: ApiClient;
  /** How many requests it takes in how many milliseconds; undefined: as many as come. */
  rateLimit?: { requests: number; windowMs: number } | undefined;
}

/** Id of the built-in library. */
export const BUILT_IN_ID = 'local';
/** Addresses that are not workspaces. */
export const RESERVED_IDS: readonly string[] = ['settings'];
