import { BUNDLES, buildBundle, buildContractPage } from './bundles';
import { startStaticServer } from './static-server';

/** Builds what the specs open and serves it; the addresses reach the workers through the environment. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  for (const bundle of Object.values(BUNDLES)) await buildBundle(bundle);
  await buildContractPage();
  const [root, subPath] = await Promise.all([
    startStaticServer(BUNDLES.root),
    startStaticServer(BUNDLES.subPath),
  ]);
  process.env['VITRINE_ROOT_URL'] = root.url;
  process.env['VITRINE_SUB_PATH_URL'] = subPath.url;
  return async () => {
    await Promise.all([root.close(), subPath.close()]);
  };
}
