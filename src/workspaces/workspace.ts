import type { BasicCredentials } from '~/api/authorization';
import type { ApiClient } from '~/api/client';
import type { RequestLimit } from '~/api/request-rate';
import type { ConnectionOutcome } from './connection-outcome';
import type { Access } from './workspace-definition';
import type { WorkspaceKey } from './workspace-key';

/** A far end that speaks the contract. `id` stands in every address: `/{id}/…`. */
export interface Workspace {
  id: string;
  name: string;
  kind: 'built-in' | 'remote';
  client: ApiClient;
  /** How a remote one is reached. */
  access?: Access;
  /** Where each person gives a key of their own. */
  key?: WorkspaceKey;
  /** How many requests it takes in how many milliseconds; undefined: as many as come. */
  rateLimit?: RequestLimit | undefined;
  /** Asks a remote one for one record, with the key given or else the one that is held. Never rejects. */
  test?: (credentials?: BasicCredentials) => Promise<ConnectionOutcome>;
  /** It was added after this page was loaded, whose policy does not allow its address. */
  needsReload?: true;
}

/** Id of the built-in library. */
export const BUILT_IN_ID = 'local';
/** Addresses that are not workspaces. */
export const RESERVED_IDS: readonly string[] = ['settings'];

/** Whether there are collections to file into: public access only looks at assets and models. */
export function canWrite({ access }: Pick<Workspace, 'access'>): boolean {
  return access !== 'public';
}
