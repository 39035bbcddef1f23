import { accessChecks } from './contract-suite/access-checks';
import { assetChecks } from './contract-suite/asset-checks';
import type { Check } from './contract-suite/check';
import { collectionChecks } from './contract-suite/collection-checks';
import { mediaChecks } from './contract-suite/media-checks';
import { membershipChecks } from './contract-suite/membership-checks';
import { searchChecks } from './contract-suite/search-checks';
import { uploadChecks } from './contract-suite/upload-checks';

/**
 * What every library must keep, as plain functions over HTTP: no test runner, no storage, nothing of the app. Run each
 * with a `Probe` of the place. They make collections and assets of their own and may run on a library in use.
 */
export const contractChecks: readonly Check[] = [
  ...collectionChecks,
  ...membershipChecks,
  ...assetChecks,
  ...searchChecks,
  ...uploadChecks,
  ...mediaChecks,
  ...accessChecks,
];
